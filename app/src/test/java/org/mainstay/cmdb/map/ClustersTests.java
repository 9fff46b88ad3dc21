package org.mainstay.cmdb.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.map.Clusters.Place;
import org.mainstay.cmdb.map.Surroundings.Near;

/// Too many items of one class under one other are drawn as one.
class ClustersTests {

    private static final String SERVERS = "CI0000001.linux_server";

    private final List<Near> items = new ArrayList<>(List.of(near(1, "business_service", 0, 0)));

    private static Near near(int digits, String itemClass, int distance, int before) {
        var number = GraphQueries.number(digits);
        return new Near(new Named(new UUID(0, digits), digits, number, "item " + digits, itemClass), distance, before);
    }

    private void servers(int first, int count) {
        IntStream.range(first, first + count).forEach(it -> items.add(near(it, "linux_server", 1, 1)));
    }

    private static List<String> keys(Clusters clusters) {
        return clusters.places().stream().map(Place::key).toList();
    }

    @Test
    void whatFitsIsDrawnItemByItem() {
        servers(2, 99);
        assertThat(keys(Clusters.of(items, Set.of(), 100))).hasSize(100).contains("CI0000100");
    }

    @Test
    void whatDoesNotFitBecomesAGroupThatCountsItsItems() {
        servers(2, 120);
        items.add(near(500, "storage", 1, 1));
        var clusters = Clusters.of(items, Set.of(), 100);
        assertThat(keys(clusters)).containsExactly("CI0000001", SERVERS, "CI0000500");
        assertThat(clusters.places().get(1).items()).hasSize(120);
        assertThat(clusters.keys()).containsEntry(2, SERVERS).containsEntry(500, "CI0000500");
        assertThat(clusters.left()).isZero();
    }

    @Test
    void smallFamiliesStayAsLongAsThereIsRoom() {
        servers(2, 60);
        IntStream.range(100, 110).forEach(it -> items.add(near(it, "database", 1, 1)));
        assertThat(Clusters.of(items, Set.of(), 50).places()).hasSize(12);
    }

    @Test
    void whatHangsOnAGroupIsGroupedWithIt() {
        servers(2, 120);
        IntStream.range(2, 122).forEach(it -> items.add(near(it + 1_000, "virtual_machine", 2, it)));
        var clusters = Clusters.of(items, Set.of(), 100);
        assertThat(keys(clusters)).containsExactly("CI0000001", SERVERS, SERVERS + ".virtual_machine");
    }

    @Test
    void aGroupThatIsOpenedShowsItsItems() {
        servers(2, 90);
        IntStream.range(200, 320).forEach(it -> items.add(near(it, "database", 1, 1)));
        var clusters = Clusters.of(items, Set.of(SERVERS), 100);
        assertThat(clusters.places()).hasSize(92);
        assertThat(keys(clusters)).contains("CI0000002", "CI0000001.database");
    }

    @Test
    void aLargeGroupOpensHundredByHundred() {
        servers(2, 5_000);
        var opened = Clusters.of(items, Set.of(SERVERS), 500);
        assertThat(opened.places()).hasSize(51);
        assertThat(keys(opened)).contains(SERVERS + "~0", SERVERS + "~49");
        var further = Clusters.of(items, Set.of(SERVERS, SERVERS + "~0"), 500);
        assertThat(further.places()).hasSize(150);
        assertThat(further.keys()).hasSize(5_001);
    }

    @Test
    void whatStillDoesNotFitIsCounted() {
        IntStream.range(2, 302).forEach(it -> items.add(near(it, "class_" + it, 1, 1)));
        var clusters = Clusters.of(items, Set.of(), 100);
        assertThat(clusters.places()).hasSize(100);
        assertThat(clusters.left()).isEqualTo(201);
        assertThat(clusters.keys()).hasSize(100);
    }
}
