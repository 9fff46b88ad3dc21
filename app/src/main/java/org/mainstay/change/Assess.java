package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// Begins to look at what is asked for: is it worth it, what does it take? A change without assignee becomes the
/// actor's.
record Assess() implements Action<Change> {

    @Override
    public String name() {
        return "assess";
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Change change, Acting acting) {
        return Permits.step(change, State.ASSESS, acting);
    }

    @Override
    public Plan apply(Change change, Acting acting) {
        var plan = acting.plan(this);
        var edit = plan.edit(acting.subject()).set(ChangeType.STATE, State.ASSESS);
        Beginning.tasks(plan, change, acting);
        var actor = acting.actor();
        boolean mayBeTheirs = change.group() == null || actor.groups().contains(change.group());
        if (change.assignee() == null && actor instanceof Actor.Person && mayBeTheirs) {
            edit.set(ChangeType.ASSIGNEE, actor.id());
        }
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
