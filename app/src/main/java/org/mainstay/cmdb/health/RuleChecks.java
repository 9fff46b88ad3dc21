package org.mainstay.cmdb.health;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;

/// What holds for compliance rules and expectations, and what a preview says of them.
final class RuleChecks {

    private RuleChecks() {}

    /// A condition that cannot be read is refused; of one that can a preview says how many items do not meet it.
    record OfRules(
            HealthDefinitions definitions, MeasureQueries queries, RecordTypes types, FilterParser parser, Clock clock)
            implements Rule {

        @Override
        public String type() {
            return ComplianceRuleType.COMPLIANCE_RULE.code();
        }

        @Override
        public void apply(Draft draft) {
            var condition = draft.get(ComplianceRuleType.CONDITION);
            boolean asked = draft.created()
                    || draft.changes(ComplianceRuleType.CONDITION)
                    || draft.changes(ComplianceRuleType.ITEM_CLASS)
                    || draft.changes(ComplianceRuleType.ACTIVE);
            if (condition == null || !asked) {
                return;
            }
            var context = new FilterContext(HealthModule.HOUSE, clock.instant());
            switch (parser.parse(condition, types.current(ConfigurationItemType.CONFIGURATION_ITEM), context)) {
                case Parsed.Bad(var errors) ->
                    errors.forEach(it -> draft.refuse(new Problem(ComplianceRuleType.CONDITION.code(), it.reason())));
                case Parsed.Good(var filter) -> {
                    if (Boolean.TRUE.equals(draft.get(ComplianceRuleType.ACTIVE))
                            && draft.problems().isEmpty()
                            && !draft.plan().asItWas()) {
                        var within = definitions.within(draft.get(ComplianceRuleType.ITEM_CLASS));
                        draft.remark(() -> {
                            long failing = queries.countFailing(
                                    types.current(ConfigurationItemType.CONFIGURATION_ITEM), filter, within, context);
                            return Message.of(
                                    "health.rule.preview",
                                    Math.min(failing, UpkeepQueries.FAR),
                                    failing > UpkeepQueries.FAR ? 1 : 0);
                        });
                    }
                }
            }
        }
    }

    /// Only attributes that items of the class have can be expected.
    record OfExpectations(HealthDefinitions definitions, RecordTypes types) implements Rule {

        private static final int MOST = 50;

        @Override
        public String type() {
            return ClassExpectationType.CLASS_EXPECTATION.code();
        }

        @Override
        public void apply(Draft draft) {
            var codes = ClassExpectation.codes(draft.get(ClassExpectationType.ATTRIBUTES));
            var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
            var within = definitions.within(draft.get(ClassExpectationType.ITEM_CLASS));
            if (!draft.changes(ClassExpectationType.ATTRIBUTES)) {
                return;
            }
            if (codes.size() > MOST) {
                draft.refuse(ClassExpectationType.ATTRIBUTES, "health.expectation.too_many", MOST);
            }
            var unknown =
                    codes.stream().filter(it -> !expectable(type, it, within)).collect(Collectors.joining(", "));
            if (!unknown.isEmpty()) {
                draft.refuse(ClassExpectationType.ATTRIBUTES, "health.expectation.unknown", unknown);
            }
        }

        private static boolean expectable(RecordType<?> type, String code, Set<String> within) {
            return type.attribute(code)
                    .filter(it -> it.recorded() && !(it.kind() instanceof Kind.Keys))
                    .filter(it -> within.stream().anyMatch(one -> it.applies(_ -> one)))
                    .isPresent();
        }
    }
}
