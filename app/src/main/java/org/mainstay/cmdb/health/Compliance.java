package org.mainstay.cmdb.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// How many of the rules for its class an item meets.
final class Compliance implements Measure {

    static final String CODE = "compliance";

    private static final Logger LOG = LoggerFactory.getLogger(Compliance.class);
    private static final int MOST = 100;

    private final HealthDefinitions definitions;
    private final MeasureQueries queries;
    private final RecordTypes types;
    private final FilterParser parser;
    private final Messages messages;
    private final Map<ComplianceRule, Parsed> read = new HashMap<>();
    private Instant readAt = Instant.MIN;

    Compliance(
            HealthDefinitions definitions,
            MeasureQueries queries,
            RecordTypes types,
            FilterParser parser,
            Messages messages) {
        this.definitions = definitions;
        this.queries = queries;
        this.types = types;
        this.parser = parser;
        this.messages = messages;
    }

    @Override
    public String code() {
        return CODE;
    }

    private static final class Tally {

        private int expected;
        private final List<String> broken = new ArrayList<>();

        Result result() {
            return new Result(
                    expected,
                    expected - broken.size(),
                    broken.stream().limit(MOST).toList());
        }
    }

    @Override
    public Map<UUID, Result> of(Batch batch) {
        var tallies = new HashMap<UUID, Tally>();
        for (var rule : definitions.rules()) {
            var ids = batch.of(definitions.within(rule.itemClass()));
            if (ids.length > 0) {
                measure(rule, ids, batch, tallies);
            }
        }
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().result()));
    }

    /// A rule that cannot be read any more, because an attribute is gone, is left out.
    private void measure(ComplianceRule rule, UUID[] ids, Batch batch, Map<UUID, Tally> tallies) {
        switch (read(rule, batch)) {
            case Parsed.Bad _ -> {}
            case Parsed.Good(var condition) -> {
                try {
                    var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
                    var failing = queries.failing(type, condition, ids, context(batch));
                    for (var id : ids) {
                        var tally = tallies.computeIfAbsent(id, _ -> new Tally());
                        tally.expected++;
                        if (failing.contains(id)) {
                            tally.broken.add(rule.id().toString());
                        }
                    }
                } catch (DataAccessException e) {
                    LOG.warn("Compliance rule \"{}\" is left out: {}", rule.name(), e.toString());
                }
            }
        }
    }

    /// Conditions are read once a round, not for each of its batches.
    private synchronized Parsed read(ComplianceRule rule, Batch batch) {
        if (!batch.now().equals(readAt)) {
            readAt = batch.now();
            read.clear();
        }
        return read.computeIfAbsent(rule, it -> {
            var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
            var parsed = parser.parse(it.condition(), type, context(batch));
            if (parsed instanceof Parsed.Bad(var errors)) {
                LOG.warn("Compliance rule \"{}\" is left out: {}", it.name(), errors);
            }
            return parsed;
        });
    }

    private static FilterContext context(Batch batch) {
        return new FilterContext(HealthModule.HOUSE, batch.now());
    }

    @Override
    public String explain(List<String> details, Locale reader) {
        var names = definitions.rules().stream()
                .filter(it -> details.contains(it.id().toString()))
                .map(ComplianceRule::name)
                .collect(Collectors.joining(", "));
        return messages.say(reader, "health.found.compliance", names);
    }

    @Override
    public String filter(String detail) {
        return Findings.BROKEN_RULES.code() + ":" + detail;
    }
}
