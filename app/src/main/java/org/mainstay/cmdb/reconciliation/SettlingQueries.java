package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.FIRST;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Reads and writes whose values are to be settled anew, and what sources own; no access is applied. Every method takes
/// part in the caller's transaction.
public final class SettlingQueries {

    private final DSLContext db;

    public SettlingQueries(DSLContext db) {
        this.db = db;
    }

    /// Whose values a changed rule is about.
    ///
    /// @param classes null for all
    /// @param attribute of which a source says something; null for any
    /// @param source that says it; null for any
    record Scope(
            @Nullable List<String> classes,
            @Nullable String attribute,
            @Nullable UUID source) {}

    /// @param after the last item that was settled
    record Order(UUID id, Scope scope, @Nullable UUID after) {}

    static RowCountQuery order(UUID id, Scope scope) {
        var classes = scope.classes;
        return DSL.query(
                "insert into cmdb.resettling (id, classes, attribute, source) values ({0}, {1}, {2}, {3})",
                DSL.val(id),
                DSL.val(classes == null ? null : classes.toArray(String[]::new), SQLDataType.CLOB.array()),
                DSL.val(scope.attribute, SQLDataType.CLOB),
                DSL.val(scope.source, SQLDataType.UUID));
    }

    /// An order that no other node works on.
    Optional<Order> next() {
        return db.fetchOptional("select id, classes, attribute, source, after from cmdb.resettling order by id limit 1"
                        + " for update skip locked")
                .map(it -> {
                    var classes = it.get("classes", String[].class);
                    return new Order(
                            need(it, "id", UUID.class),
                            new Scope(
                                    classes == null ? null : List.of(classes),
                                    it.get("attribute", String.class),
                                    it.get("source", UUID.class)),
                            it.get("after", UUID.class));
                });
    }

    void advance(UUID order, UUID after) {
        db.execute("update cmdb.resettling set after = {1} where id = {0}", DSL.val(order), DSL.val(after));
    }

    void finish(UUID order) {
        db.execute("delete from cmdb.resettling where id = {0}", DSL.val(order));
    }

    /// The next items of which sources say something.
    List<UUID> items(Scope scope, @Nullable UUID after, int limit) {
        var classes = scope.classes;
        return db.fetch(
                        """
                        select distinct s.item from cmdb.sighting s
                        join cmdb.configuration_item i on i.id = s.item and i.deleted_at is null
                            and i.status <> 'retired'
                        where s.item > {0} and ({1} is null or i.class = any({1}))
                            and ({2} is null or jsonb_exists(s.observed, {2})) and ({3} is null or s.source = {3})
                        order by s.item limit {4}
                        """,
                        DSL.val(after == null ? FIRST : after),
                        DSL.val(classes == null ? null : classes.toArray(String[]::new), SQLDataType.CLOB.array())
                                .cast(SQLDataType.CLOB.array()),
                        DSL.val(scope.attribute, SQLDataType.CLOB).cast(SQLDataType.CLOB),
                        DSL.val(scope.source, SQLDataType.UUID).cast(SQLDataType.UUID),
                        DSL.inline(limit))
                .map(it -> need(it, "item", UUID.class));
    }

    /// Takes away pins that are over; their items are to be settled anew.
    void endPins(Instant now) {
        db.execute("""
                with ended as (delete from cmdb.pin where until <= {0} returning item)
                insert into cmdb.unsettled (item) select distinct item from ended on conflict do nothing
                """, DSL.val(now, SQLDataType.INSTANT));
    }

    List<UUID> takeUnsettled(int limit) {
        return db.fetch("""
                        delete from cmdb.unsettled where item in (
                            select item from cmdb.unsettled order by item limit {0} for update skip locked)
                        returning item
                        """, DSL.inline(limit)).map(it -> need(it, "item", UUID.class));
    }

    /// What sources own of the items is to be counted again.
    void uncount(Collection<UUID> items) {
        db.execute(
                "update cmdb.sighting set owned = null where item = any({0}) and owned is not null",
                DSL.val(items.toArray(UUID[]::new)));
    }

    /// Items of which it is to be counted what sources own of them.
    List<UUID> uncounted(int limit) {
        return db.fetch(
                        "select distinct item from cmdb.sighting where owned is null order by item limit {0}",
                        DSL.inline(limit))
                .map(it -> need(it, "item", UUID.class));
    }

    /// @param values of how many values the source's word holds
    record Owned(UUID item, UUID source, long values) {}

    void counted(Collection<Owned> owned) {
        db.execute(
                """
                update cmdb.sighting s set owned = n.owned from unnest({0}, {1}, {2}) as n (item, source, owned)
                where s.item = n.item and s.source = n.source and s.owned is distinct from n.owned
                """,
                DSL.val(owned.stream().map(Owned::item).toArray(UUID[]::new)),
                DSL.val(owned.stream().map(Owned::source).toArray(UUID[]::new)),
                DSL.val(owned.stream().map(Owned::values).toArray(Long[]::new)));
    }

    /// Counts by source and class anew.
    void recount(Instant at) {
        db.execute("delete from cmdb.source_count");
        db.execute("""
                insert into cmdb.source_count (source, class, seen, owned, counted_at)
                select s.source, i.class, count(*), count(*) filter (where s.owned > 0), {0}
                from cmdb.sighting s
                join cmdb.configuration_item i on i.id = s.item and i.deleted_at is null and i.status <> 'retired'
                group by s.source, i.class
                """, DSL.val(at, SQLDataType.INSTANT));
    }
}
