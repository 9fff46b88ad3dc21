package org.mainstay.cmdb.map;

import static org.mainstay.kernel.store.PlainSql.ids;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.history.Entry;

/// What history has of items and relations. Of items it is asked for those only that somebody sees.
public final class MapQueries {

    /// Nothing is recorded longer than this before it happens; tells the months to look into.
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int MOST = 2_000;

    private final DSLContext db;

    public MapQueries(DSLContext db) {
        this.db = db;
    }

    /// An end of a relation.
    ///
    /// @param digits of its number
    record End(UUID id, int digits, String number, String label) {}

    /// A relation as it is or was.
    record Related(UUID id, String number, String type, End from, End to) {}

    /// The relations of the items that were written since, also those that are over or deleted, both ends being of
    /// the organisations.
    ///
    /// @param organisations null for all
    List<Related> relations(Collection<UUID> items, Instant since, @Nullable Collection<UUID> organisations) {
        var own = organisations == null
                ? DSL.trueCondition()
                : DSL.condition("f.organisation = any ({0}) and t.organisation = any ({0})", ids(organisations));
        return db.resultQuery("""
                        select r.id, r.number, r."type", f.id, f.number, f.name, t.id, t.number, t.name
                        from cmdb.relation r
                        join cmdb.configuration_item f on f.id = r."from"
                        join cmdb.configuration_item t on t.id = r."to"
                        where (r."from" = any ({0}) or r."to" = any ({0}))
                            and (r.updated_at >= {1} or r.deleted_at >= {1}) and {2}
                        limit {3}
                        """, ids(items), DSL.val(since), own, DSL.inline(MOST))
                .fetch(it -> new Related(
                        it.get(0, UUID.class),
                        it.get(1, String.class),
                        it.get(2, String.class),
                        end(it, 3),
                        end(it, 6)));
    }

    private static End end(Record row, int column) {
        var number = row.get(column + 1, String.class);
        return new End(
                row.get(column, UUID.class), GraphQueries.digits(number), number, row.get(column + 2, String.class));
    }

    /// What was done to the records within the time, the latest first.
    ///
    /// @param after the beginning, not part of it
    /// @param until the end, part of it
    List<Entry> entries(Collection<UUID> records, Instant after, Instant until) {
        return db.select(Entries.fields())
                .from(Entries.HISTORY)
                .where(within(records, after))
                .and(Entries.AT.le(until))
                .orderBy(Entries.AT.desc(), Entries.RECORD, Entries.VERSION.desc())
                .limit(MOST)
                .fetch(Entries::entry);
    }

    /// On which days, in the zone, how often something was done to the records.
    Map<LocalDate, Integer> days(Collection<UUID> records, Instant since, ZoneId zone) {
        var day =
                DSL.field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, Entries.AT, DSL.inline(zone.getId()));
        return new TreeMap<>(db.select(day, DSL.count())
                .from(Entries.HISTORY)
                .where(within(records, since))
                .groupBy(day)
                .fetchMap(day, DSL.count()));
    }

    private static Condition within(Collection<UUID> records, Instant after) {
        return Entries.RECORD
                .eq(DSL.any(ids(records)))
                .and(Entries.RECORDED_AT.gt(after.minus(AHEAD)))
                .and(Entries.AT.gt(after))
                .and(Entries.KIND.in("save", "delete", "restore"));
    }
}
