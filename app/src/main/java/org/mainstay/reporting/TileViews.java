package org.mainstay.reporting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.store.StatsQuestion.Measure;
import org.mainstay.web.FilterChips;
import org.mainstay.web.Frame;
import org.mainstay.web.GroupTerms;
import org.mainstay.web.Hrefs;
import org.mainstay.web.ListView;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes of what a tile came to what a page shows: figures in words, charts, and for every figure the list of
/// the records behind it.
final class TileViews {

    private static final long WHOLE = 1_000;

    private final FilterChips chips;
    private final Show show;

    TileViews(FilterChips chips, Show show) {
        this.chips = chips;
        this.show = show;
    }

    TileView of(Tile tile, TileAnswer answer, Actor actor, Frame frame) {
        var question = answer.question();
        if (question == null) {
            var content =
                    answer.result() instanceof TileResult.Wrong wrong ? wrong(tile, wrong, frame) : new TileView.Busy();
            return view(tile, "", "", content, frame);
        }
        return view(
                tile,
                TileWords.definition(question, chips.words(tile.filter(), question.type(), actor, frame), frame),
                list(tile, question.now().text()),
                content(question, answer.result(), actor, frame),
                frame);
    }

    private static TileView view(Tile tile, String definition, String href, TileView.Content content, Frame frame) {
        return new TileView(
                tile.number(),
                tile.title(frame.locale()),
                Codes.of(tile.shape()),
                Codes.of(tile.width()),
                definition,
                href,
                content);
    }

    private TileView.Content content(Question question, TileResult result, Actor actor, Frame frame) {
        return switch (result) {
            case TileResult.Number number -> figure(question, number, frame);
            case TileResult.Groups groups -> groups(question, groups, actor, frame);
            case TileResult.Trend trend ->
                new TileView.Drawing(
                        chart(question, trend, Chart.NARROW, frame),
                        question.tile().width() == Tile.Width.WIDE ? chart(question, trend, Chart.BROAD, frame) : null);
            case TileResult.Records records -> rows(question, records, actor, frame);
            case TileResult.Wrong wrong -> wrong(question.tile(), wrong, frame);
            case TileResult.Busy _ -> new TileView.Busy();
        };
    }

    private TileView.Figure figure(Question question, TileResult.Number number, Frame frame) {
        var tile = question.tile();
        var before = question.before();
        if (before == null) {
            return new TileView.Figure(TileWords.figure(number.value(), frame), "", "", "", "");
        }
        var change = TileWords.change(number.value(), number.before(), frame);
        return new TileView.Figure(
                TileWords.figure(number.value(), frame),
                TileWords.figure(number.before(), frame),
                change,
                change.isEmpty() ? "" : change.startsWith("+") ? "more" : change.startsWith("−") ? "less" : "same",
                list(tile, before.text()));
    }

    private TileView.Groups groups(Question question, TileResult.Groups groups, Actor actor, Frame frame) {
        var tile = question.tile();
        var attribute = question.stats().groups().getFirst().attribute();
        var shown = new Show.Reader(frame.locale(), actor.zone());
        double most = groups.rows().stream()
                .flatMap(it -> Stream.of(it.measures().getFirst(), it.before()))
                .map(TileWords::size)
                .filter(it -> it != null)
                .mapToDouble(it -> it)
                .max()
                .orElse(0);
        var bars = new ArrayList<TileView.Bar>();
        for (var row : groups.rows()) {
            var key = GroupTerms.value(attribute, row.key());
            var named = groups.named();
            boolean hidden = key instanceof UUID id && !named.labels().containsKey(id);
            var term = named.term(key);
            bars.add(new TileView.Bar(
                    hidden
                            ? frame.say("reporting.hidden")
                            : text(show.value(question.type(), attribute, key, named.labels(), shown), frame),
                    term.isEmpty()
                            ? ""
                            : list(tile, FilterText.both(question.now().text(), term)),
                    row.measures().stream()
                            .map(it -> TileWords.figure(it, frame))
                            .toList(),
                    length(row.measures().getFirst(), most),
                    question.before() == null ? -1 : length(row.before(), most),
                    question.before() == null ? "" : TileWords.figure(row.before(), frame)));
        }
        var heads = new ArrayList<String>();
        for (Measure measure : question.stats().measures()) {
            heads.add(TileWords.head(measure, frame));
        }
        return new TileView.Groups(
                TileWords.name(question.type(), attribute, frame),
                heads,
                bars,
                groups.cut(),
                tile.shape() == Tile.Shape.BAR);
    }

