package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.health.HealthSum.Total;
import org.mainstay.cmdb.health.Measure.Batch;
import org.mainstay.cmdb.health.Measure.Result;
import org.mainstay.cmdb.health.Measure.Subject;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.store.PlainSql;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// One time through all active items, some at a time: each is measured, and what changed is written in a transaction of
/// its own that holds nothing but rows of health. What is kept in memory are sums; a round that ends half-way is begun
/// anew and comes to the same.
final class Round {

    static final int ITEMS = 2_000;
    private static final int SERVICES = 20;

    /// What a service needs beyond so many is not counted for it.
    static final int MOST_NEEDED = 10_000;

    private final Map<HealthMeasure, Measure> measures;
    private final Set<String> classesOfServices;
    private final RoundQueries queries;
    private final RecordStore store;
    private final Dependencies dependencies;
    private final Transactions transactions;
    private final Clock clock;
    private final Instant began;
    private final Map<String, Map<Key, Sum>> sums = new HashMap<>();
    private UUID at = PlainSql.FIRST;
    private boolean itemsDone;
    private boolean graph = true;
    private List<UUID> services = List.of();
    private int service;
    private final List<HealthSum> ofServices = new ArrayList<>();

    private record Key(String key, UUID organisation) {}

    private static final class Sum {

        private long items;
        private final Map<String, Total> results = new TreeMap<>();
    }

    Round(
            Map<HealthMeasure, Measure> measures,
            Set<String> classesOfServices,
            RoundQueries queries,
            RecordStore store,
            Dependencies dependencies,
            Transactions transactions,
            Clock clock) {
        this.measures = measures;
        this.classesOfServices = classesOfServices;
        this.queries = queries;
        this.store = store;
        this.dependencies = dependencies;
        this.transactions = transactions;
        this.clock = clock;
        began = clock.instant().truncatedTo(ChronoUnit.MICROS);
        queries.began(began);
    }

    /// Does the next part.
    ///
    /// @return whether there is more
    boolean next() {
        if (!itemsDone) {
            items();
            return true;
        }
        if (graph && service < services.size()) {
            services(services.subList(service, Math.min(services.size(), service + SERVICES)));
            service += SERVICES;
            return true;
        }
        end();
        return false;
    }

    private void items() {
        var rows = queries.items(at, ITEMS);
        itemsDone = rows.size() < ITEMS;
        var batch = new Batch(
                rows.stream().map(it -> new Subject(it.id(), it.itemClass())).toList(), began);
        var byItem = new LinkedHashMap<UUID, Map<String, Result>>();
        rows.forEach(it -> byItem.put(it.id(), new HashMap<>()));
        var found = new ArrayList<RoundQueries.Found>();
        measures.forEach((known, measure) -> measure.of(batch).forEach((item, result) -> {
            var results = byItem.get(item);
            if (results != null) {
                results.put(known.code(), result);
                if (result.found()) {
                    found.add(new RoundQueries.Found(known.id(), item, result.details()));
                }
            }
        }));
        for (var row : rows) {
            var results = byItem.getOrDefault(row.id(), Map.of());
            add("class", row.itemClass(), row, results);
            add("team", row.group() == null ? "" : row.group().toString(), row, results);
        }
        var texts = new LinkedHashMap<UUID, String>();
        byItem.forEach((item, results) -> texts.put(item, HealthSums.json(results)));
        var from = at;
        var to = itemsDone ? null : rows.getLast().id();
        transactions.within(() -> {
            queries.save(from, to, texts, found);
            return true;
        });
        if (itemsDone) {
            services = queries.services(classesOfServices);
        } else {
            at = rows.getLast().id();
        }
    }

    private void add(String dimension, String key, RoundQueries.Row row, Map<String, Result> results) {
        var sum = sums.computeIfAbsent(dimension, _ -> new HashMap<>())
                .computeIfAbsent(new Key(key, row.organisation()), _ -> new Sum());
        sum.items++;
        results.forEach((code, it) ->
                sum.results.merge(code, new Total(it.expected(), it.met(), it.found() ? 1 : 0), Total::plus));
    }

    /// What a service needs is asked of the graph; while that is being read, what was known stays.
    private void services(List<UUID> some) {
        for (var one : store.get(HealthModule.HOUSE, ConfigurationItemType.CONFIGURATION_ITEM, some)) {
            var needed = dependencies.of(HealthModule.HOUSE, one, MOST_NEEDED);
            if (needed.isEmpty()) {
                graph = false;
                return;
            }
            var all = new HashSet<>(needed.get());
            all.add(one.id());
            transactions.within(() -> {
                queries.needed(one.id(), all.stream().sorted().toList());
                return true;
            });
            ofServices.addAll(queries.sums(one.id()));
        }
    }

    private void end() {
        transactions.within(() -> {
            for (var dimension : List.of("class", "team")) {
                queries.sums(
                        dimension,
                        sums.getOrDefault(dimension, Map.of()).entrySet().stream()
                                .map(it -> new HealthSum(
                                        it.getKey().key,
                                        it.getKey().organisation,
                                        it.getValue().items,
                                        it.getValue().results))
                                .toList());
            }
            if (graph) {
                queries.sums("service", ofServices);
                queries.onlyServices(services);
            }
            queries.measured(clock.instant().truncatedTo(ChronoUnit.MICROS));
            return true;
        });
    }
}
