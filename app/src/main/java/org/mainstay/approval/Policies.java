package org.mainstay.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Conditions;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Snapshot;

/// The policies and approval rules as administrators have them now.
final class Policies {

    private final LiveView<Known> known;
    private final Conditions conditions;

    /// @param policies active ones by record type, in their order
    /// @param rules active ones by list, in their order
    private record Known(Map<String, List<Ready>> policies, Map<String, List<Snapshot>> rules) {}

    private record Ready(Snapshot policy, List<StepTerms> steps) {

        private Terms terms() {
            return new Terms(
                    policy.id(),
                    Boolean.TRUE.equals(policy.get(ApprovalPolicyType.OWN_REQUESTS)),
                    Boolean.TRUE.equals(policy.get(ApprovalPolicyType.COUNTS_ONCE)),
                    policy.need(ApprovalPolicyType.STEWARDS),
                    steps);
        }
    }

    Policies(LiveViews views, Conditions conditions) {
        this.conditions = conditions;
        known = views.of(
                List.of(
                        ApprovalPolicyType.APPROVAL_POLICY,
                        ApprovalStepType.APPROVAL_STEP,
                        ApprovalRuleType.APPROVAL_RULE,
                        CustomFieldType.CUSTOM_FIELD),
                () -> read(views));
    }

    private static Known read(LiveViews views) {
        var steps = new HashMap<UUID, List<StepTerms>>();
        views.records(ApprovalStepType.APPROVAL_STEP)
                .forEach(it -> steps.computeIfAbsent(it.need(ApprovalStepType.POLICY), _ -> new ArrayList<>())
                        .add(ApprovalStepType.terms(it)));
        var policies = new HashMap<String, List<Ready>>();
        views.records(ApprovalPolicyType.APPROVAL_POLICY).stream()
                .filter(it -> Boolean.TRUE.equals(it.get(ApprovalPolicyType.ACTIVE)))
                .forEach(it -> policies.computeIfAbsent(it.need(ApprovalPolicyType.RECORD_TYPE), _ -> new ArrayList<>())
                        .add(new Ready(it, steps.getOrDefault(it.id(), List.of()))));
        var rules = new HashMap<String, List<Snapshot>>();
        views.records(ApprovalRuleType.APPROVAL_RULE).stream()
                .filter(it -> Boolean.TRUE.equals(it.get(ApprovalRuleType.ACTIVE)))
                .forEach(it -> rules.computeIfAbsent(it.need(ApprovalRuleType.LIST), _ -> new ArrayList<>())
                        .add(it));
        return new Known(policies, rules);
    }

    /// Whether one is for records of the type.
    boolean any(String type) {
        return known.get().policies.containsKey(type);
    }

    /// Whether one may be for a record that is not saved yet; true also where that cannot be told.
    ///
    /// @param together the ids of all records that are saved with it
    boolean may(Snapshot drafted, Set<UUID> together) {
        return known.get().policies.getOrDefault(drafted.type().code(), List.of()).stream()
                .map(it -> it.policy.get(ApprovalPolicyType.CONDITION))
                .anyMatch(it -> it == null || conditions.mayHold(it, drafted, together));
    }

    /// What is asked for where the record is as it is; empty where no policy is for it.
    Optional<Terms> of(Snapshot record) {
        return known.get().policies.getOrDefault(record.type().code(), List.of()).stream()
                .filter(it -> holds(it.policy.get(ApprovalPolicyType.CONDITION), record))
                .findFirst()
                .map(Ready::terms);
    }

    /// What an active policy asks for, whatever its condition; empty where there is none.
    Optional<Terms> of(UUID policy) {
        return known.get().policies.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.policy.id().equals(policy))
                .findFirst()
                .map(Ready::terms);
    }

    /// The first rule of the list that holds.
    Optional<Snapshot> rule(String list, Snapshot record, @Nullable Money amount) {
        return known.get().rules.getOrDefault(list, List.of()).stream()
                .filter(it -> record.type().code().equals(it.get(ApprovalRuleType.RECORD_TYPE)))
                .filter(it -> within(it, amount))
                .filter(it -> holds(it.get(ApprovalRuleType.CONDITION), record))
                .findFirst();
    }

    private boolean holds(@Nullable String condition, Snapshot record) {
        return condition == null || conditions.holds(condition, record);
    }

    private static boolean within(Snapshot rule, @Nullable Money amount) {
        var from = rule.get(ApprovalRuleType.AMOUNT_FROM);
        var below = rule.get(ApprovalRuleType.AMOUNT_BELOW);
        return (from == null || compared(amount, from) >= 0 && comparable(amount, from))
                && (below == null || compared(amount, below) < 0 && comparable(amount, below));
    }

    private static boolean comparable(@Nullable Money amount, Money bound) {
        return amount != null && amount.currency().equals(bound.currency());
    }

    private static int compared(@Nullable Money amount, Money bound) {
        return amount == null ? 0 : amount.amount().compareTo(bound.amount());
    }
}
