package org.mainstay.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.definition.CategoryType;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.web.Frames;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/// What tiles come to, for whom, and that each figure is what the list behind it holds.
@MainstayTest
class TileTests {

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    RecordTypes types;

    @Autowired
    FilterParser parser;

    @Autowired
    Boards boards;

    @Autowired
    TileResults results;

    @Autowired
    TileViews views;

    @Autowired
    Frames frames;

    @Autowired
    Clock clock;

    private String word = "";

    @BeforeEach
    void thereIsWork() {
        cast.everybody();
        word = "w" + Plan.newId().toString().substring(24);
        reported(1, 2);
        reported(3, 1);
        reported(3, 5);
        reported(9, 4);
    }

    @Test
    void everyTileThatIsShippedIsAnsweredInBothLanguagesForEverybody() {
        var shipped = boards.all(cast.ada()).stream()
                .filter(it -> it.titleInGerman() != null)
                .toList();
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(8);
        for (Actor.Person actor : List.of(cast.ada(), cast.sam(), cast.max(), cast.olga())) {
            for (var dashboard : shipped) {
                var board = boards.dashboard(actor, dashboard.number()).orElseThrow();
                var tiles = boards.tiles(actor, board);
                assertThat(tiles).as(dashboard.title()).hasSizeGreaterThanOrEqualTo(6);
                for (var record : tiles) {
                    var tile = Tile.of(record);
                    var answer = results.of(tile, actor);
                    assertThat(answer.result()).as(tile.toString()).isNotInstanceOf(TileResult.Wrong.class);
                    for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                        var view = view(tile, answer, actor, language);
                        assertThat(view.definition()).isNotBlank().doesNotContain("reporting.");
                        links(view).forEach(it -> leadsToAList(it, actor));
                    }
                }
            }
        }
    }

    @Test
    void aNumberCountsWhatItsReaderSeesAndTheListHoldsThatMany() {
        var tile = tile(Map.of("shape", "number"));
        assertThat(result(tile, cast.sam())).isEqualTo(new TileResult.Number(4L, null));
        assertThat(result(tile, cast.max())).isEqualTo(new TileResult.Number(4L, null));
        assertThat(result(tile, cast.eve())).isEqualTo(new TileResult.Number(0L, null));
        assertThat(result(tile, cast.olga())).isEqualTo(new TileResult.Number(0L, null));
        var href = view(tile, results.of(tile, cast.sam()), cast.sam(), Locale.ENGLISH)
                .href();
        assertThat(counted(href, cast.sam())).isEqualTo(4);
    }

    @Test
    void aNumberIsComparedWithThePeriodBefore() {
        var tile = tile(Map.of("shape", "number", "moment", "opened_at", "days", "7", "compare", "true"));
        assertThat(result(tile, cast.sam())).isEqualTo(new TileResult.Number(3L, 1L));
        var figure = (TileView.Figure) view(tile, results.of(tile, cast.sam()), cast.sam(), Locale.ENGLISH)
                .content();
        assertThat(figure.change()).isEqualTo("+200 %");
        assertThat(figure.direction()).isEqualTo("more");
        assertThat(counted(figure.beforeHref(), cast.sam())).isEqualTo(1);
    }

    @Test
    void barsAreGroupsEachWithItsOwnList() {
        var tile = tile(Map.of("shape", "bar", "group_by", "priority"));
        var view = view(tile, results.of(tile, cast.sam()), cast.sam(), Locale.ENGLISH);
        var groups = (TileView.Groups) view.content();
        assertThat(groups.bars()).extracting(TileView.Bar::label).containsExactly("P1", "P2", "P4", "P5");
        assertThat(groups.bars()).allSatisfy(it -> {
            assertThat(it.length()).isEqualTo(1_000);
            assertThat(counted(it.href(), cast.sam())).isEqualTo(1);
        });
        var callers = tile(Map.of("shape", "bar", "group_by", "caller", "most", "1"));
        var greatest = (TileResult.Groups) result(callers, cast.sam());
        assertThat(greatest.rows()).extracting(TileResult.Row::key).containsExactly((Object)
                cast.max().id());
        assertThat(greatest.cut()).isFalse();
    }

    @Test
    void aTrendHasAFigureForEveryDayAlsoWhereNothingHappened() {
        var tile = tile(Map.of(
                "shape", "trend", "moment", "opened_at", "days", "10", "stretch", "day", "against", "resolved_at"));
        var answer = results.of(tile, cast.sam());
        assertThat(answer.question().days()).hasSize(10).last().isEqualTo(today());
        var trend = (TileResult.Trend) answer.result();
        assertThat(trend.values().stream()
                        .mapToLong(it -> it instanceof Long count ? count : 0)
                        .sum())
                .isEqualTo(4);
        assertThat(trend.values().get(9 - 3)).isEqualTo(2L);
        assertThat(trend.other()).hasSize(10).containsOnly(0L);
        var chart = ((TileView.Drawing)
                        view(tile, answer, cast.sam(), Locale.ENGLISH).content())
                .chart();
        assertThat(chart.points()).hasSize(10);
        assertThat(counted(chart.points().get(9 - 3).href(), cast.sam())).isEqualTo(2);
        var weeks = (TileResult.Trend) result(
                tile(Map.of("shape", "trend", "moment", "opened_at", "days", "3660", "stretch", "day")), cast.sam());
        assertThat(weeks.values()).hasSizeLessThanOrEqualTo(TileReader.POINTS);
    }

    @ParameterizedTest
    @CsvSource({"week,90", "month,730", "day,30", "day,3660"})
    void aTrendIsComparedWithAsManyStretchesBefore(String stretch, String days) {
        var tile = tile(
                Map.of("shape", "trend", "moment", "opened_at", "days", days, "stretch", stretch, "compare", "true"));
        var question = results.of(tile, cast.sam()).question();
        var earlier = TileReader.earlier(question.days(), tile.stretch());
        assertThat(TileReader.next(earlier.getLast(), tile.stretch()))
                .isEqualTo(question.days().getFirst());
        reportedOn(earlier.getFirst());
        reportedOn(earlier.getLast());
        var trend = (TileResult.Trend) result(tile, cast.sam());
        assertThat(trend.other()).hasSameSizeAs(trend.values());
        assertThat(trend.other().getFirst()).isEqualTo(1L);
        assertThat(trend.other().getLast()).isEqualTo(1L);
    }

    @Test
    void aBarOfACategoryLeadsToItsOwnRecordsNotToThoseOfTheCategoriesBelow() {
        var above = category("Above " + word, null);
        var below = category("Below " + word, above);
        reportedIn(above);
        reportedIn(below);
        reportedIn(below);
        var tile = tile(Map.of("shape", "bar", "group_by", "category", "filter", "category:any title~" + word));
        var groups = (TileView.Groups) view(tile, results.of(tile, cast.sam()), cast.sam(), Locale.ENGLISH)
                .content();
        assertThat(groups.bars())
                .extracting(it -> it.label() + " " + counted(it.href(), cast.sam()))
                .containsExactlyInAnyOrder("Above " + word + " 1", "Below " + word + " 2");
    }

    @Test
    void theDefinitionIsInWords() {
        var tile = tile(Map.of("shape", "number", "filter", "state:new,on_hold assignee:empty"));
        assertThat(view(tile, results.of(tile, cast.sam()), cast.sam(), Locale.ENGLISH)
                        .definition())
                .contains("where State is New, On hold; Assignee is empty");
    }

    @Test
    void aListShowsTheFirstRecords() {
        var tile = tile(Map.of("shape", "list", "most", "3"));
        var records = (TileResult.Records) result(tile, cast.sam());
        assertThat(records.records()).hasSize(3);
        assertThat(records.more()).isTrue();
        assertThat(((TileResult.Records) result(tile, cast.eve())).records()).isEmpty();
    }

    @Test
    void whatOneMayNotReadCannotBeAsked() {
        var tile = tile(Map.of("shape", "bar", "group_by", "phone", "collection", "people", "filter", ""));
        assertThat(result(tile, cast.max())).isInstanceOf(TileResult.Wrong.class);
        var filtered = tile(Map.of("shape", "number", "collection", "people", "filter", "phone:any"));
        assertThat(result(filtered, cast.max())).isInstanceOf(TileResult.Wrong.class);
        assertThat(views.of(filtered, results.of(filtered, cast.max()), cast.max(), frame(cast.max(), Locale.GERMAN))
                        .content())
                .isInstanceOf(TileView.Wrong.class);
    }

    @Test
    void whatATileCameToIsKeptForAMomentAndForEachReaderByThemselves() {
        var now = new AtomicLong();
        var cache = new TileCache(Duration.ofSeconds(10), now::get);
        var tile = tile(Map.of("shape", "number"));
        var asked = new ArrayList<Actor>();
        for (var actor : List.of(cast.sam(), cast.sam(), cast.max())) {
            cache.of(tile, actor, () -> {
                asked.add(actor);
                return results.of(tile, actor);
            });
        }
        assertThat(asked).hasSize(2);
        now.set(Duration.ofSeconds(10).toNanos());
        cache.of(tile, cast.sam(), () -> {
            asked.add(cast.sam());
            return new TileAnswer(null, new TileResult.Busy());
        });
        cache.of(tile, cast.sam(), () -> results.of(tile, cast.sam()));
        assertThat(asked).hasSize(3);
    }

    private Tile tile(Map<String, String> typed) {
        var all = new java.util.HashMap<>(
                Map.of("title", "Tile", "collection", "incidents", "filter", "title~" + word, "most", "10"));
        all.putAll(typed);
        return TileForms.tile(all);
    }

    private void reported(int daysAgo, long priority) {
        var plan = Plan.of(Cause.CREATED).at(clock.instant().minus(daysAgo, ChronoUnit.DAYS));
        plan.create(IncidentType.INCIDENT)
                .values()
                .set(IncidentType.TITLE, word + " stays dark")
                .set(IncidentType.CALLER, cast.max().id())
                .set(IncidentType.PRIORITY, priority)
                .set(IncidentType.PRIORITY_OVERRIDE, true)
                .set(IncidentType.PRIORITY_REASON, "as told");
        assertThat(store.save(cast.sam(), plan)).isInstanceOf(Saved.Done.class);
    }

    private void reportedOn(LocalDate day) {
        var plan = Plan.of(Cause.CREATED)
                .at(day.atTime(12, 0).atZone(cast.sam().zone()).toInstant());
        create(plan, IncidentType.TITLE, word + " stays dark");
    }

    private void reportedIn(UUID category) {
        create(Plan.of(Cause.CREATED), IncidentType.CATEGORY, category);
    }

    private <T> void create(Plan plan, Attribute<T> attribute, T value) {
        plan.create(IncidentType.INCIDENT)
                .values()
                .set(IncidentType.TITLE, word + " stays dark")
                .set(IncidentType.CALLER, cast.max().id())
                .set(attribute, value);
        assertThat(store.save(cast.sam(), plan)).isInstanceOf(Saved.Done.class);
    }

    private UUID category(String name, @Nullable UUID parent) {
        var plan = Plan.of(Cause.CREATED);
        var step = plan.create(CategoryType.CATEGORY);
        step.values().set(CategoryType.NAME, name).set(CategoryType.PARENT, parent);
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        return step.id();
    }

    private LocalDate today() {
        return clock.instant().atZone(cast.sam().zone()).toLocalDate();
    }

    private TileResult result(Tile tile, Actor actor) {
        return results.of(tile, actor).result();
    }

    private TileView view(Tile tile, TileAnswer answer, Actor actor, Locale language) {
        return views.of(tile, answer, actor, frame(actor, language));
    }

    private org.mainstay.web.Frame frame(Actor actor, Locale language) {
        return frames.of(actor, new MockHttpServletRequest(), language);
    }

    private static List<String> links(TileView view) {
        var links = new ArrayList<String>();
        links.add(view.href());
        switch (view.content()) {
            case TileView.Figure figure -> links.add(figure.beforeHref());
            case TileView.Groups groups -> groups.bars().forEach(it -> links.add(it.href()));
            case TileView.Drawing drawing -> drawing.chart().points().forEach(it -> links.add(it.href()));
            case TileView.Rows _, TileView.Wrong _, TileView.Busy _ -> {}
        }
        links.removeIf(String::isEmpty);
        return links;
    }

    private void leadsToAList(String href, Actor actor) {
        var parts = href.split("\\?filter=", 2);
        var type = types.byCollection(parts[0].substring(1)).orElseThrow().type();
        var filter = parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        assertThat(parser.parse(filter, type, new FilterContext(actor, Instant.now())))
                .as(filter)
                .isInstanceOf(Parsed.Good.class);
    }

    private long counted(String href, Actor actor) {
        var parts = href.split("\\?filter=", 2);
        var type = types.byCollection(parts[0].substring(1)).orElseThrow().type();
        var filter = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        var parsed = (Parsed.Good) parser.parse(filter, type, new FilterContext(actor, clock.instant()));
        return store.count(actor, type, parsed.filter()).value();
    }
}
