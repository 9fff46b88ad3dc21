package org.mainstay.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.definition.LiveView;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The assignment rules as administrators have them now, and which of them decides.
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    /// Conditions are meant by the house, not by whoever reports the incident.
    private static final Actor HOUSE = Installation.ITSELF;

    private final LiveView<List<Ready>> rules;
    private final RecordTypes types;
    private final FilterParser parser;
    private final FilterMatch match;
    private final Clock clock;

    /// A rule whose condition has been read.
    record Ready(AssignmentRule rule, Filter condition) {}

    Routing(LiveViews views, RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        this.types = types;
        this.parser = parser;
        this.match = match;
        this.clock = clock;
        rules = views.of(
                List.of(AssignmentRuleType.ASSIGNMENT_RULE, CustomFieldType.CUSTOM_FIELD), () -> active(views));
    }

    /// The first active rule that holds for the incident.
    Optional<AssignmentRule> decide(Snapshot incident) {
        return rules.get().stream()
                .filter(it -> holds(it, incident))
                .map(Ready::rule)
                .findFirst();
    }

    /// The active rules as they would be with this one among them, whatever became of it before.
    List<Ready> including(Ready rule) {
        var all = new ArrayList<>(rules.get());
        all.removeIf(it -> it.rule().id().equals(rule.rule().id()));
        int index = 0;
        while (index < all.size()
                && all.get(index).rule().position() <= rule.rule().position()) {
            index++;
        }
        all.add(index, rule);
        return all;
    }

    boolean holds(Ready rule, Snapshot incident) {
        return match.matches(rule.condition(), incident, new FilterContext(HOUSE, clock.instant()));
    }

    /// Reads a condition as the house means it.
    Parsed read(String condition) {
        var type = types.current(IncidentType.INCIDENT);
        return parser.parse(condition, type, new FilterContext(HOUSE, clock.instant()));
    }

    private List<Ready> active(LiveViews views) {
        var active = new ArrayList<Ready>();
        views.records(AssignmentRuleType.ASSIGNMENT_RULE).stream()
                .map(AssignmentRule::of)
                .filter(AssignmentRule::active)
                .forEach(rule -> {
                    switch (read(rule.condition())) {
                        case Parsed.Good(var filter) -> active.add(new Ready(rule, filter));
                        case Parsed.Bad(var errors) ->
                            LOG.warn("Assignment rule \"{}\" is left out: {}", rule.name(), errors);
                    }
                });
        return List.copyOf(active);
    }
}
