package org.mainstay.request;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.PlainSql;

/// How catalogue items are used, counted from what was ordered whenever somebody asks. Each part reads one index of
/// the item and a bounded time of it.
final class UsageQueries {

    /// Where an item has more of them in the time, the latest tell how long it takes and how approvals end.
    static final int TELLING = 2_000;

    /// Lines of carts that are taken out at once.
    private static final int TOGETHER = 5_000;

    /// What was counted on a day is put together as long as it may still become more.
    private static final int OPEN_DAYS = 3;

    private static final int KEPT_DAYS = 366;

    private static final Field<UUID> ORGANISATION = DSL.field(DSL.name("o", "organisation"), SQLDataType.UUID);

    private final DSLContext db;

    UsageQueries(DSLContext db) {
        this.db = db;
    }

    /// What becomes of a line that somebody meant to order.
    enum Fate {
        ORDERED,
        REMOVED,
        EXPIRED
    }

    private static Condition of(UsageScope scope) {
        var organisations = scope.organisations();
        return organisations == null ? DSL.trueCondition() : ORGANISATION.eq(DSL.any(PlainSql.ids(organisations)));
    }

    /// How many of each item were ordered since; those of which nothing was are left out.
    ///
    /// @return the most ordered first
    Map<UUID, Long> volumes(UsageScope scope, Instant since, Instant now) {
        var volumes = new LinkedHashMap<UUID, Long>();
        db.fetch("""
                        select o.item, count(*) as ordered from request.request_item o
                        where o.deleted_at is null and o.ordered_at > {0} and o.ordered_at <= {1} and {2}
                        group by o.item order by ordered desc, o.item""", PlainSql.moment(since), PlainSql.moment(now), of(scope))
                .forEach(it ->
                        volumes.put(PlainSql.need(it, "item", UUID.class), PlainSql.need(it, "ordered", Long.class)));
        return volumes;
    }

    /// Of each of the items, in their order.
    List<Usage> of(Collection<UUID> items, UsageScope scope, Instant now) {
        return db.fetch("""
                        select i.id, v.*, d.*, a.*, r.*, c.*
                        from unnest({0}) with ordinality as i (id, place)
                        cross join lateral (
                          select
                            count(*) filter (where o.ordered_at > {1} - interval '30 days') as month,
                            count(*) filter (where o.ordered_at > {1} - interval '60 days'
                              and o.ordered_at <= {1} - interval '30 days') as month_before,
                            count(*) filter (where o.ordered_at > {1} - interval '90 days') as quarter,
                            count(*) filter (where o.ordered_at > {1} - interval '180 days'
                              and o.ordered_at <= {1} - interval '90 days') as quarter_before,
                            count(*) filter (where o.ordered_at > {1} - interval '365 days') as year,
                            count(*) filter (where o.ordered_at <= {1} - interval '365 days') as year_before,
                            count(*) filter (where o.ordered_at > {1} - interval '365 days'
                              and o.state = 'cancelled') as cancelled
                          from request.request_item o
                          where o.item = i.id and o.deleted_at is null
                            and o.ordered_at > {1} - interval '730 days' and o.ordered_at <= {1} and {2}) v
                        cross join lateral (
                          select count(*) as cases,
                            percentile_disc(0.5) within group (order by l.seconds) as median,
                            percentile_disc(0.8) within group (order by l.seconds) as most
                          from (
                            select greatest(0, extract(epoch from o.fulfilled_at - o.ordered_at)) as seconds
                            from request.request_item o
                            where o.item = i.id and o.deleted_at is null and o.state in ('fulfilled', 'closed')
                              and o.fulfilled_at > {1} - interval '365 days' and o.fulfilled_at <= {1} and {2}
                            order by o.fulfilled_at desc limit {3}) l) d
                        cross join lateral (
                          select count(*) as decided, count(*) filter (where p.state = 'rejected') as rejected
                          from (
                            select o.id from request.request_item o
                            where o.item = i.id and o.deleted_at is null
                              and o.ordered_at > {1} - interval '365 days' and o.ordered_at <= {1} and {2}
                            order by o.ordered_at desc nulls last, o.id desc limit {3}) l
                          join approval.about b on b.record = l.id
                          join approval.approval p on p.id = b.approval and p.deleted_at is null
                            and p.state in ('approved', 'rejected')) a
                        cross join lateral (
                          select count(*) as rated, avg(o.rating) as mean from request.request_item o
                          where o.item = i.id and o.deleted_at is null and o.rating is not null
                            and o.rated_at > {1} - interval '365 days' and o.rated_at <= {1} and {2}) r
                        cross join lateral (
                          select
                            coalesce(sum(o.lines) filter (where o.fate = 'ordered'), 0)::bigint as lines_ordered,
                            coalesce(sum(o.lines) filter (where o.fate = 'removed'), 0)::bigint as lines_removed,
                            coalesce(sum(o.lines) filter (where o.fate = 'expired'), 0)::bigint as lines_expired
                          from request.cart_fate o
                          where o.item = i.id and o.day > ({1} - interval '365 days') at time zone 'UTC' and {2}) c
                        order by i.place""", PlainSql.ids(items), PlainSql.moment(now), of(scope), DSL.inline(TELLING))
                .map(UsageQueries::usage);
    }

