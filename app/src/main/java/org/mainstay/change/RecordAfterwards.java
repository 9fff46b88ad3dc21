package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Tells of something that was done without being planned: it goes to the review at once and stays marked.
record RecordAfterwards() implements Action<Change> {

    private static final Attribute<Instant> START =
            Attribute.column("actual_start", ChangeType.ACTUAL_START.kind(), REQUIRED);
    private static final Attribute<Instant> END =
            Attribute.column("actual_end", ChangeType.ACTUAL_END.kind(), REQUIRED);

    @Override
    public String name() {
        return "record_afterwards";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(START, END, Questions.OUTCOME, Questions.NEEDED_REASON, ChangeType.REVIEW);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "unplanned", "actual_start", "actual_end", "outcome");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        var decision = Permits.agents(acting);
        return decision.yes() && change.state() != State.NEW
                ? Decision.denied("change.permits.only_new", Permits.state(change.state()))
                : decision;
    }

    @Override
    public Plan apply(Change change, Acting acting) throws Refusal {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject())
                .set(ChangeType.STATE, Finish.after(change, acting))
                .set(ChangeType.UNPLANNED, true)
                .set(ChangeType.ACTUAL_START, Objects.requireNonNull(acting.answer(START)))
                .set(ChangeType.ACTUAL_END, Objects.requireNonNull(acting.answer(END)))
                .set(ChangeType.OUTCOME, Objects.requireNonNull(acting.answer(Questions.OUTCOME)));
        Questions.said(acting, Questions.NEEDED_REASON, edit);
        return plan;
    }

    @Override
    public int rank() {
        return 200;
    }
}
