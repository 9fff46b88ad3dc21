package org.mainstay.change.outcome;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.outcome.SuccessScore.Tally;

/// Counts what became of changes. Confidential incidents and those of other organisations are none of it, so that
/// figures tell of nothing that is hidden from who reads them.
final class SuccessQueries {

    private static final int MOST = 1_000;

    private static final String TALLY = """
            select {0} as key, grouping({0}) = 1 as whole, count(*) as cases,
                count(*) filter (where c.outcome = 'successful') as successful,
                count(*) filter (where c.outcome = 'successful_with_issues') as with_issues,
                count(*) filter (where c.outcome in ('failed', 'backed_out')) as unsuccessful,
                coalesce(sum(i.first), 0)::bigint as first, coalesce(sum(i.second), 0)::bigint as second,
                coalesce(sum(i.third), 0)::bigint as third
            from change.change c
            cross join lateral (
                select count(*) filter (where i.priority = 1) as first,
                    count(*) filter (where i.priority = 2) as second,
                    count(*) filter (where i.priority = 3) as third
                from (
                    select l.to_record as incident from conversation.link l
                    where l.record = c.id and l.type = 'causes'
                    union
                    select l.record from conversation.link l
                    where l.to_record = c.id and l.type = 'caused_by') l
                join incident.incident i on i.id = l.incident
                where i.deleted_at is null and not i.confidential and i.state <> 'cancelled'
                    and i.organisation = c.organisation) i
            where c.deleted_at is null and c.state = 'closed' and c.outcome is not null and c.closed_at > {1}
                and ({2} or c.organisation = any({3}))
            group by grouping sets (({0}), ()) order by whole desc, cases desc, key limit {4}
            """;

    private final DSLContext db;

    SuccessQueries(DSLContext db) {
        this.db = db;
    }

    /// @param key null for the changes that name none
    /// @param whole whether it is of all changes, whatever they name
    record Group(@Nullable UUID key, boolean whole, Tally tally) {}

    /// That of all changes, then the most changes first.
    ///
    /// @param by column of changes
    /// @param organisations whose changes count; null for all
    List<Group> tallies(String by, @Nullable Set<UUID> organisations, Instant closedAfter) {
        return db.fetch(
                        TALLY,
                        DSL.field(DSL.name("c", by)),
                        moment(closedAfter),
                        DSL.inline(organisations == null),
                        ids(organisations == null ? Set.of() : organisations),
                        DSL.inline(MOST))
                .map(it -> new Group(
                        it.get("key", UUID.class),
                        need(it, "whole", Boolean.class),
                        new Tally(
                                count(it, "cases"),
                                count(it, "successful"),
                                count(it, "with_issues"),
                                count(it, "unsuccessful"),
                                count(it, "first"),
                                count(it, "second"),
                                count(it, "third"))));
    }

    private static long count(Record row, String column) {
        return need(row, column, Long.class);
    }
}
