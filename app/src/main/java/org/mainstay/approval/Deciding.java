package org.mainstay.approval;

import java.util.List;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Yes and no.
final class Deciding {

    private Deciding() {}

    private static Decision permits(Approval approval, Acting acting, ApprovalPlans plans) {
        if (approval.state() != Approval.State.REQUESTED) {
            return Decision.denied("approval.permits.over");
        }
        if (approval.waitingFor().contains(acting.actor().id())) {
            return Decision.allowed("approval.permits.asked");
        }
        // absences and departures of the last minute are not in the record yet
        var against = plans.going(acting.subject(), acting.now())
                .course()
                .against(acting.actor().id());
        return against == null ? Decision.allowed("approval.permits.asked") : new Decision.Denied(against);
    }

    private static Plan apply(Action<?> action, Acting acting, ApprovalPlans plans, boolean yes, Attribute<String> why)
            throws Refusal {
        var going = plans.decidable(acting.subject(), acting.now());
        var said = Questions.said(acting.answer(why));
        ApprovalPlans.refuse(going.course().decide(acting.actor().id(), yes, said, false));
        var plan = acting.plan(action);
        plans.write(plan, going, acting.now());
        return plan;
    }

    record Approve(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "approve";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.COMMENT);
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            return Deciding.permits(approval, acting, plans.get());
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            return Deciding.apply(this, acting, plans.get(), true, Questions.COMMENT);
        }

        @Override
        public int rank() {
            return 10;
        }
    }

    record Reject(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "reject";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.REASON);
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            return Deciding.permits(approval, acting, plans.get());
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            return Deciding.apply(this, acting, plans.get(), false, Questions.REASON);
        }

        @Override
        public int rank() {
            return 20;
        }
    }
}