    private static String text(Shown shown, Frame frame) {
        return switch (shown) {
            case Shown.Nothing _ -> frame.say("reporting.none");
            case Shown.Plain(var text) -> text;
            case Shown.Badge badge -> badge.label();
            case Shown.Rank(var rank) -> "P" + rank;
            case Shown.Linked linked -> linked.label();
            case Shown.Moment moment -> moment.exact();
            case Shown.Html _, Shown.Many _ -> "";
        };
    }

    private static long length(@Nullable Object value, double most) {
        var size = TileWords.size(value);
        return size == null || most == 0 ? 0 : Math.round(Math.max(0, size) / most * WHOLE);
    }

    private static Chart chart(Question question, TileResult.Trend trend, int width, Frame frame) {
        var tile = question.tile();
        boolean two = !trend.other().isEmpty();
        var names = new ArrayList<String>();
        names.add(first(question, frame));
        if (two) {
            names.add(
                    tile.against().isEmpty()
                            ? frame.say("reporting.before")
                            : TileWords.name(question.type(), question.type().need(tile.against()), frame));
        }
        var stretches = new ArrayList<Chart.Stretch>();
        for (int i = 0; i < question.days().size(); i++) {
            var day = question.days().get(i);
            var end = TileReader.next(day, tile.stretch());
            var figures = new ArrayList<String>();
            var sizes = new ArrayList<@Nullable Double>();
            figures.add(TileWords.figure(trend.values().get(i), frame));
            sizes.add(TileWords.size(trend.values().get(i)));
            if (two) {
                figures.add(TileWords.figure(trend.other().get(i), frame));
                sizes.add(TileWords.size(trend.other().get(i)));
            }
            stretches.add(new Chart.Stretch(
                    title(day, end, frame),
                    TileWords.brief(day, tile.stretch(), frame),
                    list(tile, TileReader.between(tile.moment(), day, end)),
                    figures,
                    sizes));
        }
        boolean spans = trend.values().stream().anyMatch(Duration.class::isInstance);
        return Chart.of(width, names, stretches, spans ? TileAxis.spans(frame) : TileAxis.numbers(frame));
    }

    private static String first(Question question, Frame frame) {
        var measure = question.stats().measures().getFirst();
        return measure instanceof Measure.Count && question.moment() != null
                ? TileWords.name(question.type(), question.moment(), frame)
                : TileWords.measure(question.type(), measure, frame);
    }

    private static String title(LocalDate day, LocalDate end, Frame frame) {
        return day.plusDays(1).equals(end)
                ? TileWords.day(day, frame)
                : TileWords.day(day, frame) + " – " + TileWords.day(end.minusDays(1), frame);
    }

    private TileView.Rows rows(Question question, TileResult.Records records, Actor actor, Frame frame) {
        var type = question.type();
        var shown = new Show.Reader(frame.locale(), actor.zone());
        var columns = records.columns();
        var heads = new ArrayList<String>();
        heads.add(TileWords.name(type, Header.NUMBER, frame));
        columns.forEach(it -> heads.add(TileWords.name(type, it, frame)));
        var rows = records.records().stream()
                .map(record -> new ListView.Row(
                        record.number(),
                        Hrefs.record(question.tile().collection(), record.number()),
                        record.version(),
                        columns.stream()
                                .map(it -> show.value(type, it, record.get(it), records.labels(), shown))
                                .toList()))
                .toList();
        return new TileView.Rows(heads, rows, records.more());
    }

    private static TileView.Wrong wrong(Tile tile, TileResult.Wrong wrong, Frame frame) {
        var texts = wrong.problems().stream()
                .map(it -> frame.say("tile." + it.attribute()) + ": "
                        + frame.messages().say(it.reason(), frame.locale()))
                .toList();
        return new TileView.Wrong(
                texts,
                wrong.filter().stream().map(it -> mark(tile.filter(), it)).toList());
    }

    static TileView.Mark mark(String filter, FilterError error) {
        int from = Math.clamp(error.position() - 1L, 0, filter.length());
        int to = Math.clamp((long) from + error.length(), from, filter.length());
        return new TileView.Mark(filter.substring(0, from), filter.substring(from, to), filter.substring(to));
    }

    /// The list of what the tile counts, narrowed further.
    private static String list(Tile tile, String further) {
        var filter = FilterText.both(tile.filter(), further);
        return "/" + tile.collection() + (filter.isEmpty() ? "" : "?filter=" + Hrefs.encoded(filter));
    }
}
