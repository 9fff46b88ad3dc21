package org.mainstay.cmdb.health;

import static org.mainstay.kernel.store.PlainSql.need;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.health.HealthSum.Total;
import tools.jackson.databind.json.JsonMapper;

/// Sums as rows of the database: `{"completeness": [expected, met, findings]}`.
final class HealthSums {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private HealthSums() {}

    /// @param rows with key, organisation, items, results
    static List<HealthSum> of(Result<Record> rows) {
        return rows.map(it -> new HealthSum(
                need(it, "key", String.class),
                need(it, "organisation", UUID.class),
                need(it, "items", Long.class),
                results(it.get("results", String.class))));
    }

    private static Map<String, Total> results(@Nullable String json) {
        var results = new HashMap<String, Total>();
        if (json != null) {
            MAPPER.readTree(json)
                    .forEachEntry((code, numbers) -> results.put(
                            code,
                            new Total(
                                    numbers.get(0).asLong(),
                                    numbers.get(1).asLong(),
                                    numbers.get(2).asLong())));
        }
        return results;
    }

    static String json(HealthSum sum) {
        var object = MAPPER.createObjectNode();
        new TreeMap<>(sum.results())
                .forEach((code, it) ->
                        object.putArray(code).add(it.expected()).add(it.met()).add(it.findings()));
        return object.toString();
    }

    /// What was measured of one item: `{"completeness": [expected, met]}`.
    static String json(Map<String, Measure.Result> results) {
        var object = MAPPER.createObjectNode();
        new TreeMap<>(results)
                .forEach((code, it) -> object.putArray(code).add(it.expected()).add(it.met()));
        return object.toString();
    }
}
