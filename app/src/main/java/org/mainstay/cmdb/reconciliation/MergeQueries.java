package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Reads and writes which items became one; no access is applied.
public final class MergeQueries {

    private final DSLContext db;

    public MergeQueries(DSLContext db) {
        this.db = db;
    }

    /// A merge that was not undone.
    ///
    /// @param id its operation in history
    /// @param sources whose word about the duplicate the survivor was given
    record Merge(UUID id, UUID survivor, UUID duplicate, Instant at, List<UUID> sources) {}

    /// The last merge that made the item part of another.
    Optional<Merge> ofDuplicate(UUID duplicate) {
        return db.fetchOptional("""
                        select id, survivor, duplicate, made_at,
                               array(select jsonb_array_elements_text(given -> 'sources')::uuid) sources
                        from cmdb.merge where duplicate = {0} and undone_at is null order by made_at desc limit 1
                        """, DSL.val(duplicate))
                .map(it -> new Merge(
                        need(it, "id", UUID.class),
                        need(it, "survivor", UUID.class),
                        need(it, "duplicate", UUID.class),
                        need(it, "made_at", Instant.class),
                        List.of(need(it, "sources", UUID[].class))));
    }

    void save(Merge merge, UUID by) {
        db.execute(
                "insert into cmdb.merge (id, survivor, duplicate, made_at, made_by, given)"
                        + " values ({0}, {1}, {2}, {3}, {4}, jsonb_build_object('sources', to_jsonb({5})))",
                DSL.val(merge.id),
                DSL.val(merge.survivor),
                DSL.val(merge.duplicate),
                DSL.val(merge.at, SQLDataType.INSTANT),
                DSL.val(by),
                ids(merge.sources));
    }

    void undone(UUID merge, Instant at) {
        db.execute(
                "update cmdb.merge set undone_at = {0} where id = {1}",
                DSL.val(at, SQLDataType.INSTANT), DSL.val(merge));
    }

    /// Gives the survivor the duplicate's identifiers, which the duplicate keeps without their meaning anything.
    void handOver(UUID survivor, UUID duplicate) {
        db.execute("update cmdb.identifier set active = false where item = {0}", DSL.val(duplicate));
        db.execute("""
                insert into cmdb.identifier (item, organisation, family, kind, value, scope, within, active)
                select {0}, organisation, family, kind, value, scope, within, true
                from cmdb.identifier where item = {1}
                on conflict do nothing
                """, DSL.val(survivor), DSL.val(duplicate));
    }

    /// Takes back what [#handOver] gave, except what sources said of the survivor itself before.
    void takeBack(UUID survivor, UUID duplicate) {
        db.execute("""
                delete from cmdb.identifier s using cmdb.identifier d
                where s.item = {0} and d.item = {1} and s.kind = d.kind and s.value = d.value
                    and s.scope = d.scope and s.within = d.within
                """, DSL.val(survivor), DSL.val(duplicate));
        db.execute("update cmdb.identifier set active = true where item = {0}", DSL.val(duplicate));
    }

    /// A record and its type.
    record Written(UUID record, String type) {}

    /// The records that an operation wrote.
    Collection<Written> written(UUID operation) {
        return db.fetch("select distinct record, type from kernel.history where operation = {0}", DSL.val(operation))
                .map(it -> new Written(need(it, "record", UUID.class), need(it, "type", String.class)));
    }
}
