package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.reconciliation.Delivery;
import org.mainstay.cmdb.reconciliation.DeliveryFollower.ItemChange;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What the practice of changes will say: what is planned is no drift, and a change is made from a drift afterwards.
@MainstayTest
class PlannedChangesTests {

    @Autowired
    Scene scene;

    @Autowired
    Cast cast;

    @Autowired
    ItemClasses classes;

    @Autowired
    BulkDoor bulk;

    @Autowired
    RecordTypes types;

    @Autowired
    KnownRelationTypes relations;

    @Autowired
    Messages messages;

    @Autowired
    Transactions transactions;

    private final String mark = Scene.mark();

    private void follow(DiscoverySource source, UUID item, PlannedChanges... planned) {
        var writer = new DriftWriter(scene.store, bulk, scene.queries, new DriftSummaries(types, relations, messages));
        var recorder = new DriftRecorder(classes, scene.queries, writer, List.of(planned));
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var before = scene.read(item);
        var values = new Values().put(before.type().need("os"), "Debian 13");
        transactions.within(() -> {
            recorder.follow(
                    new Delivery(source, Plan.newId(), now, now, false, null),
                    List.of(new ItemChange(before, values)),
                    List.of());
            return true;
        });
    }

    @Test
    void whatIsPlannedIsNoDrift() {
        var source = scene.source("planned " + mark, 5);
        var item = scene.server(source, null, "Q" + mark, Map.of("name", "q", "os", "Debian 12"));

        follow(source, item, (items, _) -> Set.copyOf(items));
        assertThat(scene.drift(item)).isEmpty();

        follow(source, item, (_, _) -> Set.of());
        assertThat(scene.told(scene.only(item))).containsExactly("os Debian 12 → Debian 13 open");
    }

    @Test
    void aChangeIsMadeFromADriftAndExplainsIt() throws Refusal {
        var source = scene.source("made " + mark, 5);
        var item = scene.server(source, null, "M" + mark, Map.of("name", "m", "os", "Debian 12"));
        scene.server(source, null, "M" + mark, Map.of("name", "m", "os", "Debian 13"));
        var told = new ArrayList<String>();
        var action = new MakeChange(
                () -> new ChangeFromDrift() {

                    @Override
                    public Decision permits(Acting acting) {
                        return Decision.allowed("drift.permits.group");
                    }

                    @Override
                    public void make(Plan plan, Acting acting, Snapshot about, List<DriftLine> lines) {
                        lines.forEach(it -> told.add(about.label() + " " + it.code()));
                    }
                },
                it -> scene.queries.lines(it, 10));
        var drift = scene.only(item);
        var acting = new Acting(
                drift, cast.ada(), Instant.now().truncatedTo(ChronoUnit.MICROS), new Values(), new Reading());
        assertThat(action.permits(Drift.of(drift), acting).yes()).isTrue();

        assertThat(scene.store.save(cast.ada(), action.apply(Drift.of(drift), acting)))
                .isInstanceOf(Saved.Done.class);

        assertThat(told).containsExactly("m os");
        assertThat(scene.only(item).need(DriftType.STATE)).isEqualTo(State.EXPLAINED);
        assertThat(new MakeChange().permits(Drift.of(drift), acting).yes()).isFalse();
    }

    /// Reads as an administrator.
    private final class Reading implements Lookup {

        @Override
        public Optional<Snapshot> get(RecordType<?> type, UUID id) {
            return scene.store.get(cast.ada(), type, id);
        }

        @Override
        public Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant) {
            return scene.store.asOf(cast.ada(), type, id, instant);
        }

        @Override
        public List<Snapshot> having(RecordType<?> type, Values values, int limit) {
            return List.of();
        }

        @Override
        public List<Snapshot> list(RecordType<?> type, String filter, int limit) {
            return List.of();
        }
    }
}
