package org.mainstay.cmdb.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.health.ClassExpectation.Related;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;

/// Measures, expectations, rules and policies as administrators have them now; only what is active.
final class HealthDefinitions {

    private final ItemClasses classes;
    private final LiveView<List<HealthMeasure>> measures;
    private final LiveView<Map<String, ClassExpectation>> expectations;
    private final LiveView<List<ComplianceRule>> rules;
    private final LiveView<List<StalenessPolicy>> policies;

    HealthDefinitions(ItemClasses classes, LiveViews views) {
        this.classes = classes;
        measures = views.of(
                List.of(HealthMeasureType.HEALTH_MEASURE),
                () -> views.records(HealthMeasureType.HEALTH_MEASURE).stream()
                        .map(HealthMeasure::of)
                        .filter(HealthMeasure::active)
                        .toList());
        expectations = views.of(List.of(ClassExpectationType.CLASS_EXPECTATION), () -> {
            var byClass = new HashMap<String, ClassExpectation>();
            views.records(ClassExpectationType.CLASS_EXPECTATION).stream()
                    .map(ClassExpectation::of)
                    .filter(ClassExpectation::active)
                    .forEach(it -> byClass.put(Objects.requireNonNullElse(it.itemClass(), ""), it));
            return byClass;
        });
        rules = views.of(
                List.of(ComplianceRuleType.COMPLIANCE_RULE),
                () -> views.records(ComplianceRuleType.COMPLIANCE_RULE).stream()
                        .map(ComplianceRule::of)
                        .filter(ComplianceRule::active)
                        .toList());
        policies = views.of(
                List.of(StalenessPolicyType.STALENESS_POLICY),
                () -> views.records(StalenessPolicyType.STALENESS_POLICY).stream()
                        .map(StalenessPolicy::of)
                        .filter(StalenessPolicy::active)
                        .toList());
    }

    /// In their order.
    List<HealthMeasure> measures() {
        return measures.get();
    }

    /// What is expected of items of a class, by its own expectation and those of the classes above it.
    ///
    /// @param attributes codes, from the top of the tree down
    record Expected(Set<String> attributes, Related related, boolean uniqueNames) {}

    Expected expected(String itemClass) {
        var line = line(itemClass, expectations.get());
        var attributes = new LinkedHashSet<String>();
        line.reversed().forEach(it -> attributes.addAll(it.attributes()));
        return new Expected(
                attributes,
                line.stream()
                        .map(ClassExpectation::related)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Related.NO),
                line.stream()
                        .map(ClassExpectation::uniqueNames)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(false));
    }

    /// The rules that items of the class have to meet.
    List<ComplianceRule> rules() {
        return rules.get();
    }

    /// The classes that something said of a class, or of all, is about.
    Set<String> within(@Nullable String itemClass) {
        return itemClass == null
                ? classes.all().stream().map(ItemClass::code).collect(Collectors.toUnmodifiableSet())
                : classes.within(itemClass);
    }

    List<StalenessPolicy> policies() {
        return policies.get();
    }

    /// The policy whose word counts for items of the class: that of the nearest class.
    Optional<StalenessPolicy> policy(String itemClass) {
        return policy(itemClass, policies.get());
    }

    private Optional<StalenessPolicy> policy(String itemClass, List<StalenessPolicy> among) {
        var byClass = new HashMap<String, StalenessPolicy>();
        among.stream()
                .filter(it -> it.source() == null)
                .forEach(it -> byClass.putIfAbsent(Objects.requireNonNullElse(it.itemClass(), ""), it));
        return line(itemClass, byClass).stream().findFirst();
    }

    /// The classes for whose items the policy is the nearest one, be it kept already or not.
    Set<String> governed(StalenessPolicy policy) {
        var among = new ArrayList<>(policies.get());
        among.removeIf(it -> it.id().equals(policy.id()));
        among.addFirst(policy);
        return within(policy.itemClass()).stream()
                .filter(it -> policy(it, among)
                        .filter(nearest -> nearest.id().equals(policy.id()))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What the class and those above it have, the nearest first, and last what all have.
    private <T> List<T> line(String itemClass, Map<String, T> byClass) {
        var line = new ArrayList<T>();
        for (var one : classes.lineage(itemClass)) {
            var found = byClass.get(one.code());
            if (found != null) {
                line.add(found);
            }
        }
        var all = byClass.get("");
        if (all != null) {
            line.add(all);
        }
        return line;
    }
}
