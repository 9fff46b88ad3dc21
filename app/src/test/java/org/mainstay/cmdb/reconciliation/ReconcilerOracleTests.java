package org.mainstay.cmdb.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The same facts in any order come to the same items with the same values, which an oracle that knows all facts at
/// once says beforehand: what shares an identifier is one thing, and of each attribute the lowest rank is believed,
/// then
/// the latest word.
@MainstayTest
class ReconcilerOracleTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> ATTRIBUTES = List.of("name", "model", "os", "memory_mb");

    @Autowired
    Reconciler reconciler;

    @Autowired
    RecordStore store;

    @Autowired
    Cast cast;

    private final List<DiscoverySource> sources = new ArrayList<>();

    @BeforeEach
    void sources() {
        for (int rank = 1; rank <= 3; rank++) {
            var plan = Plan.of(Cause.CREATED);
            var step = plan.create(DiscoverySourceType.DISCOVERY_SOURCE);
            step.values()
                    .set(DiscoverySourceType.NAME, "source " + rank)
                    .set(DiscoverySourceType.KIND, DiscoverySource.Sort.API)
                    .set(DiscoverySourceType.RANK, (long) rank);
            assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
            sources.add(DiscoverySource.of(store.get(cast.ada(), DiscoverySourceType.DISCOVERY_SOURCE, step.id())
                    .orElseThrow()));
        }
    }

    /// What a source says of a thing at a moment.
    private record Fact(int source, Instant at, List<Identifier> identifiers, Map<String, Object> values) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderOfTheSameFactsComesToTheSame(long seed) {
        var random = new Random(seed);
        for (int order = 0; order < 3; order++) {
            var mark = UUID.randomUUID().toString().substring(0, 8);
            var facts = facts(new Random(seed), mark);
            var shuffled = new ArrayList<>(facts);
            if (order > 0) {
                Collections.shuffle(shuffled, random);
            }
            var items = new HashMap<Fact, UUID>();
            shuffled.forEach(it -> items.put(it, tell(it)));
            compare(facts, items, "seed %d, order %d".formatted(seed, order));
            // all of it once more changes nothing
            var before = versions(items.values());
            shuffled.forEach(this::tell);
            assertThat(versions(items.values())).isEqualTo(before);
        }
    }

    private List<Fact> facts(Random random, String mark) {
        var facts = new ArrayList<Fact>();
        for (int thing = 0; thing < 6; thing++) {
            var all = List.of(
                    identifier(Identifier.SERIAL, "N" + mark + thing, "Fennek"),
                    identifier(
                            Identifier.UUID,
                            UUID.nameUUIDFromBytes((mark + thing).getBytes(StandardCharsets.UTF_8))
                                    .toString(),
                            null),
                    identifier(Identifier.MAC, mac(mark, thing * 2), null),
                    identifier(Identifier.MAC, mac(mark, thing * 2 + 1), null),
                    identifier(Identifier.FQDN, "n" + thing + "." + mark + ".example", null));
            int told = 1 + random.nextInt(6);
            for (int i = 0; i < told; i++) {
                var some = new ArrayList<>(all);
                Collections.shuffle(some, random);
                var values = new LinkedHashMap<String, Object>();
                for (var attribute : ATTRIBUTES) {
                    if (random.nextInt(3) > 0) {
                        values.put(
                                attribute,
                                attribute.equals("memory_mb")
                                        ? (Object) (long) random.nextInt(8)
                                        : attribute + random.nextInt(3));
                    }
                }
                values.putIfAbsent("name", "name" + random.nextInt(3));
                facts.add(new Fact(
                        random.nextInt(3),
                        START.plusSeconds(60L * facts.size()),
                        List.copyOf(some.subList(0, 1 + random.nextInt(3))),
                        values));
            }
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    private static Identifier identifier(String kind, String value, String scope) {
        return Identifier.of(kind, value, scope).orElseThrow();
    }

    private static String mac(String mark, int number) {
        return "44:85:%s:%s:%s:%02x"
                .formatted(mark.substring(0, 2), mark.substring(2, 4), mark.substring(4, 6), number);
    }

    private UUID tell(Fact fact) {
        var said = new Discovered("it", "computer", fact.values, fact.identifiers);
        var payload = new Payload(List.of(said), List.of(), true, fact.at, List.of());
        var report = reconciler.take(sources.get(fact.source), payload, new Reconciler.Manner(true, false, "test"));
        var taken = report.items().getFirst();
        assertThat(taken.outcome()).as("%s", taken.problems()).isNotEqualTo(Taken.Outcome.REFUSED);
        return Objects.requireNonNull(taken.item());
    }

    private Snapshot item(UUID id) {
        var item = store.get(cast.ada(), ConfigurationItemType.CONFIGURATION_ITEM, id)
                .orElseThrow();
        var into = item.get(ConfigurationItemType.MERGED_INTO);
        return into == null ? item : item(into);
    }

    private Map<UUID, Long> versions(Collection<UUID> items) {
        var versions = new TreeMap<UUID, Long>();
        items.forEach(it -> versions.put(it, item(it).version()));
        return versions;
    }

    private void compare(List<Fact> facts, Map<Fact, UUID> items, String which) {
        var byItem = new HashMap<UUID, Set<Fact>>();
        items.forEach((fact, id) ->
                byItem.computeIfAbsent(item(id).id(), _ -> new HashSet<>()).add(fact));
        var things = things(facts);
        assertThat(new HashSet<>(byItem.values())).as(which).isEqualTo(new HashSet<>(things));
        byItem.forEach((id, told) -> {
            var item = item(id);
            for (var attribute : ATTRIBUTES) {
                assertThat(item.values().get(attribute))
                        .as("%s: %s of %s", which, attribute, item)
                        .isEqualTo(believed(told, attribute));
            }
        });
    }

    /// What shares an identifier, directly or by way of others.
    private static List<Set<Fact>> things(List<Fact> facts) {
        var things = new ArrayList<Set<Fact>>();
        for (var fact : facts) {
            var joined = new HashSet<Fact>(Set.of(fact));
            for (var thing : List.copyOf(things)) {
                if (thing.stream().anyMatch(it -> !Collections.disjoint(it.identifiers, fact.identifiers))) {
                    joined.addAll(thing);
                    things.remove(thing);
                }
            }
            things.add(joined);
        }
        return things;
    }

    private static Object believed(Set<Fact> told, String attribute) {
        return told.stream()
                .filter(it -> it.values.containsKey(attribute))
                .min(Comparator.comparingInt(Fact::source).thenComparing(Fact::at, Comparator.reverseOrder()))
                .map(it -> it.values.get(attribute))
                .orElse(null);
    }
}
