package org.mainstay.problem;

import java.util.List;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.problem.Cause.State;

/// Makes a hypothesis again of what was decided; the reason is kept as a work note.
record ReopenCause() implements Action<Cause> {

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(Questions.NEEDED_REASON);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "decided_by", "decided_at");
    }

    @Override
    public Decision permits(Cause cause, Acting acting) {
        return CausePermits.agents(cause, acting, true);
    }

    @Override
    public Plan apply(Cause cause, Acting acting) {
        var plan = acting.plan(this);
        plan.edit(acting.subject())
                .set(CauseType.STATE, State.HYPOTHESIS)
                .set(CauseType.REASON, null)
                .add(new Comment(String.valueOf(acting.answer(Questions.NEEDED_REASON)), true));
        return plan;
    }

    @Override
    public int rank() {
        return 80;
    }
}
