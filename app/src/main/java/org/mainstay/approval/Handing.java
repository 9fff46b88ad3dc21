package org.mainstay.approval;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;

/// Letting others decide.
final class Handing {

    private Handing() {}

    /// By who was asked.
    record Delegate(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "delegate";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.TO, Questions.COMMENT);
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            if (approval.state() != Approval.State.REQUESTED) {
                return Decision.denied("approval.permits.over");
            }
            return approval.waitingFor().contains(acting.actor().id())
                    ? Decision.allowed("approval.permits.asked")
                    : Decision.denied("approval.permits.not_asked");
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            var going = plans.get().decidable(acting.subject(), acting.now());
            var to = Objects.requireNonNull(acting.answer(Questions.TO));
            var said = Questions.said(acting.answer(Questions.COMMENT));
            ApprovalPlans.refuse(going.course().delegate(acting.actor().id(), to, said));
            var plan = acting.plan(this);
            plans.get().write(plan, going, acting.now());
            return plan;
        }

        @Override
        public int rank() {
            return 30;
        }
    }

    /// By an administrator.
    record Reassign(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "reassign";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.FROM, Questions.TO, Questions.COMMENT);
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            if (!acting.may(Grants.ADMIN)) {
                return Decision.denied("kernel.access.administrators_only");
            }
            return approval.state() == Approval.State.REQUESTED
                    ? Decision.allowed("kernel.access.administrator")
                    : Decision.denied("approval.permits.over");
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            var going = plans.get().decidable(acting.subject(), acting.now());
            ApprovalPlans.refuse(going.course()
                    .reassign(
                            acting.actor().id(),
                            acting.answer(Questions.FROM),
                            Objects.requireNonNull(acting.answer(Questions.TO)),
                            Questions.said(acting.answer(Questions.COMMENT))));
            var plan = acting.plan(this);
            plans.get().write(plan, going, acting.now());
            return plan;
        }

        @Override
        public int rank() {
            return 60;
        }
    }
}
