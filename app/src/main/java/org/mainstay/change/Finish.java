package org.mainstay.change;

import java.util.List;
import java.util.Objects;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Says how the implementation went, and when it was over.
record Finish() implements Action<Change> {

    @Override
    public String name() {
        return "finish";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.OUTCOME, Questions.ACTUAL_END, Questions.COMMENT, ChangeType.REVIEW);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "outcome", "actual_end");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        var decision = Permits.agents(acting);
        if (!decision.yes()) {
            return decision;
        }
        if (change.state() != State.IMPLEMENT) {
            return Decision.denied("change.permits.not_begun", Permits.state(change.state()));
        }
        return Tasks.left(change.id(), ChangeTask.Kind.IMPLEMENT, acting.lookup())
                .map(it -> Decision.denied("change.permits.tasks_left", it.number()))
                .orElse(decision);
    }

    @Override
    public Plan apply(Change change, Acting acting) throws Refusal {
        var outcome = Objects.requireNonNull(acting.answer(Questions.OUTCOME));
        Questions.explained(outcome, acting);
        var end = acting.answer(Questions.ACTUAL_END);
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(ChangeType.STATE, after(change, acting))
                .set(ChangeType.OUTCOME, outcome)
                .set(ChangeType.ACTUAL_END, end == null ? acting.now() : end);
        Questions.said(acting, Questions.COMMENT, edit);
        return plan;
    }

    /// Where a change comes to once it is done.
    static State after(Change change, Acting acting) {
        return ChangeModel.of(change.model(), acting.lookup())
                .flatMap(it -> it.next(State.IMPLEMENT))
                .orElse(State.REVIEW);
    }

    @Override
    public int rank() {
        return 50;
    }
}
