package org.mainstay.reporting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.FilterText;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;
import org.mainstay.kernel.store.StatsQuestion.Stretch;
import org.mainstay.kernel.store.StatsReader;
import org.mainstay.reporting.Tile.Shape;

/// Reads what a tile asks, as somebody: the same words mean other records to another, and attributes that do
/// not exist for them cannot be asked about.
final class TileReader {

    /// A trend has so many points at most.
    static final int POINTS = 120;

    /// How far back trends go that say nothing of it.
    static final long DEFAULT_DAYS = 30;

    private final RecordTypes types;
    private final FilterParser parser;
    private final StatsReader stats;
    private final Stats measures;
    private final Access access;
    private final Clock clock;

    TileReader(RecordTypes types, FilterParser parser, StatsReader stats, Stats measures, Access access, Clock clock) {
        this.types = types;
        this.parser = parser;
        this.stats = stats;
        this.measures = measures;
        this.access = access;
        this.clock = clock;
    }

    /// What stands against a tile.
    List<Problem> problems(Tile tile, Actor actor) {
        try {
            var question = read(tile, actor);
            if (tile.shape() != Shape.LIST) {
                measures.of(actor, question.type(), Filter.NOTHING, question.stats());
            }
            return List.of();
        } catch (Unreadable e) {
            return e.problems();
        } catch (BadQuery e) {
            return List.of(new Problem(at(e).code(), e.reason()));
        }
    }

    Question read(Tile tile, Actor actor) throws Unreadable {
        var of = types.byCollection(tile.collection())
                .orElseThrow(
                        () -> new Unreadable(TileType.COLLECTION.code(), Message.of("reporting.tile.no_collection")));
        var type = types.current(of.type());
        filter(of, tile.filter(), actor);
        var moment = moment(type, actor, tile.moment(), TileType.MOMENT);
        if (moment == null && (tile.shape() == Shape.TREND || tile.days() != null || tile.compare())) {
            throw new Unreadable(TileType.MOMENT.code(), Message.of("reporting.tile.moment_needed"));
        }
        if (tile.compare() && tile.days() == null && tile.shape() != Shape.TREND) {
            throw new Unreadable(TileType.DAYS.code(), Message.of("reporting.tile.days_needed"));
        }
        var against = moment(type, actor, tile.against(), TileType.AGAINST);
        var question = stats(tile, type, actor, grouping(tile, tile.moment()));
        var days = tile.shape() == Shape.TREND ? days(tile, actor) : List.<LocalDate>of();
        var now = span(of, tile, period(tile, tile.moment(), days), actor);
        var before = tile.compare() ? span(of, tile, before(tile, days), actor) : null;
        var beside = against == null
                ? null
                : new Question.Beside(
                        stats(tile, type, actor, grouping(tile, tile.against())),
                        span(of, tile, period(tile, tile.against(), days), actor)
                                .filter());
        return new Question(tile, type, now, before, question, beside, moment, days);
    }

    private Question.Span span(RecordTypes.Collection of, Tile tile, String period, Actor actor) throws Unreadable {
        return new Question.Span(period, filter(of, FilterText.both(tile.filter(), period), actor));
    }

    private String grouping(Tile tile, String moment) throws Unreadable {
        return switch (tile.shape()) {
            case TREND -> Codes.of(tile.stretch()) + "(" + moment + ")";
            case BAR, TABLE -> {
                if (tile.groupBy().isEmpty()) {
                    throw new Unreadable(TileType.GROUP_BY.code(), Message.of("kernel.save.required"));
                }
                yield tile.groupBy();
            }
            case NUMBER, LIST -> "";
        };
    }

    private StatsQuestion stats(Tile tile, RecordType<?> type, Actor actor, String groupBy) throws Unreadable {
        try {
            var question = stats.read(actor, type, groupBy, tile.measure());
            if (question.groups().size() > 1) {
                throw new Unreadable(TileType.GROUP_BY.code(), Message.of("kernel.stats.too_many", 1));
            }
            return question;
        } catch (BadQuery e) {
            throw new Unreadable(at(e).code(), e.reason());
        }
    }

    /// The attribute of the tile that cannot be answered.
    static Attribute<?> at(BadQuery unanswered) {
        return unanswered.parameter().equals("group_by") ? TileType.GROUP_BY : TileType.MEASURE;
    }

    private @Nullable Attribute<?> moment(RecordType<?> type, Actor actor, String code, Attribute<?> from)
            throws Unreadable {
        if (code.isEmpty()) {
            return null;
        }
        return type.attribute(code)
                .filter(it -> it.kind() instanceof Kind.Moment && access.reads(type, it, actor))
                .orElseThrow(() -> new Unreadable(from.code(), Message.of("kernel.stats.not_a_moment", code)));
    }

    private Filter filter(RecordTypes.Collection of, String text, Actor actor) throws Unreadable {
        var context = new FilterContext(actor, clock.instant());
        return switch (parser.parse(FilterText.both(of.filter(), text), of.type(), context)) {
            case Parsed.Good(var filter) -> filter;
            case Parsed.Bad(var errors) -> throw Unreadable.filter(errors);
        };
    }

    /// The condition that says when a record counts, in the filter language.
    private static String period(Tile tile, String moment, List<LocalDate> days) {
        if (!days.isEmpty()) {
            return moment + ">=" + days.getFirst();
        }
        return tile.days() == null ? "" : moment + ">=-" + tile.days() + "d";
    }

    /// The same for the period before, which is as long.
    private static String before(Tile tile, List<LocalDate> days) {
        if (!days.isEmpty()) {
            return between(tile.moment(), earlier(days, tile.stretch()).getFirst(), days.getFirst());
        }
        return tile.days() == null
                ? ""
                : tile.moment() + ">=-" + 2 * tile.days() + "d " + tile.moment() + "<-" + tile.days() + "d";
    }

    static String between(String moment, LocalDate from, LocalDate until) {
        return moment + ">=" + from + " " + moment + "<" + until;
    }

    /// The first days of a trend's stretches, today's last; each stretch is a whole one.
    private List<LocalDate> days(Tile tile, Actor actor) {
        var today = clock.instant().atZone(actor.zone()).toLocalDate();
        var first = start(today.minusDays((tile.days() == null ? DEFAULT_DAYS : tile.days()) - 1), tile.stretch());
        var days = new ArrayList<LocalDate>();
        for (var day = first; !day.isAfter(today); day = next(day, tile.stretch())) {
            days.add(day);
        }
        return List.copyOf(days.subList(Math.max(0, days.size() - POINTS), days.size()));
    }

    /// The first days of as many stretches before them.
    static List<LocalDate> earlier(List<LocalDate> days, Stretch stretch) {
        return days.stream()
                .map(it -> switch (stretch) {
                    case DAY -> it.minusDays(days.size());
                    case WEEK -> it.minusWeeks(days.size());
                    case MONTH -> it.minusMonths(days.size());
                })
                .toList();
    }

    private static LocalDate start(LocalDate day, Stretch stretch) {
        return switch (stretch) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    static LocalDate next(LocalDate day, Stretch stretch) {
        return switch (stretch) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.plusWeeks(1);
            case MONTH -> day.plusMonths(1);
        };
    }
}
