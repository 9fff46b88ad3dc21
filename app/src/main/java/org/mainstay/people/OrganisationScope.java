package org.mainstay.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Persons, groups, locations and organisations are seen by the people of their organisation and by
/// whoever was granted anything there; they are kept by those who hold `people:manage` there. A person
/// keeps some attributes of their own record. Names of all of them are shown wherever a visible record
/// refers to them.
record OrganisationScope(String type, Administrators administrators) implements AccessRule {

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere()) {
            return Filter.EVERYTHING;
        }
        var own = Filter.is(Header.ORGANISATION, person.organisation());
        var granted = person.grants().organisations();
        return granted.isEmpty() ? Filter.any(own) : Filter.any(own, Filter.is(Header.ORGANISATION, granted.toArray()));
    }

    @Override
    public String reason(int index) {
        return index == 0 ? "people.access.own_organisation" : "people.access.granted_organisation";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return type.equals("organisation")
                ? Decision.denied("kernel.access.administrators_only")
                : manages(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return own(actor, subject)
                ? Decision.allowed("people.access.yourself")
                : manages(actor, subject.organisation());
    }

    @Override
    public boolean reads(Actor actor, Attribute<?> attribute, Snapshot subject) {
        return own(actor, subject);
    }

    @Override
    public boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        return subject == null
                || manages(actor, subject.organisation()).yes()
                || (own(actor, subject) && PersonType.KEPT_BY_ONESELF.contains(attribute));
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        if (administers(subject, actor)) {
            return Decision.denied("people.person.administrator");
        }
        return manages(actor, subject.organisation());
    }

    private boolean administers(Snapshot subject, Actor actor) {
        return switch (type) {
            case "person" -> administrators.protects(subject.id(), actor);
            case "group" -> {
                var members = subject.get(GroupType.MEMBERS);
                yield members != null && administrators.protectsOneOf(members, actor);
            }
            default -> false;
        };
    }

    /// A group and a person come back with what was granted to them.
    @Override
    public Decision restore(Actor actor, Snapshot subject) {
        return type.equals("group") || type.equals("person")
                ? Decision.denied("kernel.access.administrators_only")
                : delete(actor, subject);
    }

    @Override
    public boolean openLabels() {
        return true;
    }

    private static boolean own(Actor actor, Snapshot subject) {
        return actor.id().equals(subject.id());
    }

    private static Decision manages(Actor actor, UUID organisation) {
        return actor.may(Permissions.PEOPLE_MANAGE, organisation)
                ? Decision.allowed("kernel.access.permission", Permissions.PEOPLE_MANAGE)
                : Decision.denied("kernel.access.permission_needed", Permissions.PEOPLE_MANAGE);
    }
}
