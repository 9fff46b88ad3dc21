package org.mainstay.kernel.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;

/// Counts, averages and percentiles over the records that match and that the actor sees. Percentiles are
/// nearest-rank (`percentile_disc`).
public final class Stats {

    /// More groups than this are refused.
    public static final int GROUPS = 1_000;

    private final DSLContext db;
    private final RecordTypes types;
    private final Reader reader;

    Stats(DSLContext db, RecordTypes types, Reader reader) {
        this.db = db;
        this.types = types;
        this.reader = reader;
    }

    /// One group.
    ///
    /// @param group the attributes' values in the question's order; null where empty
    /// @param measures in the question's order: Long for counts, Duration for lengths of time,
    ///     Instant and LocalDate for points in time, BigDecimal for numbers; null where no record has them
    public record Group(List<@Nullable Object> group, List<@Nullable Object> measures) {}

    /// @throws BadQuery for more than a thousand groups, or an attribute that cannot be grouped by or
    ///     measured
    public List<Group> of(Actor actor, RecordType<?> given, Filter filter, StatsQuestion question) {
        var groups = ask(actor, given, filter, question, false, GROUPS + 1);
        if (groups.size() > GROUPS) {
            throw new BadQuery("group_by", "kernel.stats.too_many_groups", GROUPS);
        }
        return groups;
    }

    /// The groups in which the first measure is greatest, however many there are.
    ///
    /// @param most at most a thousand
    /// @throws BadQuery for an attribute that cannot be grouped by or measured
    public List<Group> greatest(Actor actor, RecordType<?> given, Filter filter, StatsQuestion question, int most) {
        return ask(actor, given, filter, question, true, Math.min(most, GROUPS));
    }

    private List<Group> ask(
            Actor actor, RecordType<?> given, Filter filter, StatsQuestion question, boolean greatestFirst, int limit) {
        var type = types.current(given);
        var groups = question.groups().stream()
                .<Field<?>>map(it -> group(it, actor.zone()))
                .toList();
        var fields = new ArrayList<Field<?>>(groups);
        question.measures().forEach(it -> fields.add(measure(it)));
        var select = db.select(fields).from(Rows.table(type)).where(reader.matching(actor, type, filter));
        if (groups.isEmpty()) {
            return select.fetch(it -> read(it, question));
        }
        var order = new ArrayList<OrderField<?>>();
        if (greatestFirst) {
            order.add(fields.get(groups.size()).desc().nullsLast());
        }
        groups.forEach(it -> order.add(it.asc().nullsLast()));
        return select.groupBy(groups).orderBy(order).limit(limit).fetch(it -> read(it, question));
    }

    private static Group read(Record row, StatsQuestion question) {
        var group = new ArrayList<@Nullable Object>();
        for (int i = 0; i < question.groups().size(); i++) {
            group.add(row.get(i));
        }
        var measures = new ArrayList<@Nullable Object>();
        for (int i = 0; i < question.measures().size(); i++) {
            var raw = row.get(question.groups().size() + i);
            measures.add(raw == null ? null : measured(question.measures().get(i), raw));
        }
        return new Group(group, measures);
    }

    private static Object measured(StatsQuestion.Measure measure, Object raw) {
        if (!(measure instanceof StatsQuestion.Measure.Of of)) {
            return raw;
        }
        var number = (BigDecimal) raw;
        if (of.until() != null) {
            return Duration.ofSeconds(number.longValue());
        }
        return switch (of.from().kind()) {
            case Kind.Span _ -> Duration.ofSeconds(number.longValue());
            case Kind.Moment _ -> Instant.EPOCH.plus(number.movePointRight(6).longValue(), ChronoUnit.MICROS);
            case Kind.Day _ -> LocalDate.EPOCH.plusDays(number.longValue());
            default -> number;
        };
    }

    private static Field<?> group(StatsQuestion.Grouping grouping, ZoneId zone) {
        var attribute = grouping.attribute();
        return grouping.stretch() == null
                ? group(attribute)
                : DSL.field(
                        "date_trunc({0}, {1} at time zone {2})::date",
                        SQLDataType.LOCALDATE,
                        DSL.inline(Codes.of(grouping.stretch())),
                        moment("group_by", attribute),
                        DSL.inline(zone.getId()));
    }

    private static Field<?> group(Attribute<?> attribute) {
        boolean groupable = switch (attribute.kind()) {
            case Kind.Prose _, Kind.References _, Kind.Keys _, Kind.Amount _, Kind.Moment _ -> false;
            default -> !(attribute.source() instanceof Source.Computed);
        };
        if (!groupable) {
            throw new BadQuery("group_by", "kernel.stats.not_groupable", attribute.code());
        }
        return text(attribute);
    }

    private static Field<?> measure(StatsQuestion.Measure measure) {
        return switch (measure) {
            case StatsQuestion.Measure.Count _ -> DSL.count().cast(SQLDataType.BIGINT);
            case StatsQuestion.Measure.Of of -> measure(of);
        };
    }

    private static Field<BigDecimal> measure(StatsQuestion.Measure.Of of) {
        var value = of.until() == null ? number(of) : between(of.from(), of.until());
        var measured = switch (of.function()) {
            case "avg" -> DSL.avg(value);
            case "sum" -> DSL.sum(value);
            case "min" -> DSL.min(value);
            case "max" -> DSL.max(value);
            default -> DSL.percentileDisc(DSL.inline(of.percentile())).withinGroupOrderBy(value);
        };
        return measured.cast(SQLDataType.NUMERIC);
    }

    private static Field<BigDecimal> between(Attribute<?> from, Attribute<?> until) {
        return DSL.field(
                "extract(epoch from {0} - {1})",
                SQLDataType.NUMERIC, moment("measure", until), moment("measure", from));
    }

    private static Field<?> moment(String parameter, Attribute<?> attribute) {
        if (!(attribute.kind() instanceof Kind.Moment) || attribute.source() instanceof Source.Computed) {
            throw new BadQuery(parameter, "kernel.stats.not_a_moment", attribute.code());
        }
        return DSL.field("({0})::timestamptz", Object.class, text(attribute));
    }

    /// Points in time have a first, a last and a rank, but no sum.
    private static Field<BigDecimal> number(StatsQuestion.Measure.Of of) {
        var attribute = of.from();
        boolean adds = of.function().equals("avg") || of.function().equals("sum");
        if (attribute.source() instanceof Source.Computed) {
            throw new BadQuery("measure", "kernel.stats.not_a_number", attribute.code());
        }
        return switch (attribute.kind()) {
            case Kind.Whole _, Kind.Decimal _, Kind.Span _ ->
                DSL.field("({0})::numeric", SQLDataType.NUMERIC, attribute.sql(Rows.ALIAS));
            case Kind.Moment _
            when !adds -> DSL.field("extract(epoch from {0})", SQLDataType.NUMERIC, moment("measure", attribute));
            case Kind.Day _
            when !adds -> DSL.field("({0})::date - date '1970-01-01'", SQLDataType.NUMERIC, text(attribute));
            default -> throw new BadQuery("measure", "kernel.stats.not_a_number", attribute.code());
        };
    }

    /// The value as text where it lies in JSON, else as its column has it.
    private static Field<?> text(Attribute<?> attribute) {
        return attribute.source() instanceof Source.Key(var column, var key)
                ? DSL.field("{0} ->> {1}", SQLDataType.CLOB, DSL.field(DSL.name(Rows.ALIAS, column)), DSL.inline(key))
                : attribute.sql(Rows.ALIAS);
    }
}
