package org.mainstay.cmdb.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.DiscoveredRelation;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Many sources, many deliveries at once, much at once, and strange things.
@MainstayTest
class DriftTogetherTests {

    private static final int EIGHT = 8;

    @Autowired
    Scene scene;

    @Autowired
    Cast cast;

    @Autowired
    Transactions transactions;

    private final String mark = Scene.mark();

    private static <T> List<T> together(List<Callable<T>> works) throws Exception {
        var all = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(EIGHT)) {
            for (Future<T> it : threads.invokeAll(works)) {
                all.add(it.get());
            }
        }
        return all;
    }

    @Test
    void eightDeliveriesAtOnceAreOneDrift() throws Exception {
        var agent = scene.source("at once " + mark, 5);
        var first = new LinkedHashMap<String, Object>(Map.of("name", "db-" + mark, "os", "0", "memory_mb", 1L));
        var item = scene.server(agent, null, "E" + mark, first);
        var works = new ArrayList<Callable<UUID>>();
        for (int i = 1; i <= EIGHT; i++) {
            var os = Integer.toString(i);
            works.add(() -> scene.server(agent, null, "E" + mark, Map.of("name", "db-" + mark, "os", os)));
        }
        together(works);

        var drift = scene.only(item);
        var line = scene.lines(drift).getFirst();
        assertThat(scene.lines(drift)).hasSize(1);
        assertThat(line.before().asString()).isEqualTo("0");
        assertThat(line.after().asString())
                .isEqualTo(scene.read(item).get(scene.read(item).type().need("os")));
    }

    @Test
    void acceptedAtOnceIsAcceptedOnce() throws Exception {
        var agent = scene.source("accept " + mark, 5);
        var item = scene.server(agent, null, "A" + mark, Map.of("name", "db-" + mark, "os", "1"));
        scene.server(agent, null, "A" + mark, Map.of("name", "db-" + mark, "os", "2"));
        var drift = scene.only(item);
        var works = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < EIGHT; i++) {
            works.add(() -> scene.accept(cast.ada(), drift));
        }

        assertThat(together(works)).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(scene.only(item).version()).isEqualTo(drift.version() + 1);
    }

    @Test
    void whatIsTakenBackWithItsDeliveryLeavesNoDrift() {
        var agent = scene.source("killed " + mark, 5);
        var item = scene.server(agent, null, "K" + mark, Map.of("name", "db-" + mark, "os", "1"));
        transactions.undone(() -> {
            scene.server(agent, null, "K" + mark, Map.of("name", "db-" + mark, "os", "2"));
            assertThat(scene.drift(item)).hasSize(1);
            return true;
        });

        assertThat(scene.drift(item)).isEmpty();
        scene.server(agent, null, "K" + mark, Map.of("name", "db-" + mark, "os", "2"));
        assertThat(scene.told(scene.only(item))).containsExactly("os 1 → 2 open");
    }

    @Test
    void aPatchNightOfManyItemsIsOneDriftEach() {
        var agent = scene.source("patch night " + mark, 5);
        var night = new ArrayList<Discovered>();
        var after = new ArrayList<Discovered>();
        for (int i = 0; i < 120; i++) {
            night.add(Scene.thing("linux_server", "N" + i + mark, Map.of("name", "n" + i, "os", "12")));
            after.add(Scene.thing("linux_server", "N" + i + mark, Map.of("name", "n" + i, "os", "13")));
        }
        scene.tell(agent, null, Scene.TAKE, night, List.of());
        var report = scene.tell(agent, null, Scene.TAKE, after, List.of());

        assertThat(report.items())
                .hasSize(120)
                .allSatisfy(it -> assertThat(scene.told(scene.only(Objects.requireNonNull(it.item()))))
                        .containsExactly("os 12 → 13 open"));
    }

    @Test
    void hugeValuesAndMarkupAndManyRelationsAreKeptAsTheyAre() {
        var agent = scene.source("huge " + mark, 5);
        var big = "<script>alert(1)</script>" + "x".repeat(10_000);
        var host = Scene.thing("linux_server", "G" + mark, Map.of("name", "g-" + mark, "description", "before"));
        var one = Scene.thing("software_installation", "G0" + mark, Map.of("name", "soft"));
        var items = new ArrayList<>(List.of(host, one));
        var relations = new ArrayList<>(List.of(new DiscoveredRelation("runs_on", one.ref(), host.ref(), Map.of())));
        var item = Scene.item(scene.tell(agent, null, Scene.TAKE, items, relations));
        items.set(0, Scene.thing("linux_server", "G" + mark, Map.of("name", "<b>g</b>", "description", big)));
        for (int i = 1; i <= 1_000; i++) {
            var more = Scene.thing("software_installation", "G" + i + mark, Map.of("name", "soft " + i));
            items.add(more);
            relations.add(new DiscoveredRelation("runs_on", more.ref(), host.ref(), Map.of()));
        }
        scene.tell(agent, null, Scene.TAKE, items, relations);

        var drift = scene.only(item);
        assertThat(drift.need(DriftType.CHANGES)).isEqualTo(1_002);
        assertThat(drift.label()).hasSizeLessThanOrEqualTo(DriftType.SUMMARY_LENGTH);
        assertThat(scene.lines(drift))
                .hasSize(1_002)
                .anySatisfy(it -> assertThat(it.after().asString()).isEqualTo(big));
        assertThat(scene.accept(cast.ada(), drift)).isInstanceOf(Outcome.Done.class);
    }

    /// Whatever sources say in whatever order, and whenever somebody accepts: what is open about a value is what it was
    /// when it was last settled, and what it is now.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsOpenIsTheDifferenceToWhatWasSettledLast(long seed) {
        var random = new Random(seed);
        var start = Instant.now().minus(Duration.ofDays(30));
        var sources = new ArrayList<DiscoverySource>();
        for (int rank = 1; rank <= 3; rank++) {
            sources.add(scene.source("any " + mark + rank, 5));
        }
        var codes = List.of("os", "memory_mb", "model");
        var settled = new HashMap<String, Object>();
        var values = values(random, codes, 1.0);
        var item = scene.server(sources.getFirst(), start, "R" + mark, values);
        codes.forEach(it -> settled.put(it, value(item, it)));
        for (int step = 1; step < 40; step++) {
            var at = start.plus(Duration.ofHours(step * 9L - random.nextInt(12)));
            var source = sources.get(random.nextInt(3));
            var said = values(random, codes, 0.6);
            scene.server(source, at, "R" + mark, said);
            var versions = versions(item);
            scene.server(source, at, "R" + mark, said);
            assertThat(versions(item)).as("again").isEqualTo(versions);
            if (random.nextInt(8) == 0) {
                var open = open(item);
                if (!open.isEmpty()) {
                    scene.lines(open.getFirst()).stream()
                            .filter(DriftLine::live)
                            .forEach(it -> settled.put(it.code(), value(item, it.code())));
                    assertThat(scene.accept(cast.ada(), open.getFirst())).isInstanceOf(Outcome.Done.class);
                }
            }
            compare(item, codes, settled, "seed %d, step %d".formatted(seed, step));
        }
    }

    private void compare(UUID item, List<String> codes, Map<String, Object> settled, String when) {
        var live = new HashMap<String, DriftLine>();
        for (var drift : open(item)) {
            for (var line : scene.lines(drift)) {
                if (line.live()) {
                    assertThat(live.put(line.code(), line)).as(when).isNull();
                }
            }
        }
        for (var code : codes) {
            var now = String.valueOf(value(item, code));
            var line = live.get(code);
            if (line == null) {
                assertThat(now).as(when + " " + code).isEqualTo(String.valueOf(settled.get(code)));
            } else {
                assertThat(line.after().asString()).as(when + " " + code).isEqualTo(now);
                assertThat(line.before().asString()).as(when + " " + code).isEqualTo(String.valueOf(settled.get(code)));
            }
        }
        assertThat(open(item))
                .as(when)
                .allSatisfy(it -> assertThat(scene.lines(it)).anyMatch(DriftLine::live));
    }

    private List<Snapshot> open(UUID item) {
        return scene.drift(item).stream()
                .filter(it -> it.need(DriftType.STATE) == State.OPEN)
                .toList();
    }

    private Map<UUID, Long> versions(UUID item) {
        var versions = new TreeMap<UUID, Long>();
        scene.drift(item).forEach(it -> versions.put(it.id(), it.version()));
        return versions;
    }

    private Object value(UUID item, String code) {
        var read = scene.read(item);
        return Objects.requireNonNull(read.get(read.type().need(code)));
    }

    private static Map<String, Object> values(Random random, List<String> codes, double share) {
        var values = new LinkedHashMap<String, Object>();
        for (var code : codes) {
            if (random.nextDouble() < share) {
                long value = random.nextInt(3);
                values.put(code, Set.of("memory_mb").contains(code) ? (Object) value : "v" + value);
            }
        }
        values.put("name", "random");
        return values;
    }
}
