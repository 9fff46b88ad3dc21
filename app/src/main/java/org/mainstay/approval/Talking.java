package org.mainstay.approval;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// What approvers and those who asked have to say to each other, and taking it back.
final class Talking {

    private Talking() {}

    private static boolean asked(Approval approval, UUID person) {
        return person.equals(approval.requestedBy()) || person.equals(approval.requestedFor());
    }

    /// By those who asked, and by administrators.
    private static Decision those(Approval approval, Acting acting) {
        if (asked(approval, acting.actor().id())) {
            return Decision.allowed("approval.permits.requester");
        }
        return acting.may(Grants.ADMIN)
                ? Decision.allowed("kernel.access.administrator")
                : Decision.denied("approval.permits.requester_only");
    }

    private static ApprovalPlans.Going going(ApprovalPlans plans, Acting acting) throws Refusal {
        var going = plans.going(acting.subject(), acting.now());
        if (!going.course().standing().known()) {
            throw new Refusal(Problem.of("approval.permits.over"));
        }
        return going;
    }

    /// Asks back; no time goes by until there is an answer.
    record Ask(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "ask";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.QUESTION);
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            if (approval.state() != Approval.State.REQUESTED) {
                return Decision.denied("approval.permits.over");
            }
            if (approval.stopped()) {
                return Decision.denied("approval.permits.stopped");
            }
            return approval.waitingFor().contains(acting.actor().id())
                    ? Decision.allowed("approval.permits.asked")
                    : Decision.denied("approval.permits.not_asked");
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            var going = going(plans.get(), acting);
            var text = Objects.requireNonNull(acting.answer(Questions.QUESTION));
            ApprovalPlans.refuse(going.course().against(acting.actor().id()));
            going.course().question(acting.actor().id(), text);
            var plan = acting.plan(this);
            plan.edit(acting.subject()).add(new Comment(text, false));
            plans.get().write(plan, going, acting.now());
            return plan;
        }

        @Override
        public int rank() {
            return 40;
        }
    }

    record Answer(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "answer";
        }

        @Override
        public List<Attribute<?>> asks() {
            return List.of(Questions.ANSWER);
        }

        @Override
        public Decision permits(Approval approval, Acting acting) {
            if (approval.state() != Approval.State.REQUESTED || !approval.stopped()) {
                return Decision.denied("approval.permits.not_stopped");
            }
            return those(approval, acting);
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            var going = going(plans.get(), acting);
            var text = Objects.requireNonNull(acting.answer(Questions.ANSWER));
            going.course().answer(acting.actor().id(), text);
            var plan = acting.plan(this);
            plan.edit(acting.subject()).add(new Comment(text, false));
            plans.get().write(plan, going, acting.now());
            return plan;
        }

        @Override
        public int rank() {
            return 5;
        }
    }

    record Withdraw(Supplier<ApprovalPlans> plans) implements Action<Approval> {

        @Override
        public String name() {
            return "withdraw";
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
            return approval.state() == Approval.State.REQUESTED
                    ? those(approval, acting)
                    : Decision.denied("approval.permits.over");
        }

        @Override
        public Plan apply(Approval approval, Acting acting) throws Refusal {
            var going = going(plans.get(), acting);
            going.course().withdraw(acting.actor().id(), Questions.said(acting.answer(Questions.COMMENT)));
            var plan = acting.plan(this);
            plans.get().write(plan, going, acting.now());
            return plan;
        }

        @Override
        public int rank() {
            return 70;
        }
    }
}
