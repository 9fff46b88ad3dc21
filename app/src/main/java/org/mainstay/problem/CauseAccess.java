package org.mainstay.problem;

import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Causes are for those for whom their problems are. They also take away what nothing is below, and bring it back
/// where it still has its place.
final class CauseAccess implements AccessRule {

    private final ProblemAccess problems = new ProblemAccess(CauseType.CAUSE);
    private final Supplier<RecordStore> store;

    CauseAccess(Supplier<RecordStore> store) {
        this.store = store;
    }

    @Override
    public String type() {
        return problems.type();
    }

    @Override
    public Filter visible(Actor actor) {
        return problems.visible(actor);
    }

    @Override
    public String reason(int index) {
        return problems.reason(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return problems.create(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return problems.edit(actor, subject);
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        var decision = open(actor, subject);
        return decision.yes() && any(actor, Filter.is(CauseType.PARENT, subject.id()), 1)
                ? Decision.denied("cause.permits.has_below")
                : decision;
    }

    @Override
    public Decision restore(Actor actor, Snapshot subject) {
        var decision = open(actor, subject);
        if (!decision.yes()) {
            return decision;
        }
        var parent = subject.get(CauseType.PARENT);
        if (parent != null && store.get().get(actor, CauseType.CAUSE, parent).isEmpty()) {
            return Decision.denied("cause.permits.parent_gone");
        }
        return any(actor, Filter.is(CauseType.PROBLEM, subject.need(CauseType.PROBLEM)), CauseTree.MOST)
                ? Decision.denied("cause.too_many", CauseTree.MOST)
                : decision;
    }

    private boolean any(Actor actor, Filter filter, int least) {
        return store.get()
                        .list(actor, CauseType.CAUSE, Query.of(filter).limit(least))
                        .items()
                        .size()
                >= least;
    }

    private Decision open(Actor actor, Snapshot subject) {
        var decision = problems.edit(actor, subject);
        boolean closed = decision.yes()
                && store.get()
                        .get(actor, ProblemType.PROBLEM, subject.need(CauseType.PROBLEM))
                        .filter(it -> it.need(ProblemType.STATE) == Problem.State.CLOSED)
                        .isPresent();
        return closed ? Decision.denied("cause.problem_closed") : decision;
    }
}
