package org.mainstay.cmdb.health;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.text.Messages;

/// Whether an item may be the same as another one: a task says so, or name and class or the serial number do.
final class Duplicates implements Measure {

    static final String CODE = "duplicates";

    private final HealthDefinitions definitions;
    private final MeasureQueries queries;
    private final Messages messages;

    Duplicates(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
        this.definitions = definitions;
        this.queries = queries;
        this.messages = messages;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<UUID, Result> of(Batch batch) {
        var unique = new HashMap<String, Boolean>();
        var named = batch.items().stream()
                .filter(it -> unique.computeIfAbsent(
                        it.itemClass(), one -> definitions.expected(one).uniqueNames()))
                .map(Subject::id)
                .toArray(UUID[]::new);
        var twins = queries.twins(batch.ids(), named);
        var results = new HashMap<UUID, Result>();
        for (var item : batch.items()) {
            var others = twins.getOrDefault(item.id(), List.of());
            results.put(
                    item.id(),
                    Result.of(others.isEmpty(), others.stream().limit(5).toList()));
        }
        return results;
    }

    @Override
    public String explain(List<String> details, Locale reader) {
        return messages.say(reader, "health.found.duplicates", String.join(", ", details));
    }
}
