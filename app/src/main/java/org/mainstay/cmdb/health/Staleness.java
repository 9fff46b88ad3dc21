package org.mainstay.cmdb.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.text.Messages;

/// Whether somebody confirmed an item within the time that its policy gives: a source saw it, or a person said so. A
/// policy of one source asks besides whether that source still sees what it saw.
final class Staleness implements Measure {

    static final String CODE = "staleness";

    private final HealthDefinitions definitions;
    private final MeasureQueries queries;
    private final Messages messages;

    Staleness(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
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
        var confirmed = queries.confirmed(batch.ids());
        var found = new HashMap<UUID, List<String>>();
        batch.byClass()
                .forEach((itemClass, items) -> definitions.policy(itemClass).ifPresent(policy -> {
                    var before = policy.verifyBefore(batch.now());
                    items.stream()
                            .map(Subject::id)
                            .filter(confirmed::containsKey)
                            .forEach(it -> {
                                var last = confirmed.getOrDefault(it, Instant.MAX);
                                var details = found.computeIfAbsent(it, _ -> new ArrayList<>());
                                if (last.isBefore(before)) {
                                    details.add(day(last));
                                }
                            });
                }));
        for (var policy : definitions.policies()) {
            if (policy.source() instanceof UUID source) {
                var ids = batch.of(definitions.within(policy.itemClass()));
                queries.lost(ids, source, policy.verifyBefore(batch.now())).stream()
                        .filter(confirmed::containsKey)
                        .forEach(it -> found.computeIfAbsent(it, _ -> new ArrayList<>())
                                .add(policy.name()));
            }
        }
        var results = new HashMap<UUID, Result>();
        found.forEach((item, details) -> results.put(item, Result.of(details.isEmpty(), details)));
        return results;
    }

    /// As is enough for people, so that nothing changes from one round to the next.
    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    @Override
    public String explain(List<String> details, Locale reader) {
        return messages.say(reader, "health.found.staleness", String.join(", ", details));
    }
}
