package org.mainstay.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;

/// Somebody who administers everything is always left. The database holds it too
/// (`people.rights_changed`), for removals and for two that happen at once; here it is said in time and
/// in words.
record LastAdministrator(String type) implements Rule {

    private static final int MANY = 1_000;

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            return;
        }
        switch (type) {
            case "person" -> {
                if (stops(draft, PersonType.ACTIVE)) {
                    refuseUnless(draft, PersonType.ACTIVE, left(draft.lookup(), _ -> true, draft.id()));
                }
            }
            case "group" -> {
                if (stops(draft, GroupType.ACTIVE) || draft.changes(GroupType.MEMBERS)) {
                    refuseUnless(draft, GroupType.MEMBERS, keeps(draft) || leftWithout(draft, GrantType.GROUP));
                }
            }
            default -> {
                if (holds(draft.old(RoleType.PERMISSIONS)) && !holds(draft.get(RoleType.PERMISSIONS))) {
                    refuseUnless(draft, RoleType.PERMISSIONS, leftWithout(draft, GrantType.ROLE));
                }
            }
        }
    }

    private static boolean stops(Draft draft, Attribute<Boolean> active) {
        return draft.changes(active) && !Boolean.TRUE.equals(draft.get(active));
    }

    private static boolean holds(@Nullable String permissions) {
        return permissions != null && Permissions.of(permissions).contains(Permissions.ADMIN);
    }

    /// Whether the group still has somebody who could administer.
    private static boolean keeps(Draft draft) {
        var members = draft.get(GroupType.MEMBERS);
        return Boolean.TRUE.equals(draft.get(GroupType.ACTIVE))
                && members != null
                && members.stream().anyMatch(it -> active(draft.lookup(), it));
    }

    private static boolean leftWithout(Draft draft, Attribute<UUID> part) {
        return left(draft.lookup(), it -> !draft.id().equals(it.get(part)), null);
    }

    /// An installation that never had an administrator has nothing to lose.
    private static void refuseUnless(Draft draft, Attribute<?> attribute, boolean left) {
        if (!left && left(draft.lookup(), _ -> true, null)) {
            draft.refuse(attribute, "people.access.last_administrator");
        }
    }

    private static boolean left(Lookup lookup, Predicate<Snapshot> grants, @Nullable UUID without) {
        var roles = lookup.list(RoleType.ROLE, "", MANY).stream()
                .filter(it -> holds(it.get(RoleType.PERMISSIONS)))
                .map(it -> it.id().toString())
                .collect(Collectors.joining(","));
        if (roles.isEmpty()) {
            return false;
        }
        var people = new HashSet<UUID>();
        lookup.list(GrantType.GRANT, "role:" + roles, MANY).stream()
                .filter(it -> it.get(GrantType.FOR_ORGANISATION) == null)
                .filter(grants)
                .forEach(it -> people.addAll(holders(lookup, it)));
        people.remove(without);
        return people.stream().anyMatch(it -> active(lookup, it));
    }

    private static Set<UUID> holders(Lookup lookup, Snapshot grant) {
        var person = grant.get(GrantType.PERSON);
        if (person != null) {
            return Set.of(person);
        }
        return lookup.get(GroupType.GROUP, grant.need(GrantType.GROUP))
                .filter(it -> Boolean.TRUE.equals(it.get(GroupType.ACTIVE)))
                .map(it -> it.get(GroupType.MEMBERS))
                .orElse(Set.of());
    }

    private static boolean active(Lookup lookup, UUID person) {
        return lookup.get(PersonType.PERSON, person)
                .map(it -> Boolean.TRUE.equals(it.get(PersonType.ACTIVE)))
                .orElse(false);
    }
}
