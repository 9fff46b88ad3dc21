package org.mainstay.cmdb.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;

/// How many of the attributes that are expected of items of a class are filled.
final class Completeness implements Measure {

    static final String CODE = "completeness";

    private final HealthDefinitions definitions;
    private final MeasureQueries queries;
    private final RecordTypes types;
    private final Messages messages;

    Completeness(HealthDefinitions definitions, MeasureQueries queries, RecordTypes types, Messages messages) {
        this.definitions = definitions;
        this.queries = queries;
        this.types = types;
        this.messages = messages;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<UUID, Result> of(Batch batch) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var results = new HashMap<UUID, Result>();
        batch.byClass().forEach((itemClass, items) -> {
            var expected = new ArrayList<Attribute<?>>();
            for (var code : definitions.expected(itemClass).attributes()) {
                // one that was taken away from the class is expected no more
                type.attribute(code).filter(it -> it.applies(_ -> itemClass)).ifPresent(expected::add);
            }
            if (!expected.isEmpty()) {
                var ids = items.stream().map(Subject::id).toArray(UUID[]::new);
                var context = new FilterContext(HealthModule.HOUSE, batch.now());
                queries.missing(type, expected, ids, context)
                        .forEach((item, missing) -> results.put(
                                item, new Result(expected.size(), expected.size() - missing.size(), missing)));
            }
        });
        return results;
    }

    @Override
    public String explain(List<String> details, Locale reader) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        var names = details.stream()
                .map(it -> type.attribute(it)
                        .map(known -> messages.attribute(type, known, reader))
                        .orElse(it))
                .collect(Collectors.joining(", "));
        return messages.say(reader, "health.found.completeness", names);
    }

    @Override
    public String filter(String detail) {
        return detail + ":none";
    }
}
