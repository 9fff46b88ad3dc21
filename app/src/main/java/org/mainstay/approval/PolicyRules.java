package org.mainstay.approval;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.approval.StepTerms.Approvers;
import org.mainstay.approval.StepTerms.Overdue;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Rule;

/// What holds for policies, their steps and approval rules, whoever writes them.
final class PolicyRules {

    private PolicyRules() {}

    record OfPolicies(Supplier<Conditions> conditions) implements Rule {

        @Override
        public String type() {
            return "approval_policy";
        }

        @Override
        public void apply(Draft draft) {
            conditions.get().check(draft, ApprovalPolicyType.CONDITION, draft.get(ApprovalPolicyType.RECORD_TYPE));
        }
    }

    record OfSteps(Supplier<Conditions> conditions) implements Rule {

        @Override
        public String type() {
            return "approval_step";
        }

        @Override
        public void apply(Draft draft) {
            var policy = draft.get(ApprovalStepType.POLICY);
            var type = policy == null
                    ? null
                    : draft.lookup()
                            .get(ApprovalPolicyType.APPROVAL_POLICY, policy)
                            .map(it -> it.get(ApprovalPolicyType.RECORD_TYPE))
                            .orElse(null);
            conditions.get().check(draft, ApprovalStepType.SKIP_WHEN, type);
            conditions.get().check(draft, ApprovalStepType.APPROVE_WHEN, type);
            var approvers = draft.get(ApprovalStepType.APPROVERS);
            needs(draft, approvers == Approvers.PERSON, ApprovalStepType.PERSON);
            needs(draft, approvers == Approvers.GROUP, ApprovalStepType.GROUP);
            needs(draft, approvers == Approvers.RULE, ApprovalStepType.LIST);
            needs(draft, draft.get(ApprovalStepType.QUORUM) == Quorum.SOME, ApprovalStepType.NEEDED);
            var overdue = draft.get(ApprovalStepType.OVERDUE);
            needs(draft, overdue == Overdue.EXPIRE || overdue == Overdue.ESCALATE, ApprovalStepType.DEADLINE);
            if (overdue == Overdue.ESCALATE
                    && draft.get(ApprovalStepType.ESCALATION_PERSON) == null
                    && draft.get(ApprovalStepType.ESCALATION_GROUP) == null) {
                draft.refuse(ApprovalStepType.ESCALATION_GROUP, "approval.step.escalation_needed");
            }
            positive(draft, ApprovalStepType.DEADLINE);
            positive(draft, ApprovalStepType.REMINDER);
        }

        private static void needs(Draft draft, boolean needed, Attribute<?> attribute) {
            if (needed && draft.get(attribute) == null) {
                draft.refuse(attribute, "approval.step.needed");
            }
        }

        private static void positive(Draft draft, Attribute<Duration> attribute) {
            var span = draft.get(attribute);
            if (span != null && span.compareTo(Duration.ofMinutes(1)) < 0) {
                draft.refuse(attribute, "approval.step.too_short");
            }
        }
    }

    record OfRules(Supplier<Conditions> conditions) implements Rule {

        @Override
        public String type() {
            return "approval_rule";
        }

        @Override
        public void apply(Draft draft) {
            conditions.get().check(draft, ApprovalRuleType.CONDITION, draft.get(ApprovalRuleType.RECORD_TYPE));
            UUID person = draft.get(ApprovalRuleType.PERSON);
            UUID group = draft.get(ApprovalRuleType.GROUP);
            if ((person == null) == (group == null)) {
                draft.refuse(ApprovalRuleType.PERSON, "approval.rule.person_or_group");
            }
            Money from = draft.get(ApprovalRuleType.AMOUNT_FROM);
            Money below = draft.get(ApprovalRuleType.AMOUNT_BELOW);
            if (from != null && below != null && !from.currency().equals(below.currency())) {
                draft.refuse(ApprovalRuleType.AMOUNT_BELOW, "approval.rule.currencies");
            }
        }
    }

    /// Approvals are asked for and never simply made; what was elsewhere comes in as it was.
    record OfApprovals() implements Rule {

        @Override
        public String type() {
            return "approval";
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()
                    && !draft.plan().asItWas()
                    && draft.parts().stream().noneMatch(LedgerPart.class::isInstance)) {
                draft.refuse(ApprovalType.RECORD, "approval.not_made");
            }
        }
    }
}
