package org.mainstay.cmdb.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The graph against brute force, over graphs with everything that makes a difference: cycles, alternatives, all ways
/// that failure travels, validity, organisations one does not see, loaded at once or told in any order with detours.
/// `-Dmainstay.seed=` repeats a run, `-Dmainstay.graphs=` makes it longer.
class GraphOracleTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());
    private static final int GRAPHS = Integer.getInteger("mainstay.graphs", 2_000);
    private static final List<Integer> DEPTHS = List.of(0, 1, 2, 3, ServiceGraph.UNBOUNDED);
    private static final List<Integer> LIMITS = List.of(1, 2, 5, 100);

    /// One graph made in two ways, and what somebody sees of it at some moment.
    private record Case(
            Random random,
            String words,
            Facts facts,
            List<ServiceGraph> graphs,
            Instant at,
            Set<Integer> organisations,
            BruteForce expected) {

        View view() {
            return new View(at, visible());
        }

        Organisations visible() {
            return organisations.size() == Facts.ORGANISATIONS ? Organisations.ALL : Organisations.of(organisations);
        }

        int item() {
            return random.nextInt(1, 14);
        }

        <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    private interface Check {

        void of(Case it);
    }

    private static void forAll(Check check) {
        for (int i = 0; i < GRAPHS; i++) {
            long seed = SEED + i;
            var random = new Random(seed);
            var facts = Facts.random(random);
            var graphs = List.of(facts.loaded(random), facts.grown(random));
            for (int views = 0; views < 3; views++) {
                long at = Facts.moment(random);
                var organisations = new TreeSet<Integer>();
                IntStream.range(0, Facts.ORGANISATIONS)
                        .filter(_ -> random.nextInt(5) > 0)
                        .forEach(organisations::add);
                var words = "-Dmainstay.seed=" + seed + " at " + at + " of " + organisations + "\n" + facts;
                check.of(new Case(
                        random,
                        words,
                        facts,
                        graphs,
                        Facts.instant(at),
                        organisations,
                        new BruteForce(facts, at, organisations)));
            }
        }
    }

    @Test
    void impactIsTheLeastThatFollows() {
        forAll(it -> {
            for (var direction : Direction.values()) {
                int item = it.item();
                int depth = it.any(DEPTHS);
                int limit = it.any(LIMITS);
                var expected = it.expected.impact(item, direction, depth, limit);
                for (var graph : it.graphs) {
                    assertThat(Answers.of(graph.impact(item, direction, depth, limit, it.view())))
                            .as("%s of %s, depth %s, limit %s, %s", direction, item, depth, limit, it.words)
                            .isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void thoseAmongOthersAreThoseOfTheWholeWalk() {
        forAll(it -> {
            int item = it.item();
            var others = IntStream.range(-1, 20).boxed().toList();
            for (var reach : Reach.values()) {
                var expected = new TreeSet<Integer>();
                for (int other : others) {
                    if (other != item && stands(it, item, other, reach)) {
                        expected.add(other);
                    }
                }
                for (var graph : it.graphs) {
                    assertThat(graph.among(others, reach, item, it.view()))
                            .as("%s of %s, %s", reach, item, it.words)
                            .isEqualTo(expected);
                }
            }
        });
    }

    private static boolean stands(Case it, int item, int other, Reach reach) {
        return switch (reach) {
            case HIT ->
                it.graphs.getFirst().impact(item, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, 100, it.view()).stream()
                        .flatMap(impact -> impact.items().stream())
                        .anyMatch(reached -> reached.item() == other);
            case NEEDING -> other > 0 && it.expected.steps(item, other, Direction.DEPENDENTS) > 0;
            case NEEDED -> other > 0 && it.expected.steps(item, other, Direction.DEPENDENCIES) > 0;
        };
    }

    @Test
    void singlePointsHitAlone() {
        forAll(it -> {
            int item = it.item();
            int limit = it.any(LIMITS);
            var expected = it.expected.singlePoints(item, limit);
            for (var graph : it.graphs) {
                assertThat(Answers.ofSingle(graph.singlePoints(item, limit, it.view())))
                        .as("of %s, limit %s, %s", item, limit, it.words)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void pathsAreShortestAndLeadTheWay() {
        var directions = new ArrayList<@Nullable Direction>(List.of(Direction.values()));
        directions.add(null);
        forAll(it -> {
            var direction = it.any(directions);
            int from = it.item();
            int to = it.item();
            var first = it.graphs.getFirst().path(from, to, direction, it.view());
            var words = "from %s to %s, %s, %s".formatted(from, to, direction, it.words);
            assertThat(first.map(path -> path.relations().size()).orElse(-1))
                    .as(words)
                    .isEqualTo(it.expected.steps(from, to, direction));
            assertThat(it.graphs.getLast().path(from, to, direction, it.view()))
                    .as(words)
                    .isEqualTo(first);
            first.ifPresent(path -> {
                assertThat(path.items()).as(words).startsWith(from).endsWith(to);
                for (int i = 0; i < path.relations().size(); i++) {
                    var step = path.relations().get(i);
                    assertThat(it.expected.leads(
                                    step, path.items().get(i), path.items().get(i + 1), direction))
                            .as("%s by %s in %s", path, step, words)
                            .isTrue();
                }
            });
        });
    }

    @Test
    void neighboursAreThoseAroundWithWhatIsBetweenThem() {
        forAll(it -> {
            int item = it.item();
            int depth = it.any(DEPTHS);
            int limit = it.any(LIMITS);
            for (var graph : it.graphs) {
                var words = "around %s, depth %s, limit %s, %s".formatted(item, depth, limit, it.words);
                var around = graph.neighbours(item, depth, limit, it.view());
                assertThat(around.isPresent()).as(words).isEqualTo(it.expected.sees(item));
                around.ifPresent(found -> {
                    var paths = it.expected.walk(item, depth, it.expected::beside);
                    var listed = paths.values().stream().limit(limit + 1).toList();
                    assertThat(Answers.listed(found.items()))
                            .as(words)
                            .isEqualTo(listed.stream().map(Answers::reached).toList());
                    var between = it.expected.between(
                            Set.copyOf(paths.keySet().stream().limit(limit + 1).toList()));
                    int most = limit * Neighbourhood.RELATIONS_PER_ITEM;
                    assertThat(numbers(found.relations())).as(words).isSubsetOf(between);
                    assertThat(found.relations()).as(words).hasSize(Math.min(most, between.size()));
                    assertThat(found.truncated())
                            .as(words)
                            .isEqualTo(paths.size() > limit + 1 || between.size() > most);
                });
            }
            assertThat(it.graphs
                            .getFirst()
                            .neighbours(item, depth, limit, it.view())
                            .map(Neighbourhood::relations))
                    .isEqualTo(it.graphs
                            .getLast()
                            .neighbours(item, depth, limit, it.view())
                            .map(Neighbourhood::relations));
        });
    }

    @Test
    void differencesAreOfWhatIsNearAtEitherInstant() {
        forAll(it -> {
            int item = it.item();
            int depth = it.any(DEPTHS);
            long then = Facts.moment(it.random);
            var before = new BruteForce(it.facts, then, it.organisations);
            var near = new LinkedHashSet<Integer>();
            for (var moment : List.of(before, it.expected)) {
                if (moment.sees(item)) {
                    near.addAll(moment.walk(item, depth, moment::beside).keySet());
                }
            }
            for (var graph : it.graphs) {
                var words = "around %s, depth %s, since %s, %s".formatted(item, depth, then, it.words);
                var found = graph.difference(item, depth, 100, Facts.instant(then), it.at, it.visible());
                assertThat(found.isPresent()).as(words).isEqualTo(before.sees(item) || it.expected.sees(item));
                found.ifPresent(difference -> {
                    assertThat(difference.itemsAdded()).as(words).isEqualTo(only(near, it.expected, before));
                    assertThat(difference.itemsRemoved()).as(words).isEqualTo(only(near, before, it.expected));
                    assertThat(numbers(difference.relationsAdded()))
                            .as(words)
                            .isEqualTo(without(it.expected.between(near), before.between(near)));
                    assertThat(numbers(difference.relationsRemoved()))
                            .as(words)
                            .isEqualTo(without(before.between(near), it.expected.between(near)));
                    assertThat(difference.truncated()).isFalse();
                });
            }
        });
    }

    private static List<Integer> only(Set<Integer> near, BruteForce at, BruteForce notAt) {
        return near.stream()
                .filter(it -> at.sees(it) && !notAt.sees(it))
                .sorted()
                .toList();
    }

    private static List<Integer> without(Set<Integer> numbers, Set<Integer> others) {
        return numbers.stream().filter(it -> !others.contains(it)).toList();
    }

    private static List<Integer> numbers(List<Relation> relations) {
        return relations.stream().map(Relation::number).toList();
    }

    @Test
    void whatIsKeptIsWhatWasTold() {
        forAll(it -> {
            for (var graph : it.graphs) {
                assertThat(graph.items()).as(it.words).isEqualTo(it.facts.items.size());
                assertThat(graph.relations()).as(it.words).isEqualTo(it.facts.relations.size());
                for (int number = 0; number < 50; number++) {
                    assertThat(graph.item(number).orElse(null)).as(it.words).isEqualTo(it.facts.items.get(number));
                    assertThat(graph.relation(number).orElse(null))
                            .as(it.words)
                            .isEqualTo(it.facts.relations.get(number));
                }
            }
        });
    }
}
