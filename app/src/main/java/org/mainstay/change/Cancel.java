package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Gives up a change of which nothing was done yet, and says why. Its open tasks are cancelled with it.
record Cancel(Clearance clearance) implements Action<Change> {

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "closed_at");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        return Permits.untilImplementation(change, acting);
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(ChangeType.STATE, State.CANCELLED);
        Questions.said(acting, Questions.NEEDED_REASON, edit);
        clearance.withdraw(plan, acting, acting.answer(Questions.NEEDED_REASON));
        Tasks.open(change.id(), acting.lookup())
                .forEach(it -> plan.edit(it).set(ChangeTaskType.STATE, ChangeTask.State.CANCELLED));
        return plan;
    }

    @Override
    public int rank() {
        return 120;
    }
}
