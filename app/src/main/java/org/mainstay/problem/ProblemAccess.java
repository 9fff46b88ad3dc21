package org.mainstay.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Agents see and change the problems of their organisations and what belongs to these; nobody else knows of them.
record ProblemAccess(RecordType<?> of) implements AccessRule {

    @Override
    public String type() {
        return of.code();
    }

    @Override
    public Filter visible(Actor actor) {
        return new Filter.Any(
                actor instanceof Actor.Person person && actor.may(ProblemType.WORK)
                        ? List.of(organisations(person.grants(), ProblemType.WORK))
                        : List.of());
    }

    /// Those in which somebody has the permission.
    static Filter organisations(Grants grants, String permission) {
        if (grants.everywhere(permission)) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>(grants.in(permission));
        organisations.addAll(grants.in(Grants.ADMIN));
        return Filter.is(Header.ORGANISATION, organisations.toArray());
    }

    @Override
    public String reason(int index) {
        return "problem.access.agent";
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return works(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return works(actor, subject.organisation());
    }

    static Decision works(Actor actor, UUID organisation) {
        return actor.may(ProblemType.WORK, organisation)
                ? Decision.allowed("problem.permits.agent")
                : Decision.denied("problem.permits.work_needed");
    }
}
