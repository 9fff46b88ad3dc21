package org.mainstay.problem;

import java.util.List;
import java.util.UUID;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;

/// Those who work on problems keep known errors; who works on incidents only sees those that are published.
final class KnownErrorAccess implements AccessRule {

    private static final List<String> REASONS = List.of("problem.access.agent", "known_error.access.incidents");

    @Override
    public String type() {
        return "known_error";
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person)) {
            return Filter.NOTHING;
        }
        return Filter.any(
                actor.may(ProblemType.WORK)
                        ? ProblemAccess.organisations(person.grants(), ProblemType.WORK)
                        : Filter.NOTHING,
                actor.may(IncidentType.WORK)
                        ? Filter.all(
                                Filter.is(KnownErrorType.STATE, KnownError.State.PUBLISHED),
                                ProblemAccess.organisations(person.grants(), IncidentType.WORK))
                        : Filter.NOTHING);
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return ProblemAccess.works(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return ProblemAccess.works(actor, subject.organisation());
    }
}