    private static Usage usage(Record it) {
        return new Usage(
                PlainSql.need(it, "id", UUID.class),
                new Usage.Volume(count(it, "month"), count(it, "month_before")),
                new Usage.Volume(count(it, "quarter"), count(it, "quarter_before")),
                new Usage.Volume(count(it, "year"), count(it, "year_before")),
                count(it, "cancelled"),
                new Usage.Carts(count(it, "lines_ordered"), count(it, "lines_removed"), count(it, "lines_expired")),
                new Usage.Delivery(count(it, "cases"), span(it, "median"), span(it, "most")),
                new Usage.Decisions(count(it, "decided"), count(it, "rejected")),
                new Usage.Ratings(count(it, "rated"), it.get("mean", Double.class)));
    }

    private static long count(Record it, String column) {
        return PlainSql.need(it, column, Long.class);
    }

    private static @Nullable Duration span(Record it, String column) {
        var seconds = it.get(column, BigDecimal.class);
        return seconds == null ? null : Duration.ofSeconds(Math.round(seconds.doubleValue()));
    }

    /// Notes what became of one line of each of the items.
    void note(Collection<UUID> items, UUID organisation, Fate fate, LocalDate day) {
        if (!items.isEmpty()) {
            db.execute(
                    """
                    insert into request.cart_fate (item, organisation, day, fate, lines)
                    select item, {1}, {2}, {3}, count(*) from unnest({0}) as t (item) group by item""",
                    PlainSql.ids(items),
                    DSL.val(organisation),
                    DSL.val(day, SQLDataType.LOCALDATE),
                    DSL.val(Codes.of(fate)));
        }
    }

    /// Takes lines out of carts that nobody has touched since.
    void expire(Instant before, LocalDate day) {
        db.execute("""
                with gone as (
                  delete from request.cart_line where id in (
                    select id from request.cart_line where touched_at < {0}
                    order by touched_at limit {1} for update skip locked)
                  returning item, person)
                insert into request.cart_fate (item, organisation, day, fate, lines)
                select gone.item, person.organisation, {2}, 'expired', count(*)
                from gone join people.person on person.id = gone.person group by 1, 2""", PlainSql.moment(before), DSL.inline(TOGETHER), DSL.val(day, SQLDataType.LOCALDATE));
    }

    /// Puts rows of the last days together that say the same, and forgets what is not counted any more.
    void fold(LocalDate today) {
        db.execute("""
                with many as (
                  select item, organisation, day, fate from request.cart_fate where day >= {0}
                  group by 1, 2, 3, 4 having count(*) > 1),
                gone as (
                  delete from request.cart_fate f using many
                  where f.item = many.item and f.organisation = many.organisation and f.day = many.day
                    and f.fate = many.fate
                  returning f.item, f.organisation, f.day, f.fate, f.lines)
                insert into request.cart_fate (item, organisation, day, fate, lines)
                select item, organisation, day, fate, sum(lines) from gone group by 1, 2, 3, 4""", DSL.val(today.minusDays(OPEN_DAYS), SQLDataType.LOCALDATE));
        db.execute(
                "delete from request.cart_fate where day < {0}",
                DSL.val(today.minusDays(KEPT_DAYS), SQLDataType.LOCALDATE));
    }
}
