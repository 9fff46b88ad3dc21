package org.mainstay.cmdb.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceGraphTests {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final View NOW = new View(NOON, Organisations.ALL);

    private static final int DEPENDS_ON = 1;
    private static final int CONTAINS = 2;
    private static final int CONNECTED = 3;
    private static final int MENTIONS = 4;

    private static final int SERVICE = 1;
    private static final int SERVER = 2;

    private static final int PAYROLL = 1;
    private static final int SHOP = 2;
    private static final int WEB_1 = 11;
    private static final int WEB_2 = 12;
    private static final int WEB_3 = 13;
    private static final int HOST = 21;
    private static final int SWITCH = 31;

    private final ServiceGraph graph = new ServiceGraph(NOON);
    private int relations;

    @BeforeEach
    void types() {
        graph.travels(DEPENDS_ON, Failure.UP);
        graph.travels(CONTAINS, Failure.DOWN);
        graph.travels(CONNECTED, Failure.BOTH);
        for (int service : List.of(PAYROLL, SHOP)) {
            graph.put(new Item(service, SERVICE, 1, 0, Moment.OPEN));
        }
        for (int server : List.of(WEB_1, WEB_2, WEB_3, HOST, SWITCH)) {
            graph.put(new Item(server, SERVER, 1, 0, Moment.OPEN));
        }
    }

    private int relate(int type, int from, int to) {
        graph.put(new Relation(++relations, type, from, to, 0, Moment.OPEN));
        return relations;
    }

    private void anyOf(int needed, int from, int... alternatives) {
        for (int to : alternatives) {
            graph.put(new Relation(++relations, DEPENDS_ON, from, to, 0, Moment.OPEN, 1, needed));
        }
    }

    private List<String> dependents(int item) {
        return dependents(item, NOW);
    }

    private List<String> dependents(int item, View view) {
        return Answers.listed(impact(item, Direction.DEPENDENTS, view).items());
    }

    private List<String> dependencies(int item) {
        return Answers.listed(impact(item, Direction.DEPENDENCIES, NOW).items());
    }

    private Impact impact(int item, Direction direction, View view) {
        return graph.impact(item, direction, ServiceGraph.UNBOUNDED, 100, view).orElseThrow();
    }

    @Test
    void failureClimbsToWhatDependsOnIt() {
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(DEPENDS_ON, WEB_1, HOST);
        assertThat(dependents(HOST)).containsExactly("11 at 1 by [21, 11]", "1 at 2 by [21, 11, 1]");
        assertThat(dependents(PAYROLL)).isEmpty();
        assertThat(dependencies(PAYROLL)).containsExactly("11 at 1 by [1, 11]", "21 at 2 by [1, 11, 21]");
        assertThat(impact(HOST, Direction.DEPENDENTS, NOW).byClass()).isEqualTo(Map.of(SERVICE, 1, SERVER, 1));
    }

    @Test
    void failureOfWhatContainsThingsHitsThem() {
        relate(CONTAINS, HOST, WEB_1);
        assertThat(dependents(HOST)).containsExactly("11 at 1 by [21, 11]");
        assertThat(dependents(WEB_1)).isEmpty();
        assertThat(dependencies(WEB_1)).containsExactly("21 at 1 by [11, 21]");
    }

    @Test
    void whatIsConnectedFailsTogether() {
        relate(CONNECTED, HOST, SWITCH);
        assertThat(dependents(HOST)).containsExactly("31 at 1 by [21, 31]");
        assertThat(dependents(SWITCH)).containsExactly("21 at 1 by [31, 21]");
    }

    @Test
    void nothingDependsOnItIsNotTheSameAsNothingIsKnown() {
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(MENTIONS, SHOP, WEB_2);
        assertThat(impact(PAYROLL, Direction.DEPENDENTS, NOW).related()).isTrue();
        assertThat(impact(SHOP, Direction.DEPENDENTS, NOW).related()).isFalse();
        assertThat(impact(HOST, Direction.DEPENDENTS, NOW).related()).isFalse();
    }

    @Test
    void cyclesEndAndTheStartIsNotListed() {
        relate(DEPENDS_ON, WEB_1, WEB_2);
        relate(DEPENDS_ON, WEB_2, WEB_3);
        relate(DEPENDS_ON, WEB_3, WEB_1);
        relate(DEPENDS_ON, WEB_1, WEB_1);
        assertThat(dependents(WEB_1)).containsExactly("13 at 1 by [11, 13]", "12 at 2 by [11, 13, 12]");
    }

    @Test
    void oneOfTwoIsEnoughUntilBothFail() {
        anyOf(1, PAYROLL, WEB_1, WEB_2);
        assertThat(dependents(WEB_1)).isEmpty();
        assertThat(dependencies(PAYROLL)).hasSize(2);
        relate(DEPENDS_ON, WEB_1, HOST);
        relate(DEPENDS_ON, WEB_2, HOST);
        assertThat(dependents(HOST))
                .containsExactly("11 at 1 by [21, 11]", "12 at 1 by [21, 12]", "1 at 2 by [21, 12, 1]");
    }

    @Test
    void twoOfThreeLetOneFail() {
        anyOf(2, PAYROLL, WEB_1, WEB_2, WEB_3);
        assertThat(dependents(WEB_1)).isEmpty();
        relate(DEPENDS_ON, WEB_1, HOST);
        relate(DEPENDS_ON, WEB_3, HOST);
        assertThat(dependents(HOST)).contains("1 at 2 by [21, 13, 1]");
    }

    @Test
    void alternativesThatDoNotExistDoNotCount() {
        anyOf(1, PAYROLL, WEB_1, WEB_2);
        graph.removeItem(WEB_2);
        assertThat(dependents(WEB_1)).containsExactly("1 at 1 by [11, 1]");
        graph.put(new Item(WEB_2, SERVER, 2, 0, Moment.OPEN));
        assertThat(dependents(WEB_1)).isEmpty();
        assertThat(dependents(WEB_1, new View(NOON, Organisations.of(Set.of(1)))))
                .hasSize(1);
    }

    @Test
    void roundsAreCountedToTheDepth() {
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(DEPENDS_ON, WEB_1, HOST);
        relate(DEPENDS_ON, HOST, SWITCH);
        var impact = graph.impact(SWITCH, Direction.DEPENDENTS, 2, 100, NOW).orElseThrow();
        assertThat(impact.reached()).isEqualTo(2);
        assertThat(impact.truncated()).isFalse();
    }

    @Test
    void allAreCountedWhereFewAreListed() {
        for (int server : List.of(WEB_3, WEB_1, WEB_2)) {
            relate(DEPENDS_ON, server, HOST);
        }
        var impact = graph.impact(HOST, Direction.DEPENDENTS, ServiceGraph.UNBOUNDED, 2, NOW)
                .orElseThrow();
        assertThat(impact.reached()).isEqualTo(3);
        assertThat(impact.truncated()).isTrue();
        assertThat(impact.items()).extracting(Reached::item).containsExactly(WEB_1, WEB_2);
    }

    @Test
    void whatOneDoesNotSeeIsNotWalkedThrough() {
        graph.put(new Item(WEB_1, SERVER, 2, 0, Moment.OPEN));
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(DEPENDS_ON, WEB_1, HOST);
        var view = new View(NOON, Organisations.of(Set.of(1)));
        assertThat(impact(HOST, Direction.DEPENDENTS, view).reached()).isZero();
        assertThat(impact(HOST, Direction.DEPENDENTS, view).related()).isFalse();
        assertThat(graph.impact(WEB_1, Direction.DEPENDENTS, 1, 1, view)).isEmpty();
    }

    @Test
    void thingsExistFromTheirFirstMomentAndNoLongerAtTheirLast() {
        var first = NOON.minus(Duration.ofHours(2));
        var last = NOON.minus(Duration.ofHours(1));
        graph.put(new Relation(1, DEPENDS_ON, PAYROLL, HOST, Moment.of(first), Moment.of(last)));
        assertThat(dependents(HOST, new View(first.minusNanos(1), Organisations.ALL)))
                .isEmpty();
        assertThat(dependents(HOST, new View(first, Organisations.ALL))).hasSize(1);
        assertThat(dependents(HOST, new View(last.minusNanos(1), Organisations.ALL)))
                .hasSize(1);
        assertThat(dependents(HOST, new View(last, Organisations.ALL))).isEmpty();
    }

    @Test
    void whatIsPlannedIsNotYet() {
        var tomorrow = NOON.plus(Duration.ofDays(1));
        graph.put(new Relation(1, DEPENDS_ON, PAYROLL, HOST, Moment.of(tomorrow), Moment.OPEN));
        assertThat(dependents(HOST)).isEmpty();
        assertThat(dependents(HOST, new View(tomorrow, Organisations.ALL))).hasSize(1);
    }

    @Test
    void relationsMayComeBeforeTheirItemsAndTheirTypes() {
        relate(9, 100, 101);
        graph.put(new Item(100, SERVICE, 1, 0, Moment.OPEN));
        graph.put(new Item(101, SERVER, 1, 0, Moment.OPEN));
        assertThat(dependents(101)).isEmpty();
        graph.travels(9, Failure.UP);
        assertThat(dependents(101)).containsExactly("100 at 1 by [101, 100]");
    }

    @Test
    void relationsAreReplacedAndRemoved() {
        int number = relate(DEPENDS_ON, PAYROLL, HOST);
        graph.put(new Relation(number, DEPENDS_ON, SHOP, HOST, 0, Moment.OPEN));
        assertThat(dependents(HOST)).containsExactly("2 at 1 by [21, 2]");
        graph.removeRelation(number);
        graph.removeRelation(number);
        assertThat(dependents(HOST)).isEmpty();
        assertThat(graph.relation(number)).isEmpty();
        assertThat(graph.relations()).isZero();
    }

    @Test
    void aPathSaysHowTwoAreConnected() {
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(DEPENDS_ON, WEB_1, HOST);
        relate(DEPENDS_ON, SHOP, HOST);
        var path = graph.path(PAYROLL, SHOP, null, NOW).orElseThrow();
        assertThat(path.items()).containsExactly(PAYROLL, WEB_1, HOST, SHOP);
        assertThat(path.relations()).extracting(Relation::number).containsExactly(1, 2, 3);
        assertThat(graph.path(PAYROLL, SHOP, Direction.DEPENDENTS, NOW)).isEmpty();
        assertThat(graph.path(HOST, PAYROLL, Direction.DEPENDENTS, NOW)).isPresent();
        assertThat(graph.path(PAYROLL, HOST, Direction.DEPENDENCIES, NOW)).isPresent();
        assertThat(graph.path(PAYROLL, SWITCH, null, NOW)).isEmpty();
    }

    @Test
    void neighboursComeWithTheRelationsBetweenThem() {
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        relate(MENTIONS, WEB_1, SHOP);
        relate(DEPENDS_ON, SHOP, PAYROLL);
        relate(DEPENDS_ON, WEB_1, HOST);
        var around = graph.neighbours(PAYROLL, 1, 10, NOW).orElseThrow();
        assertThat(around.items()).extracting(Reached::item).containsExactly(PAYROLL, SHOP, WEB_1);
        assertThat(around.relations()).extracting(Relation::number).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(around.truncated()).isFalse();
        assertThat(graph.neighbours(PAYROLL, 2, 2, NOW).orElseThrow().truncated())
                .isTrue();
    }

    @Test
    void aMapHasNoMoreRelationsThanOneCanSee() {
        for (int i = 0; i < 10; i++) {
            relate(MENTIONS, PAYROLL, SHOP);
        }
        assertThat(graph.neighbours(PAYROLL, 1, 2, NOW).orElseThrow().truncated())
                .isFalse();
        relate(MENTIONS, PAYROLL, WEB_1);
        var around = graph.neighbours(PAYROLL, 1, 2, NOW).orElseThrow();
        assertThat(around.items()).hasSize(3);
        assertThat(around.relations()).hasSize(10);
        assertThat(around.truncated()).isTrue();
    }

    @Test
    void singlePointsAreWhatNothingStandsInFor() {
        anyOf(1, PAYROLL, WEB_1, WEB_2);
        relate(DEPENDS_ON, WEB_1, HOST);
        relate(DEPENDS_ON, WEB_1, SWITCH);
        relate(DEPENDS_ON, WEB_2, SWITCH);
        var points = graph.singlePoints(PAYROLL, 10, NOW).orElseThrow();
        assertThat(points.count()).isEqualTo(1);
        assertThat(Answers.listed(points.items())).containsExactly("31 at 2 by [1, 11, 31]");
    }

    @Test
    void aDifferenceIsWhatCameAndWhatWent() {
        var before = NOON.minus(Duration.ofDays(2));
        var move = Moment.of(NOON.minus(Duration.ofDays(1)));
        graph.put(new Item(41, SERVER, 1, move, Moment.OPEN));
        graph.put(new Item(42, SERVER, 1, 0, move));
        relate(DEPENDS_ON, PAYROLL, WEB_1);
        graph.put(new Relation(2, DEPENDS_ON, WEB_1, 41, move, Moment.OPEN));
        graph.put(new Relation(3, DEPENDS_ON, WEB_1, 42, 0, move));
        var difference = graph.difference(PAYROLL, 2, 10, before, NOON, Organisations.ALL)
                .orElseThrow();
        assertThat(difference.itemsAdded()).containsExactly(41);
        assertThat(difference.itemsRemoved()).containsExactly(42);
        assertThat(difference.relationsAdded()).extracting(Relation::number).containsExactly(2);
        assertThat(difference.relationsRemoved()).extracting(Relation::number).containsExactly(3);
        assertThat(graph.difference(999, 2, 10, before, NOON, Organisations.ALL))
                .isEmpty();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Item(0, SERVER, 1, 0, 1)).hasMessageContaining("number of an item is 0");
        assertThatThrownBy(() -> new Item(1, 1_024, 1, 0, 1)).hasMessageContaining("class is 1024");
        assertThatThrownBy(() -> new Relation(1, 256, 1, 1, 0, 1)).hasMessageContaining("type is 256");
        assertThatThrownBy(() -> graph.neighbours(1, 1, 10_001, NOW)).hasMessageContaining("limit is 10001");
        assertThat(graph.impact(-1, Direction.DEPENDENTS, 1, 1, NOW)).isEmpty();
        assertThat(graph.item(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void aFinishedGraphTakesNothingThroughItsLoading() {
        var loading = new GraphLoading(NOON);
        loading.finish();
        assertThatThrownBy(() -> loading.add(new Item(1, SERVER, 1, 0, 1))).isInstanceOf(IllegalStateException.class);
    }
}
