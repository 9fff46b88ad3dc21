package org.mainstay.people.signin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.people.Permissions;

/// What a token may be used for: permission codes, all of a module (`incident:*`) or everything its
/// person may (`all`).
public final class Scopes {

    public static final String ALL = "all";

    private Scopes() {}

    /// Whether it is a scope at all.
    public static boolean known(String scope) {
        return scope.equals(ALL)
                || Permissions.known(scope)
                || Permissions.ALL.stream().anyMatch(it -> covers(scope, it));
    }

    /// The person with what remains in scope.
    public static Actor.Person narrow(Actor.Person person, Collection<String> scopes) {
        return scopes.contains(ALL)
                ? person
                : new Actor.Person(
                        person.id(),
                        person.name(),
                        person.organisation(),
                        person.groups(),
                        narrow(person.grants(), scopes),
                        person.zone(),
                        person.locale(),
                        person.behind());
    }

    /// What remains of the grants. `admin` implies every permission, so each one that is in scope remains
    /// by itself.
    private static Grants narrow(Grants grants, Collection<String> scopes) {
        var fewer = new Grants.Builder();
        for (var permission : permissions(scopes)) {
            if (grants.everywhere(permission)) {
                fewer.add(permission, null);
            }
            var organisations = new LinkedHashSet<UUID>(grants.in(permission));
            organisations.addAll(grants.in(Grants.ADMIN));
            organisations.forEach(it -> fewer.add(permission, it));
        }
        return fewer.build();
    }

    private static List<String> permissions(Collection<String> scopes) {
        return Permissions.ALL.stream()
                .filter(it -> scopes.stream().anyMatch(scope -> scope.equals(it) || covers(scope, it)))
                .toList();
    }

    private static boolean covers(String scope, String permission) {
        return scope.endsWith(":*") && permission.startsWith(scope.substring(0, scope.length() - 1));
    }
}
