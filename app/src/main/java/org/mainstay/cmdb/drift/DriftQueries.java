package org.mainstay.cmdb.drift;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.moments;
import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.drift.DriftLine.Sort;
import org.mainstay.cmdb.drift.DriftLine.Standing;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the lines of drift; no access is applied. Every method takes part in the caller's transaction.
public final class DriftQueries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String LINE = """
            l.drift, l.key, l.item, l.sort, l.code, l.other, l.outward, l.before::text before_text,
            l.after::text after_text, l.source, l.first_at, l.last_at, l.times, l.standing, l.course""";

    private final DSLContext db;

    public DriftQueries(DSLContext db) {
        this.db = db;
    }

    /// Lets other deliveries about these items wait until the end of the transaction.
    void hold(Collection<UUID> items) {
        db.fetch(
                "select id from cmdb.configuration_item where id = any({0}) order by id for no key update", ids(items));
    }

    /// Opens what drift of the items may be joined, and keeps others from deciding about it until the end of the
    /// transaction.
    void open(Collection<UUID> items, Instant at, DriftBook book) {
        var drifts = db.fetch("""
                        select id, item, source, state, first_seen, last_seen, times from cmdb.drift
                        where item = any({0}) and deleted_at is null
                            and (state = 'open' or state = 'reversed' and last_seen >= {1})
                        order by id for no key update
                        """, ids(items), moment(at.minus(DriftBook.QUIET)))
                .map(it -> new DriftBook.Kept(
                        need(it, "id", UUID.class),
                        need(it, "item", UUID.class),
                        it.get("source", UUID.class),
                        State.valueOf(upper(it, "state")),
                        need(it, "first_seen", Instant.class),
                        need(it, "last_seen", Instant.class),
                        need(it, "times", Long.class)));
        drifts.forEach(book::open);
        db.fetch(
                        "select " + LINE + " from cmdb.drift_line l where l.item = any({0})"
                                + " and (l.drift = any({1}) or l.last_at > {2})",
                        ids(items),
                        ids(drifts, DriftBook.Kept::id),
                        moment(at.minus(Course.WINDOW)))
                .forEach(it -> book.open(line(it)));
    }

    /// Relations of one type on one side of an item.
    record Side(UUID item, String type, boolean outward) {}

    /// Those of which the source told already before the moment.
    Set<Side> told(UUID source, Collection<Side> sides, Instant before) {
        return new HashSet<>(db.fetch(
                        """
                        select w.item, w.type, w.outward from unnest({0}, {1}, {2}) as w (item, type, outward)
                        where w.outward and exists (
                                select from cmdb.relation r join cmdb.relation_sighting s on s.relation = r.id
                                where r."from" = w.item and r.type = w.type and s.source = {3} and s.first_at < {4})
                            or not w.outward and exists (
                                select from cmdb.relation r join cmdb.relation_sighting s on s.relation = r.id
                                where r."to" = w.item and r.type = w.type and s.source = {3} and s.first_at < {4})
                        """,
                        ids(sides, Side::item),
                        texts(sides, Side::type),
                        DSL.val(sides.stream().map(Side::outward).toArray(Boolean[]::new)),
                        DSL.val(source),
                        moment(before))
                .map(it -> new Side(
                        need(it, "item", UUID.class),
                        need(it, "type", String.class),
                        need(it, "outward", Boolean.class))));
    }

    void save(Collection<DriftLine> lines) {
        db.execute(
                """
                insert into cmdb.drift_line (drift, key, item, sort, code, other, outward, before, after, source,
                    first_at, last_at, times, standing, course)
                select drift, key, item, sort, code, other, outward, before::jsonb, after::jsonb, source,
                    first_at, last_at, times, standing, course
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14})
                    as t (drift, key, item, sort, code, other, outward, before, after, source,
                        first_at, last_at, times, standing, course)
                on conflict (drift, key) do update set before = excluded.before, after = excluded.after,
                    source = excluded.source, first_at = excluded.first_at, last_at = excluded.last_at,
                    times = excluded.times, standing = excluded.standing, course = excluded.course
                """,
                ids(lines, DriftLine::drift),
                texts(lines, DriftLine::key),
                ids(lines, DriftLine::item),
                texts(lines, it -> lower(it.sort())),
                texts(lines, DriftLine::code),
                ids(lines, DriftLine::other),
                DSL.val(lines.stream().map(DriftLine::outward).toArray(Boolean[]::new)),
                texts(lines, it -> JSON.writeValueAsString(it.before())),
                texts(lines, it -> JSON.writeValueAsString(it.after())),
                ids(lines, DriftLine::source),
                moments(lines, DriftLine::firstAt),
                moments(lines, DriftLine::lastAt),
                DSL.val(lines.stream().map(DriftLine::times).toArray(Long[]::new)),
                texts(lines, it -> lower(it.standing())),
                texts(lines, it -> it.course().text()));
    }

    /// Notes which history rows a drift rests on.
    ///
    /// @param records items or relations, each with its drift
    void caused(UUID operation, Map<UUID, UUID> records) {
        db.execute(
                "insert into cmdb.drift_cause (operation, record, drift) select {0}, record, drift"
                        + " from unnest({1}, {2}) as t (record, drift) on conflict do nothing",
                DSL.val(operation), ids(records.keySet()), ids(records.values()));
    }

    /// A change of a record in an operation.
    record Done(UUID operation, UUID record) {}

    /// The drift that rests on each of the changes.
    Map<Done, UUID> of(Collection<Done> changes) {
        var drifts = new HashMap<Done, UUID>();
        db.fetch(
                        "select c.operation, c.record, c.drift from unnest({0}, {1}) as w (operation, record)"
                                + " join cmdb.drift_cause c on c.operation = w.operation and c.record = w.record",
                        ids(changes, Done::operation), ids(changes, Done::record))
                .forEach(it -> drifts.put(
                        new Done(need(it, "operation", UUID.class), need(it, "record", UUID.class)),
                        need(it, "drift", UUID.class)));
        return drifts;
    }

    /// What moved last stands first.
    ///
    /// @param limit so many at most
    List<DriftLine> lines(UUID drift, int limit) {
        return db.fetch(
                        "select " + LINE + " from cmdb.drift_line l where l.drift = {0}"
                                + " order by case l.standing when 'open' then 1 when 'flapping' then 2 else 3 end,"
                                + " l.last_at desc, l.key limit {1}",
                        DSL.val(drift),
                        DSL.inline(limit))
                .map(DriftQueries::line);
    }

    /// Flapping lines of open drift that have been quiet since; those that are quiet longest first.
    List<UUID> calm(Instant since, int limit) {
        return db.fetch(
                        "select l.drift from cmdb.drift_line l join cmdb.drift d on d.id = l.drift"
                                + " where l.standing = 'flapping' and l.last_at < {0} and d.state = 'open'"
                                + " and d.deleted_at is null group by l.drift order by min(l.last_at), l.drift limit {1}",
                        moment(since), DSL.inline(limit))
                .map(it -> need(it, "drift", UUID.class));
    }

    /// Keeps others from deciding about the drift until the end of the transaction.
    void holdDrift(UUID drift) {
        db.fetch("select id from cmdb.drift where id = {0} for no key update", DSL.val(drift));
    }

    private static DriftLine line(Record it) {
        return new DriftLine(
                need(it, "drift", UUID.class),
                need(it, "key", String.class),
                need(it, "item", UUID.class),
                Sort.valueOf(upper(it, "sort")),
                need(it, "code", String.class),
                it.get("other", UUID.class),
                need(it, "outward", Boolean.class),
                JSON.readTree(need(it, "before_text", String.class)),
                JSON.readTree(need(it, "after_text", String.class)),
                need(it, "source", UUID.class),
                need(it, "first_at", Instant.class),
                need(it, "last_at", Instant.class),
                need(it, "times", Long.class),
                Standing.valueOf(upper(it, "standing")),
                Course.of(need(it, "course", String.class)));
    }

    private static String upper(Record row, String column) {
        return need(row, column, String.class).toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
