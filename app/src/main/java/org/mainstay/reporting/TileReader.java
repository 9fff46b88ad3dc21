package org.mainstay.reporting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterParser;
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

    private static final Pattern ALTERNATIVE = Pattern.compile("(?i)\\bor\\b");

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
        var filter = filter(of, joined(tile.filter(), period(tile, actor, tile.moment(), 0)), actor);
        var before =
                tile.compare() ? filter(of, joined(tile.filter(), period(tile, actor, tile.moment(), 1)), actor) : null;
        var beside = against == null
                ? null
                : new Question.Beside(
                        stats(tile, type, actor, grouping(tile, tile.against())),
                        filter(of, joined(tile.filter(), period(tile, actor, tile.against(), 0)), actor));
        return new Question(tile, type, filter, before, question, beside, moment);
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
        return switch (parser.parse(joined(of.filter(), text), of.type(), context)) {
            case Parsed.Good(var filter) -> filter;
            case Parsed.Bad(var errors) -> throw Unreadable.filter(errors);
        };
    }

    /// Both conditions in one text.
    static String joined(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return (one + other).strip();
        }
        return grouped(one) + " " + grouped(other);
    }

    private static String grouped(String text) {
        return ALTERNATIVE.matcher(text).find() ? "(" + text + ")" : text;
    }

    /// The condition that says when a record counts, in the filter language.
    ///
    /// @param back 0 for the period itself, 1 for the one before
    String period(Tile tile, Actor actor, String moment, int back) {
        if (tile.shape() == Shape.TREND) {
            var first = first(tile, actor);
            return back == 0 ? moment + ">=" + first : between(moment, earlier(tile, first), first);
        }
        if (tile.days() == null) {
            return "";
        }
        long days = tile.days();
        return back == 0 ? moment + ">=-" + days + "d" : moment + ">=-" + 2 * days + "d " + moment + "<-" + days + "d";
    }

    static String between(String moment, LocalDate from, LocalDate until) {
        return moment + ">=" + from + " " + moment + "<" + until;
    }

    LocalDate today(Actor actor) {
        return clock.instant().atZone(actor.zone()).toLocalDate();
    }

    /// The first day of a trend: that of a whole stretch.
    LocalDate first(Tile tile, Actor actor) {
        long days = tile.days() == null ? DEFAULT_DAYS : tile.days();
        var first = start(today(actor).minusDays(days - 1), tile.stretch());
        while (steps(first, start(today(actor), tile.stretch()), tile.stretch()) >= POINTS) {
            first = next(first, tile.stretch());
        }
        return first;
    }

    /// The first day of the trend before.
    LocalDate earlier(Tile tile, LocalDate first) {
        return switch (tile.stretch()) {
            case DAY, WEEK -> start(first.minusDays(tile.days() == null ? DEFAULT_DAYS : tile.days()), tile.stretch());
            case MONTH -> first.minusYears(1);
        };
    }

    static LocalDate start(LocalDate day, Stretch stretch) {
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

    private static long steps(LocalDate from, LocalDate until, Stretch stretch) {
        return switch (stretch) {
            case DAY -> until.toEpochDay() - from.toEpochDay();
            case WEEK -> (until.toEpochDay() - from.toEpochDay()) / 7;
            case MONTH -> java.time.Period.between(from, until).toTotalMonths();
        };
    }
}
