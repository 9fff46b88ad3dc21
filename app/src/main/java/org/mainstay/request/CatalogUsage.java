package org.mainstay.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// How catalogue items are used, for those who keep them.
final class CatalogUsage {

    /// By how many days of it items are put in order.
    static final List<Integer> DAYS = List.of(30, 90, 365);

    private static final int MOST_ITEMS = 20_000;

    private final RecordStore store;
    private final UsageQueries queries;
    private final Clock clock;

    CatalogUsage(RecordStore store, UsageQueries queries, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /// @param promise as it is offered; null where nothing is promised
    record Line(
            Snapshot item,
            UsageScope scope,
            Usage usage,
            @Nullable Duration promise) {}

    /// @param all how many items there are
    record Listed(List<Line> lines, int all, Instant at) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Line of(Snapshot item, UsageScope scope) {
        return lines(List.of(item), Map.of(item.id(), scope), now()).getFirst();
    }

    /// Whether somebody may keep items at all, whichever.
    boolean keeps(Actor actor) {
        return actor.may(RequestItemType.WORK) || owns(actor);
    }

    private boolean owns(Actor actor) {
        var own = Query.of(Filter.is(CatalogItemType.OWNER, actor.id())).limit(1);
        return !store.list(actor, CatalogItemType.CATALOG_ITEM, own).items().isEmpty();
    }

    /// The most ordered first.
    ///
    /// @param days one of [#DAYS]
    /// @param from how many come before
    Listed list(Actor actor, int days, int from, int most) {
        var now = now();
        var kept = kept(actor);
        var since = now.minus(Duration.ofDays(days));
        var byScope = new HashMap<UsageScope, Map<UUID, Long>>();
        kept.values().forEach(it -> byScope.computeIfAbsent(it, scope -> queries.volumes(scope, since, now)));
        var volumes = new HashMap<UUID, Long>();
        kept.forEach((item, scope) ->
                volumes.put(item.id(), byScope.getOrDefault(scope, Map.of()).getOrDefault(item.id(), 0L)));
        var items = new ArrayList<>(kept.keySet());
        items.sort(Comparator.comparing((Snapshot it) -> volumes.getOrDefault(it.id(), 0L))
                .reversed()
                .thenComparing(Snapshot::label)
                .thenComparing(Snapshot::number));
        var scopes = new HashMap<UUID, UsageScope>();
        kept.forEach((item, scope) -> scopes.put(item.id(), scope));
        var page = items.stream().skip(from).limit(most).toList();
        return new Listed(lines(page, scopes, now), items.size(), now);
    }

    private Map<Snapshot, UsageScope> kept(Actor actor) {
        var kept = new LinkedHashMap<Snapshot, UsageScope>();
        var all = Query.of(Filter.EVERYTHING)
                .reading(List.of(
                        CatalogItemType.NAME, CatalogItemType.OWNER, CatalogItemType.PROMISE, Header.ORGANISATION))
                .limit(Query.MOST);
        @Nullable String cursor = null;
        do {
            var page = store.list(actor, CatalogItemType.CATALOG_ITEM, all.after(cursor));
            page.items().forEach(it -> UsageScope.of(actor, it).ifPresent(scope -> kept.put(it, scope)));
            cursor = page.next();
        } while (cursor != null && kept.size() < MOST_ITEMS);
        return kept;
    }

    private List<Line> lines(List<Snapshot> items, Map<UUID, UsageScope> scopes, Instant now) {
        var byScope = new LinkedHashMap<UsageScope, List<UUID>>();
        items.forEach(it -> byScope.computeIfAbsent(Objects.requireNonNull(scopes.get(it.id())), _ -> new ArrayList<>())
                .add(it.id()));
        var usages = new HashMap<UUID, Usage>();
        byScope.forEach((scope, ids) -> queries.of(ids, scope, now).forEach(it -> usages.put(it.item(), it)));
        var versions = CartApi.versions(store, items.stream().map(Snapshot::id).toList());
        return items.stream()
                .map(it -> {
                    var version = versions.get(it.id());
                    return new Line(
                            it,
                            Objects.requireNonNull(scopes.get(it.id())),
                            Objects.requireNonNull(usages.get(it.id())),
                            version == null
                                    ? it.get(CatalogItemType.PROMISE)
                                    : version.get(CatalogVersionType.PROMISE));
                })
                .toList();
    }
}
