package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The rule of the clustering, word by word.
class ClusteringTests {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final UUID SERVICE = new UUID(1, 1);
    private static final UUID ITEM = new UUID(2, 1);
    private static final UUID CATEGORY = new UUID(3, 1);

    private static Occurrence incident(String title, UUID service, UUID item) {
        return new Occurrence(UUID.randomUUID(), title, service, item, CATEGORY, null, NOW, null);
    }

    private static List<Clustering.Cluster> clusters(String... titles) {
        var incidents = new ArrayList<Occurrence>();
        List.of(titles).forEach(it -> incidents.add(incident(it, SERVICE, null)));
        return Clustering.of(incidents, 3);
    }

    @Test
    void twoSharedWordsMakeOneWhateverElseIsSaidAndHowever() {
        var found = clusters(
                "Scanner loses its session between aisles",
                "SESSION of the hand scanner ends",
                "Sessión lost; scanner 7",
                "Scanner is dirty",
                "A session too many");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().pair()).isEqualTo(new Clustering.Pair("scanner", "session"));
        assertThat(found.getFirst().members()).hasSize(3);
    }

    @Test
    void oneSharedWordIsNotEnoughAndWordsThatAreEverywhereAreNone() {
        assertThat(clusters("Scanner broken", "Scanner dirty", "Scanner gone")).isEmpty();
        assertThat(clusters("This does not work", "This does not work", "This does not work"))
                .hasSize(0);
        assertThat(clusters("", " ", "?!", "\u0000=", "a b c d")).isEmpty();
    }

    @Test
    void theSameItemStandsInForAWord() {
        var found = Clustering.of(
                List.of(
                        incident("Paper is stuck", SERVICE, ITEM),
                        incident("Paper again", SERVICE, ITEM),
                        incident("Full of paper", SERVICE, ITEM),
                        incident("Eats paper", SERVICE, new UUID(2, 2))),
                3);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().pair()).isEqualTo(new Clustering.Pair("=" + ITEM, "paper"));
        assertThat(found.getFirst().members()).hasSize(3);
    }

    @Test
    void onlyWhatIsAboutTheSameIsCompared() {
        var title = "Scanner loses session";
        var two = List.of(incident(title, SERVICE, null), incident(title, SERVICE, null));
        var apart = new ArrayList<>(two);
        apart.add(incident(title, new UUID(1, 2), null));
        apart.add(incident(title, null, ITEM));
        assertThat(Clustering.of(apart, 3)).isEmpty();
        apart.add(incident(title, SERVICE, ITEM));
        assertThat(Clustering.of(apart, 3)).hasSize(1);
    }

    @Test
    void aThousandWordsOfOneTitleAreNotCompared() {
        var text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("word").append(i).append(' ');
        }
        var found = clusters(text.toString(), text.toString(), text.toString());
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().pair()).isEqualTo(new Clustering.Pair("word0", "word1"));
    }

    @Test
    void itFindsWhatTheRuleSaysOfRandomIncidents() {
        for (int round = 0; round < 60; round++) {
            long seed = 20261130L * 100 + round;
            System.out.println("ClusteringTests seed " + seed);
            var random = new Random(seed);
            var incidents = new ArrayList<Occurrence>();
            int count = random.nextInt(5, 120);
            for (int i = 0; i < count; i++) {
                incidents.add(any(random, i));
            }
            int least = random.nextInt(2, 6);
            var found = sets(Clustering.of(incidents, least));
            assertThat(found).isEqualTo(oracle(incidents, least));
            Collections.shuffle(incidents, random);
            assertThat(sets(Clustering.of(incidents, least))).isEqualTo(found);
        }
    }

    static Occurrence any(Random random, int index) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(0, 6); i >= 0; i--) {
            words.add(List.of("Printer", "scanner", "SESSION", "jams", "Größe", "the", "x", "4711", "tray")
                    .get(random.nextInt(9)));
        }
        return new Occurrence(
                new UUID(9, index),
                String.join(random.nextBoolean() ? " " : ", ", words),
                random.nextInt(4) == 0 ? null : new UUID(1, random.nextInt(2)),
                random.nextInt(3) > 0 ? null : new UUID(2, random.nextInt(2)),
                random.nextInt(3) == 0 ? null : new UUID(3, random.nextInt(2)),
                null,
                NOW.minusSeconds(index),
                null);
    }

    private static Map<String, Set<UUID>> sets(List<Clustering.Cluster> clusters) {
        return clusters.stream()
                .collect(Collectors.toMap(
                        Clustering.Cluster::signature,
                        it -> it.members().stream().map(Occurrence::id).collect(Collectors.toSet())));
    }

    /// The sentences of the rule, each incident held against each other.
    static Map<String, Set<UUID>> oracle(List<Occurrence> incidents, int least) {
        var clusters = new HashMap<String, Set<UUID>>();
        for (var one : incidents) {
            var shared = new TreeMap<String, Integer>();
            for (var other : incidents) {
                boolean same = Objects.equals(one.service(), other.service())
                        && Objects.equals(one.category(), other.category())
                        && (one.service() != null || Objects.equals(one.item(), other.item()));
                if (same) {
                    var common = new TreeSet<>(one.marks());
                    common.retainAll(new TreeSet<>(other.marks()));
                    for (var first : common) {
                        common.tailSet(first, false)
                                .forEach(second -> shared.merge(first + "|" + second, 1, Integer::sum));
                    }
                }
            }
            shared.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .ifPresent(
                            it -> clusters.computeIfAbsent(one.group().key() + "|" + it.getKey(), _ -> new HashSet<>())
                                    .add(one.id()));
        }
        clusters.values().removeIf(it -> it.size() < least);
        return clusters;
    }
}
