package org.mainstay.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// An absence is seen by who is away, by their substitute and by those who manage people there, and kept by the first
/// and the last of them.
final class AbsenceAccess implements AccessRule {

    @Override
    public String type() {
        return "absence";
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere(Permissions.PEOPLE_MANAGE)) {
            return Filter.EVERYTHING;
        }
        var managed = new LinkedHashSet<UUID>(person.grants().in(Permissions.PEOPLE_MANAGE));
        managed.addAll(person.grants().in(Permissions.ADMIN));
        var clauses = new ArrayList<Filter>();
        clauses.add(Filter.is(AbsenceType.PERSON, actor.id()));
        clauses.add(Filter.is(AbsenceType.SUBSTITUTE, actor.id()));
        if (!managed.isEmpty()) {
            clauses.add(Filter.is(Header.ORGANISATION, managed.toArray()));
        }
        return new Filter.Any(clauses);
    }

    @Override
    public String reason(int index) {
        return switch (index) {
            case 0 -> "people.access.absent_yourself";
            case 1 -> "people.access.substitute";
            default -> "people.access.managed_organisation";
        };
    }

    /// Whose it is, the rules decide.
    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.allowed("people.access.absent_yourself");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        if (actor.id().equals(subject.get(AbsenceType.PERSON))) {
            return Decision.allowed("people.access.absent_yourself");
        }
        return actor.may(Permissions.PEOPLE_MANAGE, subject.organisation())
                ? Decision.allowed("kernel.access.permission", Permissions.PEOPLE_MANAGE)
                : Decision.denied("kernel.access.permission_needed", Permissions.PEOPLE_MANAGE);
    }

    @Override
    public boolean writes(Actor actor, Attribute<?> attribute, @Nullable Snapshot subject) {
        return subject == null
                || attribute != AbsenceType.PERSON
                || actor.may(Permissions.PEOPLE_MANAGE, subject.organisation());
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return edit(actor, subject);
    }
}
