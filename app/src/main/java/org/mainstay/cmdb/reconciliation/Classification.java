package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The classification rules as administrators have them now, and what they make of an unknown device.
final class Classification implements Rule {

    private static final Logger LOG = LoggerFactory.getLogger(Classification.class);

    /// Conditions are meant by the house, not by whoever delivers.
    private static final Actor HOUSE = Installation.ITSELF;

    private final LiveView<List<Ready>> rules;
    private final RecordTypes types;
    private final FilterParser parser;
    private final FilterMatch match;
    private final Clock clock;

    private record Ready(ClassificationRule rule, Filter condition) {}

    Classification(LiveViews views, RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        this.types = types;
        this.parser = parser;
        this.match = match;
        this.clock = clock;
        rules = views.of(
                List.of(ClassificationRuleType.CLASSIFICATION_RULE, CustomFieldType.CUSTOM_FIELD), () -> active(views));
    }

    /// The class that the first rule that holds for the device gives it.
    Optional<String> of(Snapshot device) {
        var context = new FilterContext(HOUSE, clock.instant());
        return rules.get().stream()
                .filter(it -> match.matches(it.condition, device, context))
                .map(it -> it.rule.itemClass())
                .findFirst();
    }

    private Parsed read(String condition) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        return parser.parse(condition, type, new FilterContext(HOUSE, clock.instant()));
    }

    private List<Ready> active(LiveViews views) {
        var active = new ArrayList<Ready>();
        views.records(ClassificationRuleType.CLASSIFICATION_RULE).stream()
                .map(ClassificationRule::of)
                .filter(ClassificationRule::active)
                .forEach(rule -> {
                    switch (read(rule.condition())) {
                        case Parsed.Good(var filter) -> active.add(new Ready(rule, filter));
                        case Parsed.Bad(var errors) ->
                            LOG.warn("Classification rule \"{}\" is left out: {}", rule.name(), errors);
                    }
                });
        return List.copyOf(active);
    }

    @Override
    public String type() {
        return ClassificationRuleType.CLASSIFICATION_RULE.code();
    }

    /// A condition that cannot be read is refused.
    @Override
    public void apply(Draft draft) {
        var condition = draft.get(ClassificationRuleType.CONDITION);
        if (condition != null
                && draft.changes(ClassificationRuleType.CONDITION)
                && read(condition) instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(ClassificationRuleType.CONDITION.code(), it.reason())));
        }
    }
}
