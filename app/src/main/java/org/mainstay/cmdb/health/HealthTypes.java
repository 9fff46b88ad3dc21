package org.mainstay.cmdb.health;

import java.time.Clock;
import java.util.Optional;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What administrators keep about health.
@Configuration(proxyBeanMethods = false)
class HealthTypes {

    private static AccessRule administrators(RecordType<?> type) {
        return new DefinitionAccess(type.code(), _ -> Optional.empty());
    }

    @Bean
    RecordType<?> healthMeasureType() {
        return HealthMeasureType.HEALTH_MEASURE;
    }

    @Bean
    AccessRule healthMeasureAccess() {
        return administrators(HealthMeasureType.HEALTH_MEASURE);
    }

    @Bean
    RecordType<?> classExpectationType() {
        return ClassExpectationType.CLASS_EXPECTATION;
    }

    @Bean
    AccessRule classExpectationAccess() {
        return administrators(ClassExpectationType.CLASS_EXPECTATION);
    }

    @Bean
    RecordType<?> complianceRuleType() {
        return ComplianceRuleType.COMPLIANCE_RULE;
    }

    @Bean
    AccessRule complianceRuleAccess() {
        return administrators(ComplianceRuleType.COMPLIANCE_RULE);
    }

    @Bean
    RecordType<?> stalenessPolicyType() {
        return StalenessPolicyType.STALENESS_POLICY;
    }

    @Bean
    AccessRule stalenessPolicyAccess() {
        return administrators(StalenessPolicyType.STALENESS_POLICY);
    }

    @Bean
    Rule complianceRuleChecks(
            HealthDefinitions definitions,
            MeasureQueries queries,
            RecordTypes types,
            FilterParser parser,
            Clock clock) {
        return new RuleChecks.OfRules(definitions, queries, types, parser, clock);
    }

    @Bean
    Rule classExpectationChecks(HealthDefinitions definitions, RecordTypes types) {
        return new RuleChecks.OfExpectations(definitions, types);
    }

    @Bean
    @Order(3)
    Shipped shippedHealth() {
        return new ShippedHealth();
    }
}
