package org.mainstay.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.reporting.DashboardType.DASHBOARD;
import static org.mainstay.reporting.TileType.TILE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Whose dashboards are, and what a tile may ask.
@MainstayTest
class DashboardTests {

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    @Autowired
    Boards boards;

    private Actor.Person sam;
    private Actor.Person max;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        sam = cast.sam();
        max = cast.max();
    }

    @Test
    void aDashboardIsItsOwnersAloneUntilTheyShareIt() {
        var own = done(dashboard(max, "audience", "private"));
        assertThat(store.get(max, DASHBOARD, own.id())).isPresent();
        assertThat(store.get(sam, DASHBOARD, own.id())).isEmpty();
        assertThat(store.get(cast.ada(), DASHBOARD, own.id())).isPresent();
        var mia = cast.mia();
        var shared = done(
                dashboard(sam, "audience", "group", "group", cast.serviceDesk().toString()));
        var tile = done(tile(sam, shared, Map.of()));
        assertThat(store.get(mia, DASHBOARD, shared.id())).isPresent();
        assertThat(store.get(mia, TILE, tile.id())).isPresent();
        assertThat(store.get(max, DASHBOARD, shared.id())).isEmpty();
        assertThat(store.get(max, TILE, tile.id())).isEmpty();
        assertThat(acts.edit(mia, DASHBOARD, shared.id(), Input.texts(Map.of("title", "Mine now")), null, false))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(acts.edit(mia, TILE, tile.id(), Input.texts(Map.of("title", "Mine now")), null, false))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(problems(tile(mia, shared, Map.of()))).contains("dashboard");
    }

    @Test
    void onlyAdministratorsMakeThemForEveryoneAndNobodyForGroupsOfOthers() {
        assertThat(problems(dashboard(sam, "audience", "everyone"))).containsExactly("audience");
        assertThat(problems(dashboard(
                        sam, "audience", "group", "group", cast.network().toString())))
                .containsExactly("group");
        assertThat(problems(dashboard(sam, "audience", "group"))).containsExactly("group");
        var waiting = done(
                dashboard(sam, "audience", "private", "group", cast.network().toString()));
        assertThat(problems(
                        acts.edit(sam, DASHBOARD, waiting.id(), Input.texts(Map.of("audience", "group")), null, false)))
                .containsExactly("group");
        var everyones = done(dashboard(cast.ada(), "audience", "everyone"));
        assertThat(store.get(max, DASHBOARD, everyones.id())).isPresent();
        assertThat(store.get(cast.tim(), DASHBOARD, everyones.id())).isPresent();
    }

    @Test
    void aTileThatCannotBeAnsweredIsRefusedAtThePlaceAtFault() {
        var board = done(dashboard(sam, "audience", "private"));
        assertThat(problems(tile(sam, board, Map.of("filter", "stte:new")))).containsExactly("filter");
        assertThat(problems(tile(sam, board, Map.of("collection", "nothing-like-this"))))
                .containsExactly("collection");
        assertThat(problems(tile(sam, board, Map.of("measure", "avg(title)")))).containsExactly("measure");
        assertThat(problems(tile(sam, board, Map.of("measure", "nonsense(")))).containsExactly("measure");
        assertThat(problems(tile(sam, board, Map.of("shape", "bar")))).containsExactly("group_by");
        assertThat(problems(tile(sam, board, Map.of("shape", "bar", "group_by", "description"))))
                .containsExactly("group_by");
        assertThat(problems(tile(sam, board, Map.of("shape", "bar", "group_by", "state,priority"))))
                .containsExactly("group_by");
        assertThat(problems(tile(sam, board, Map.of("shape", "trend")))).containsExactly("moment");
        assertThat(problems(tile(sam, board, Map.of("shape", "trend", "moment", "title"))))
                .containsExactly("moment");
        assertThat(problems(tile(sam, board, Map.of("compare", "true", "moment", "opened_at"))))
                .containsExactly("days");
        assertThat(problems(tile(sam, board, Map.of("collection", "people", "filter", "phone:any"))))
                .containsExactly("filter");
    }

    @Test
    void aDashboardHoldsSoManyTilesAndKeepsTheirOrder() {
        var board = done(dashboard(sam, "audience", "private"));
        var first = done(tile(sam, board, Map.of("title", "1")));
        for (int i = 2; i <= TileRules.MOST; i++) {
            done(tile(sam, board, Map.of("title", Integer.toString(i))));
        }
        assertThat(problems(tile(sam, board, Map.of()))).containsExactly("dashboard");
        boards.move(sam, board, first, 1);
        assertThat(titles(board)).startsWith("2", "1", "3").hasSize(TileRules.MOST);
        boards.move(sam, board, first, -5);
        assertThat(titles(board)).startsWith("1", "2", "3");
    }

    @Test
    void anotherOrganisationsDashboardsAreNotSeen() {
        var theirs = done(dashboard(cast.newcomer(ShippedRole.AGENT), "audience", "private"));
        assertThat(store.get(cast.olga(), DASHBOARD, theirs.id())).isEmpty();
        assertThat(problems(tile(cast.olga(), theirs, Map.of()))).contains("dashboard");
    }

    private List<String> titles(Snapshot board) {
        return boards.tiles(sam, board).stream()
                .map(it -> it.need(TileType.TITLE))
                .toList();
    }

    private Outcome dashboard(Actor actor, String... values) {
        var texts = new HashMap<>(Map.of("title", "Board"));
        for (int i = 0; i < values.length; i += 2) {
            texts.put(values[i], values[i + 1]);
        }
        return acts.create(actor, DASHBOARD, Input.texts(texts), List.of(), false);
    }

    private Outcome tile(Actor actor, Snapshot board, Map<String, String> values) {
        var texts = new HashMap<>(Map.of(
                "dashboard", board.id().toString(), "title", "Open", "shape", "number", "collection", "incidents"));
        texts.putAll(values);
        return acts.create(actor, TILE, Input.texts(texts), List.of(), false);
    }

    private static List<String> problems(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .problems().stream().map(Problem::attribute).distinct().collect(Collectors.toList());
    }

    private static Snapshot done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }
}
