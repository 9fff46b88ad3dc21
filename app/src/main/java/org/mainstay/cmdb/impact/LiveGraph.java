package org.mainstay.cmdb.impact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.graph.Failure;
import org.mainstay.cmdb.graph.GraphLoading;
import org.mainstay.cmdb.graph.Item;
import org.mainstay.cmdb.graph.Moment;
import org.mainstay.cmdb.graph.Organisations;
import org.mainstay.cmdb.graph.Relation;
import org.mainstay.cmdb.graph.ServiceGraph;
import org.mainstay.cmdb.impact.GraphQueries.Horizon;
import org.mainstay.cmdb.impact.GraphQueries.ItemRow;
import org.mainstay.cmdb.impact.GraphQueries.RelationRow;
import org.mainstay.cmdb.impact.GraphQueries.Touched;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.cmdb.relation.RelationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// The graph of this node: loaded once the application answers, and brought up to what the database holds before each
/// question, so that an answer knows of every write that was answered before it was asked.
///
/// It follows history without a position of its own in the database: what a look finds is read again as it stands, so
/// order does not matter, and the next look begins with the oldest transaction that had not ended at the last.
public final class LiveGraph implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveGraph.class);
    private static final int BATCH = 5_000;

    private final GraphQueries queries;
    private final KnownRelationTypes types;
    private final Clock clock;
    private final Interned<String> classes = new Interned<>();
    private final Interned<UUID> organisations = new Interned<>();
    private final Interned<String> relationTypes = new Interned<>();
    private final Interned<String> groups = new Interned<>();
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Loaded loaded;
    private volatile boolean running;
    private @Nullable ScheduledExecutorService following;

    private static final class Loaded {

        private final ServiceGraph graph;
        /// How failure travels by relation type, as the graph was told last.
        private final Map<String, Failure> travels = new HashMap<>();

        /// Rows of history from the horizon on that were looked at already.
        private final Set<Long> seen = new HashSet<>();
        private Horizon horizon;
        private long answered;

        Loaded(ServiceGraph graph, Horizon horizon) {
            this.graph = graph;
            this.horizon = horizon;
        }
    }

    LiveGraph(GraphQueries queries, KnownRelationTypes types, Clock clock) {
        this.queries = queries;
        this.types = types;
        this.clock = clock;
        groups.of(""); // 0 is no group
    }

    /// As the database is now; empty while the graph is being loaded.
    Optional<ServiceGraph> current() {
        var now = loaded;
        if (now == null) {
            return Optional.empty();
        }
        long ticket = asked.incrementAndGet();
        catchUp(now, ticket);
        return Optional.of(now.graph);
    }

    /// One look serves everybody who asked before it began.
    private void catchUp(Loaded now, long ticket) {
        synchronized (now) {
            if (now.answered >= ticket) {
                return;
            }
            long serves = asked.get();
            look(now);
            now.answered = serves;
        }
    }

    private void look(Loaded now) {
        var changes = queries.since(now.horizon);
        var items = new HashSet<UUID>();
        var relations = new HashSet<UUID>();
        for (Touched one : changes.touched()) {
            if (!now.seen.contains(one.seq())) {
                (one.relation() ? relations : items).add(one.record());
            }
        }
        tell(now);
        batches(items).forEach(ids -> {
            var rows = queries.items(ids);
            now.graph.change(() -> rows.forEach(it -> now.graph.put(item(it))));
        });
        batches(relations).forEach(ids -> {
            var rows = queries.relations(ids);
            var ends = new HashSet<UUID>();
            rows.forEach(it -> {
                ends.add(it.from());
                ends.add(it.to());
            });
            var numbers = queries.numbers(ends);
            now.graph.change(() -> rows.forEach(it -> {
                var from = numbers.get(it.from());
                var to = numbers.get(it.to());
                // an item that was purged takes its relations along
                if (from != null && to != null) {
                    now.graph.put(relation(it, from, to));
                }
            }));
        });
        now.seen.clear();
        changes.touched().forEach(it -> now.seen.add(it.seq()));
        now.horizon = changes.horizon();
    }

    private static List<List<UUID>> batches(Collection<UUID> ids) {
        var all = new ArrayList<>(ids);
        var batches = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    private void tell(Loaded now) {
        for (var type : types.all()) {
            var failure = failure(type.failure());
            if (now.travels.put(type.code(), failure) != failure) {
                now.graph.travels(relationTypes.of(type.code()), failure);
            }
        }
    }

    static Failure failure(RelationType.Failure failure) {
        return switch (failure) {
            case UP -> Failure.UP;
            case DOWN -> Failure.DOWN;
            case BOTH -> Failure.BOTH;
            case NONE -> Failure.NONE;
        };
    }

    Item item(ItemRow row) {
        return new Item(
                row.number(),
                classes.of(row.itemClass()),
                organisations.of(row.organisation()),
                row.validFrom(),
                row.validTo() == null ? Moment.OPEN : row.validTo());
    }

    Relation relation(RelationRow row, int from, int to) {
        return new Relation(
                row.number(),
                relationTypes.of(row.type()),
                from,
                to,
                row.validFrom(),
                row.validTo() == null ? Moment.OPEN : row.validTo(),
                row.redundancy() == null ? 0 : group(row.redundancy()),
                row.redundancy() == null ? 0 : row.needed());
    }

    /// Groups are told apart within one item and type only, so words may share a number where there are very many.
    private int group(String word) {
        int number = groups.of(word);
        return number <= Relation.LAST_GROUP ? number : 1 + Math.floorMod(word.hashCode(), Relation.LAST_GROUP);
    }

    /// As its record says.
    public String itemClass(int number) {
        return classes.value(number);
    }

    /// As its record says.
    public String relationType(int number) {
        return relationTypes.value(number);
    }

    int relationTypeNumber(String code) {
        return relationTypes.of(code);
    }

    /// @param of null for all
    Organisations visible(@Nullable Set<UUID> of) {
        return of == null
                ? Organisations.ALL
                : Organisations.of(of.stream().map(organisations::of).toList());
    }

    /// Reads the graph, unless that was done.
    synchronized void read() {
        if (loaded == null) {
            load();
        }
    }

    private void load() {
        long start = System.nanoTime();
        var loading = new GraphLoading(clock.instant());
        types.all().forEach(it -> loading.travels(relationTypes.of(it.code()), failure(it.failure())));
        var numbers = new NumbersById();
        var horizon = new Horizon[1];
        queries.all(
                clock.instant().minus(GraphQueries.KEPT),
                it -> horizon[0] = it,
                it -> {
                    numbers.put(it.id(), it.number());
                    loading.add(item(it));
                },
                it -> {
                    int from = numbers.get(it.from());
                    int to = numbers.get(it.to());
                    // an end that was gone before the oldest instant that is kept takes its relations along
                    if (from > 0 && to > 0) {
                        loading.add(relation(it, from, to));
                    }
                });
        var graph = loading.finish();
        loaded = new Loaded(graph, horizon[0]);
        LOG.info(
                "The graph of {} items and {} relations was loaded in {} ms",
                graph.items(),
                graph.relations(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /// The first requests are answered before it takes the database's time.
    @EventListener
    void ready(ApplicationReadyEvent event) {
        var thread = Thread.ofPlatform().daemon().name("service-graph").factory();
        var started = Executors.newSingleThreadScheduledExecutor(thread);
        running = true;
        following = started;
        var _ = started.scheduleWithFixedDelay(this::follow, 0, 1, TimeUnit.SECONDS);
    }

    /// Kept current when nobody asks, so that the first who does need not wait.
    private void follow() {
        try {
            if (loaded == null) {
                read();
            } else if (running) {
                current();
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The service graph is not current; will look again: {}", e.toString());
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var executor = following;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
