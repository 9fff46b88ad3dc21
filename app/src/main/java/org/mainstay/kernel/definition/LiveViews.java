package org.mainstay.kernel.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordsSaved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/// Keeps views of administrators' records fresh: at once after a save on this node, within about a second
/// after one on another.
public final class LiveViews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveViews.class);
    private static final long PERIOD_IN_MILLISECONDS = 1_000;
    private final DefinitionQueries queries;
    private final Supplier<RecordStore> store;
    private final List<LiveView<?>> views = new CopyOnWriteArrayList<>();
    private final Map<String, RecordType<?>> watched = new ConcurrentHashMap<>();
    private volatile Map<String, String> stamps = Map.of();
    private @Nullable ScheduledExecutorService clock;

    /// @param store asked for only when a view is made, because the store itself asks views
    public LiveViews(DefinitionQueries queries, Supplier<RecordStore> store) {
        this.queries = queries;
        this.store = store;
    }

    /// A view over all records of some types.
    ///
    /// @param load makes it; called again whenever one of the types has changed
    public <T> LiveView<T> of(Collection<RecordType<?>> types, Supplier<T> load) {
        types.forEach(it -> watched.put(it.code(), it));
        var view = new LiveView<>(types.stream().map(RecordType::code).collect(Collectors.toUnmodifiableSet()), load);
        views.add(view);
        return view;
    }

    /// Every record of the type, in its default order.
    public List<Snapshot> records(RecordType<?> type) {
        var all = new ArrayList<Snapshot>();
        store.get().each(Installation.ITSELF, type, Query.of(Filter.EVERYTHING), all::add);
        return all;
    }

    /// The save is done whatever becomes of the views: what fails here is made up for by the next look.
    @EventListener
    void saved(RecordsSaved event) {
        safely(() -> refresh(event.types()));
    }

    /// Makes those views anew whose records another node has changed.
    public void poll() {
        var now = queries.stamps(watched.values());
        var changed = new HashSet<String>();
        now.forEach((type, stamp) -> {
            if (!stamp.equals(stamps.get(type))) {
                changed.add(type);
            }
        });
        // Remembered only once the views are made: a failure is tried again with the next look.
        refresh(changed);
        stamps = now;
    }

    private void refresh(Set<String> types) {
        views.stream().filter(it -> types.stream().anyMatch(it::of)).forEach(LiveView::refresh);
    }

    @Override
    public void start() {
        poll();
        var thread = Thread.ofPlatform().daemon().name("live-views").factory();
        var started = Executors.newSingleThreadScheduledExecutor(thread);
        var _ = started.scheduleWithFixedDelay(
                () -> safely(this::poll), PERIOD_IN_MILLISECONDS, PERIOD_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
        clock = started;
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Views of definitions could not be made anew; will look again: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        var running = clock;
        if (running != null) {
            running.shutdownNow();
            clock = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    /// Before the web server answers, after the database is there.
    @Override
    public int getPhase() {
        return 0;
    }
}
