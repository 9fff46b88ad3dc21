package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What becomes drift, what joins it, and how it ends.
@MainstayTest
class DriftTests {

    @Autowired
    Scene scene;

    @Autowired
    Cast cast;

    @Autowired
    List<RecurringJob> jobs;

    private final String mark = Scene.mark();
    private final Instant now = Instant.now();
    private DiscoverySource agent;

    @BeforeEach
    void sources() {
        agent = scene.source("agent " + mark, 10);
    }

    private Instant ago(Duration time) {
        return now.minus(time);
    }

    private UUID server(Instant at, Object... values) {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", "db-" + mark);
        for (int i = 0; i < values.length; i += 2) {
            all.put((String) values[i], values[i + 1]);
        }
        return scene.server(agent, at, "S" + mark, all);
    }

    @Test
    void aChangedValueOfAWatchedItemIsDrift() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12", "memory_mb", 4096L);
        assertThat(scene.drift(item)).as("the first account of it").isEmpty();

        server(ago(Duration.ofHours(4)), "os", "Debian 13", "memory_mb", 8192L);

        var drift = scene.only(item);
        assertThat(drift.need(DriftType.STATE)).isEqualTo(State.OPEN);
        assertThat(drift.need(DriftType.CHANGES)).isEqualTo(2);
        assertThat(drift.need(DriftType.CLASS)).isEqualTo("linux_server");
        assertThat(drift.get(DriftType.SOURCE)).isEqualTo(agent.id());
        assertThat(drift.label()).contains("db-" + mark, "Debian 12 → Debian 13", "4096 → 8192");
        assertThat(scene.told(drift)).containsExactly("memory_mb 4096 → 8192 open", "os Debian 12 → Debian 13 open");
    }

    @Test
    void theSamePayloadAgainAndADryRunMakeNothing() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12");
        var changed = Scene.thing("linux_server", "S" + mark, Map.of("name", "db-" + mark, "os", "Debian 13"));

        scene.tell(agent, ago(Duration.ofHours(4)), Scene.TRY, List.of(changed), List.of());
        assertThat(scene.drift(item)).isEmpty();

        scene.tell(agent, ago(Duration.ofHours(4)), changed);
        var version = scene.only(item).version();
        scene.tell(agent, ago(Duration.ofHours(4)), changed);
        scene.tell(agent, ago(Duration.ofHours(3)), changed);

        assertThat(scene.only(item).version()).isEqualTo(version);
    }

    @Test
    void whatFillsAGapIsNotDrift() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12");
        server(ago(Duration.ofHours(4)), "os", "Debian 12", "memory_mb", 4096L);
        var scan = scene.source("scan " + mark, 20);
        scene.server(scan, ago(Duration.ofHours(3)), "S" + mark, Map.of("name", "db-" + mark, "cpu_cores", 8L));

        assertThat(scene.drift(item)).isEmpty();
    }

    @Test
    void whatIsVolatileOrNotWatchedIsNotDrift() {
        var item = server(ago(Duration.ofHours(5)), "last_boot_at", "2026-01-01T00:00:00Z");
        server(ago(Duration.ofHours(4)), "last_boot_at", "2026-02-01T00:00:00Z");
        assertThat(scene.drift(item)).isEmpty();

        var laptop = Scene.item(scene.tell(
                agent, ago(Duration.ofHours(5)), Scene.thing("computer", "L" + mark, Map.of("os", "Debian 12"))));
        scene.tell(agent, ago(Duration.ofHours(4)), Scene.thing("computer", "L" + mark, Map.of("os", "Debian 13")));
        assertThat(scene.drift(laptop)).isEmpty();
    }

    @Test
    void whatPeopleChangeIsNotDrift() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12");
        var plan = Plan.of(Cause.EDITED);
        plan.edit(scene.read(item)).set(ConfigurationItemType.MODEL, "R640");
        assertThat(scene.store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);

        assertThat(scene.drift(item)).isEmpty();
    }

    @Test
    void furtherChangesJoinForADayAndThenBeginAnew() {
        var item = server(ago(Duration.ofDays(5)), "os", "Debian 12", "memory_mb", 1L, "cpu_cores", 1L);
        server(ago(Duration.ofDays(4)), "os", "Debian 13", "memory_mb", 1L, "cpu_cores", 1L);
        server(ago(Duration.ofHours(90)), "os", "Debian 13", "memory_mb", 2L, "cpu_cores", 1L);
        assertThat(scene.only(item).need(DriftType.TIMES)).isEqualTo(2);

        server(ago(Duration.ofHours(10)), "os", "Debian 13", "memory_mb", 2L, "cpu_cores", 2L);
        assertThat(scene.drift(item)).hasSize(2);

        // what is otherwise already stays where it is noted
        server(ago(Duration.ofHours(9)), "os", "Debian 14", "memory_mb", 2L, "cpu_cores", 2L);
        assertThat(scene.told(scene.drift(item).getFirst()))
                .containsExactly("memory_mb 1 → 2 open", "os Debian 12 → Debian 14 open");
        assertThat(scene.told(scene.drift(item).getLast())).containsExactly("cpu_cores 1 → 2 open");
    }

    @Test
    void whatGoesBackIsReversedWhicheverSourceSaysSo() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12", "memory_mb", 1L);
        server(ago(Duration.ofHours(4)), "os", "Debian 13", "memory_mb", 2L);
        server(ago(Duration.ofHours(3)), "os", "Debian 13", "memory_mb", 1L);
        assertThat(scene.told(scene.only(item)))
                .containsExactly("memory_mb 1 → 1 reversed", "os Debian 12 → Debian 13 open");
        assertThat(scene.only(item).need(DriftType.CHANGES)).isEqualTo(1);

        var better = scene.source("better " + mark, 1);
        scene.server(better, ago(Duration.ofHours(2)), "S" + mark, Map.of("name", "db-" + mark, "os", "Debian 12"));
        assertThat(scene.only(item).need(DriftType.STATE)).isEqualTo(State.REVERSED);
        assertThat(scene.only(item).need(DriftType.CHANGES)).isZero();
    }

    @Test
    void acceptedValuesAreTheNewBaseline() {
        var item = server(ago(Duration.ofHours(5)), "os", "Debian 12");
        server(ago(Duration.ofHours(4)), "os", "Debian 13");
        assertThat(scene.accept(cast.ada(), scene.only(item))).isInstanceOf(Outcome.Done.class);
        var accepted = scene.only(item);
        assertThat(accepted.need(DriftType.STATE)).isEqualTo(State.ACCEPTED);
        assertThat(accepted.get(DriftType.DECIDED_BY)).isEqualTo(cast.ada().id());
        assertThat(accepted.get(DriftType.NOTE)).isEqualTo("As planned");
        assertThat(scene.accept(cast.ada(), accepted)).as("twice").isInstanceOf(Outcome.Denied.class);

        server(ago(Duration.ofHours(3)), "os", "Debian 12");

        assertThat(scene.drift(item)).hasSize(2);
        assertThat(scene.told(scene.drift(item).getLast())).containsExactly("os Debian 13 → Debian 12 open");
    }

    @Test
    void whatFlapsIsKeptApartAndComesBackWhenItIsQuiet() {
        var item = server(ago(Duration.ofDays(4)), "os", "A", "memory_mb", 1L);
        for (int i = 1; i <= 5; i++) {
            server(ago(Duration.ofHours(90 - i)), "os", i % 2 == 0 ? "A" : "B", "memory_mb", 1L);
        }
        var flapping = scene.only(item);
        assertThat(flapping.need(DriftType.FLAPPING)).isTrue();
        assertThat(flapping.need(DriftType.STATE)).isEqualTo(State.OPEN);
        assertThat(scene.told(flapping)).containsExactly("os A → B flapping");

        server(ago(Duration.ofHours(80)), "os", "B", "memory_mb", 2L);
        assertThat(scene.only(item).need(DriftType.FLAPPING))
                .as("something else, too")
                .isFalse();
        server(ago(Duration.ofHours(79)), "os", "B", "memory_mb", 1L);
        assertThat(scene.only(item).need(DriftType.FLAPPING)).isTrue();

        settle();

        assertThat(scene.only(item).need(DriftType.FLAPPING)).isFalse();
        assertThat(scene.told(scene.only(item))).containsExactly("memory_mb 1 → 1 reversed", "os A → B open");
    }

    @Test
    void whatFlappedAndIsAsItWasIsOver() {
        var item = server(ago(Duration.ofDays(4)), "os", "A");
        for (int i = 1; i <= 6; i++) {
            server(ago(Duration.ofHours(90 - i)), "os", i % 2 == 0 ? "A" : "B");
        }
        assertThat(scene.only(item).need(DriftType.FLAPPING)).isTrue();

        settle();

        assertThat(scene.only(item).need(DriftType.STATE)).isEqualTo(State.REVERSED);
    }

    private void settle() {
        jobs.stream()
                .filter(it -> it.name().equals("drift_settling"))
                .forEach(it -> assertThat(it.batch().getAsBoolean()).isFalse());
    }

    @Test
    void relationsThatBeginAndEndAreDrift() {
        var host = Scene.thing("linux_server", "H" + mark, Map.of("name", "host-" + mark));
        var one = Scene.thing("software_installation", "I1" + mark, Map.of("name", "postfix"));
        var two = Scene.thing("software_installation", "I2" + mark, Map.of("name", "netcat"));
        var first = new DiscoveredRelation("runs_on", one.ref(), host.ref(), Map.of());
        var second = new DiscoveredRelation("runs_on", two.ref(), host.ref(), Map.of());
        var item = Scene.item(scene.tell(agent, ago(Duration.ofHours(5)), Scene.TAKE, List.of(host), List.of()));
        scene.tell(agent, ago(Duration.ofHours(4)), Scene.TAKE, List.of(host, one), List.of(first));
        assertThat(scene.drift(item)).as("it never told of such before").isEmpty();

        scene.tell(agent, ago(Duration.ofHours(3)), Scene.TAKE, List.of(host, one, two), List.of(first, second));
        assertThat(scene.told(scene.only(item))).containsExactly("runs_on false → true open");

        scene.tell(agent, ago(Duration.ofHours(2)), Scene.TAKE, List.of(host, two), List.of(second));
        assertThat(scene.told(scene.only(item)))
                .containsExactly("runs_on false → true open", "runs_on true → false open");

        scene.tell(agent, ago(Duration.ofHours(1)), Scene.TAKE, List.of(host, one), List.of(first));
        assertThat(scene.only(item).need(DriftType.STATE)).isEqualTo(State.REVERSED);
    }

    @Test
    void aPartThatDisappearsIsDrift() {
        var host = Scene.thing("linux_server", "P" + mark, Map.of("name", "host-" + mark));
        var orders = database("orders");
        var archive = database("archive");
        var relations = List.of(
                new DiscoveredRelation("runs_on", orders.ref(), host.ref(), Map.of()),
                new DiscoveredRelation("runs_on", archive.ref(), host.ref(), Map.of()));
        var report = scene.tell(agent, ago(Duration.ofHours(5)), Scene.TAKE, List.of(host, orders, archive), relations);
        var gone = Objects.requireNonNull(report.items().getLast().item());

        scene.tell(agent, ago(Duration.ofHours(4)), Scene.TAKE, List.of(host, orders), List.of(relations.getFirst()));

        assertThat(scene.read(gone).need(ConfigurationItemType.STATUS)).isEqualTo(Status.RETIRED);
        assertThat(scene.told(scene.only(gone)))
                .containsExactly("runs_on true → false open", "status operational → retired open");
    }

    private Discovered database(String name) {
        return new Discovered(
                name,
                "database",
                Map.of("name", name),
                List.of(new Identifier(Identifier.NAME_IN_PARENT, name, "P" + mark)));
    }
}
