package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;

/// Sources, what they tell, and the drift that comes of it.
@TestComponent
public final class Scene {

    static final Reconciler.Manner TAKE = new Reconciler.Manner(true, false, null);
    static final Reconciler.Manner TRY = new Reconciler.Manner(true, true, null);

    final Cast cast;
    final RecordStore store;
    final Acts acts;
    final Reconciler reconciler;
    final DriftQueries queries;

    Scene(Cast cast, RecordStore store, Acts acts, Reconciler reconciler, DriftQueries queries) {
        this.cast = cast;
        this.store = store;
        this.acts = acts;
        this.reconciler = reconciler;
        this.queries = queries;
    }

    static String mark() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    DiscoverySource source(String name, long rank) {
        var plan = Plan.of(Cause.CREATED);
        var step = plan.create(DiscoverySourceType.DISCOVERY_SOURCE);
        step.values()
                .set(DiscoverySourceType.NAME, name)
                .set(DiscoverySourceType.KIND, DiscoverySource.Sort.API)
                .set(DiscoverySourceType.RANK, rank);
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        return store.get(cast.ada(), DiscoverySourceType.DISCOVERY_SOURCE, step.id())
                .map(DiscoverySourceType.DISCOVERY_SOURCE::read)
                .orElseThrow();
    }

    static Discovered thing(String itemClass, String serial, Map<String, Object> values) {
        return new Discovered(serial, itemClass, values, List.of(new Identifier(Identifier.SERIAL, serial, null)));
    }

    /// @param at null for now
    Report tell(DiscoverySource source, @Nullable Instant at, Discovered... items) {
        return tell(source, at, TAKE, List.of(items), List.of());
    }

    Report tell(
            DiscoverySource source,
            @Nullable Instant at,
            Reconciler.Manner manner,
            List<Discovered> items,
            List<DiscoveredRelation> relations) {
        var report = reconciler.take(source, new Payload(items, relations, false, at, List.of()), manner);
        assertThat(report.items()).noneMatch(it -> it.outcome() == Taken.Outcome.REFUSED);
        assertThat(report.refusedRelations()).isEmpty();
        return report;
    }

    /// A server that the source tells of.
    UUID server(DiscoverySource source, @Nullable Instant at, String serial, Map<String, Object> values) {
        return item(tell(source, at, thing("linux_server", serial, values)));
    }

    static UUID item(Report report) {
        return Objects.requireNonNull(report.items().getFirst().item());
    }

    /// The earliest first.
    List<Snapshot> drift(UUID item) {
        return drift(cast.ada(), item);
    }

    List<Snapshot> drift(Actor actor, UUID item) {
        return store
                .list(
                        actor,
                        DriftType.DRIFT,
                        Query.of(Filter.is(DriftType.ITEM, item)).limit(100))
                .items()
                .stream()
                .flatMap(it -> store.get(actor, DriftType.DRIFT, it.id()).stream())
                .sorted(Comparator.comparing(it -> it.need(DriftType.FIRST_SEEN)))
                .toList();
    }

    Snapshot only(UUID item) {
        assertThat(drift(item)).hasSize(1);
        return drift(item).getFirst();
    }

    List<DriftLine> lines(Snapshot drift) {
        return queries.lines(drift.id(), 5_000);
    }

    /// `os Debian 12 → Debian 13 open`, by code.
    List<String> told(Snapshot drift) {
        return lines(drift).stream()
                .map(it -> "%s %s → %s %s"
                        .formatted(
                                it.code(),
                                text(it.before()),
                                text(it.after()),
                                it.standing().name().toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    Outcome accept(Actor actor, Snapshot drift) {
        return acts.act(
                actor, DriftType.DRIFT, drift.id(), "accept", Input.texts(Map.of("note", "As planned")), null, false);
    }

    Snapshot read(UUID item) {
        return store.get(cast.ada(), ConfigurationItemType.CONFIGURATION_ITEM, item)
                .orElseThrow();
    }
}
