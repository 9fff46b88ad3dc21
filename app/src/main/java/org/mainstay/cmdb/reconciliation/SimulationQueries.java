package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.need;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Asks what is known of identifiers what another rule would make of it; no access is applied.
public final class SimulationQueries {

    private final DSLContext db;

    public SimulationQueries(DSLContext db) {
        this.db = db;
    }

    /// Items to which sources gave the same identifier.
    ///
    /// @param source in which they share it, where only one source's word counts; else nil
    /// @param numbers of the items, ascending
    record Shared(String value, UUID source, List<String> numbers) {}

    /// @param classes of the items
    /// @param limit at most so many; by value
    List<Shared> shared(String kind, Collection<String> classes, int limit) {
        return db.fetch(
                        """
                        select i.value, array_agg(distinct c.number order by c.number) numbers,
                               case when count(distinct s.source) = 1 then min(s.source::text)::uuid end source
                        from cmdb.sighting s
                        join cmdb.configuration_item c on c.id = s.item
                            and c.deleted_at is null and c.status <> 'retired' and c.class = any({1})
                        cross join lateral jsonb_to_recordset(s.identifiers) as i (kind text, value text, scope text)
                        where i.kind = {0}
                        group by c.organisation, i.value, i.scope
                        having count(distinct s.item) > 1
                        order by i.value limit {2}
                        """,
                        DSL.val(kind),
                        DSL.val(classes.toArray(String[]::new), SQLDataType.CLOB.array()),
                        DSL.inline(limit))
                .map(it -> new Shared(
                        need(it, "value", String.class),
                        it.get("source", UUID.class) == null ? Claim.EVERYWHERE : it.get("source", UUID.class),
                        List.of(need(it, "numbers", String[].class))));
    }

    /// How many active items of the family nothing but this kind of identifier tells apart.
    long only(String kind, String family) {
        return db.fetchSingle("""
                        select count(distinct h.item) from cmdb.identifier h
                        where h.kind = {0} and h.family = {1} and h.active and not exists (
                            select from cmdb.identifier o where o.item = h.item and o.active and o.kind <> h.kind)
                        """, DSL.val(kind), DSL.val(family)).get(0, Long.class);
    }
}
