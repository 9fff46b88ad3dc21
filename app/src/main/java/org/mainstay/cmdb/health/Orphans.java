package org.mainstay.cmdb.health;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.health.ClassExpectation.Related;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.text.Messages;

/// Whether items of classes that ought to be related are.
final class Orphans implements Measure {

    static final String CODE = "orphans";

    private final HealthDefinitions definitions;
    private final MeasureQueries queries;
    private final Messages messages;

    Orphans(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
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
        var results = new HashMap<UUID, Result>();
        batch.byClass().forEach((itemClass, items) -> {
            var how = definitions.expected(itemClass).related();
            if (how != Related.NO) {
                var ids = items.stream().map(Subject::id).toArray(UUID[]::new);
                var related = queries.related(ids, how, batch.now());
                var lacks = List.of(Codes.of(how));
                items.forEach(it -> results.put(
                        it.id(), related.contains(it.id()) ? Result.of(true, List.of()) : Result.of(false, lacks)));
            }
        });
        return results;
    }

    @Override
    public String explain(List<String> details, Locale reader) {
        return messages.say(reader, "health.found.orphans." + (details.isEmpty() ? "any" : details.getFirst()));
    }
}
