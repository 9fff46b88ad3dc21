package org.mainstay.approval;

import java.util.List;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Yes or no.
///
/// @param why what is asked for, as the reason of the decision
record Deciding(String name, boolean yes, Attribute<String> why, int rank, Supplier<ApprovalPlans> plans)
        implements Action<Approval> {

    static Deciding approve(Supplier<ApprovalPlans> plans) {
        return new Deciding("approve", true, Questions.COMMENT, 10, plans);
    }

    static Deciding reject(Supplier<ApprovalPlans> plans) {
        return new Deciding("reject", false, Questions.REASON, 20, plans);
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(why);
    }

    @Override
    public List<String> changes() {
        return List.of("state");
    }

    @Override
    public Decision permits(Approval approval, Acting acting) {
        if (approval.state() != Approval.State.REQUESTED) {
            return Decision.denied("approval.permits.over");
        }
        if (approval.waitingFor().contains(acting.actor().id())) {
            return Decision.allowed("approval.permits.asked");
        }
        // absences and departures of the last minute are not in the record yet
        var against = plans.get()
                .going(acting.subject(), acting.now())
                .course()
                .against(acting.actor().id());
        return against == null ? Decision.allowed("approval.permits.asked") : new Decision.Denied(against);
    }

    @Override
    public Plan apply(Approval approval, Acting acting) throws Refusal {
        var going = plans.get().decidable(acting.subject(), acting.now());
        var said = Questions.said(acting.answer(why));
        ApprovalPlans.refuse(going.course().decide(acting.actor().id(), yes, said, false));
        var plan = acting.plan(this);
        plans.get().write(plan, going, acting.now());
        return plan;
    }
}
