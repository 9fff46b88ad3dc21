package org.mainstay.people;

import java.util.LinkedHashSet;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Grants are seen by those they are given to and by whoever manages people where they hold.
final class GrantScope implements AccessRule {

    private final Administrators administrators;

    GrantScope(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    public String type() {
        return "grant";
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere(Permissions.PEOPLE_MANAGE)) {
            return Filter.EVERYTHING;
        }
        var managed = new LinkedHashSet<UUID>(person.grants().in(Permissions.PEOPLE_MANAGE));
        managed.addAll(person.grants().in(Permissions.ADMIN));
        return Filter.any(
                Filter.is(GrantType.PERSON, new Filter.Operand.Me()),
                Filter.is(GrantType.GROUP, new Filter.Operand.MyGroups()),
                managed.isEmpty() ? Filter.NOTHING : Filter.is(Header.ORGANISATION, managed.toArray()));
    }

    @Override
    public String reason(int index) {
        return switch (index) {
            case 0 -> "people.access.granted_to_you";
            case 1 -> "people.access.granted_to_your_group";
            default -> "people.access.managed_organisation";
        };
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return manages(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return manages(actor, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        if (administrators.protectsGrant(subject, actor)) {
            return Decision.denied("people.person.administrator");
        }
        return manages(actor, subject.organisation());
    }

    @Override
    public Decision restore(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }

    private static Decision manages(Actor actor, UUID organisation) {
        return actor.may(Permissions.PEOPLE_MANAGE, organisation)
                ? Decision.allowed("kernel.access.permission", Permissions.PEOPLE_MANAGE)
                : Decision.denied("kernel.access.permission_needed", Permissions.PEOPLE_MANAGE);
    }
}
