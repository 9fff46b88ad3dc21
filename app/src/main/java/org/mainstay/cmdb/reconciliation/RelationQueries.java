package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Reads and writes which relations sources see; no access is applied.
public final class RelationQueries {

    private final DSLContext db;

    public RelationQueries(DSLContext db) {
        this.db = db;
    }

    /// Two items and how they are related.
    record Pair(String type, UUID from, UUID to) {}

    /// The relations of these pairs that hold.
    Map<Pair, UUID> holding(Collection<Pair> pairs) {
        var holding = new HashMap<Pair, UUID>();
        db.fetch(
                        """
                        select r.id, r.type, r."from", r."to" from unnest({0}, {1}, {2}) as w (type, f, t)
                        join cmdb.relation r on r."from" = w.f and r."type" = w.type and r."to" = w.t
                        where r.deleted_at is null and r.valid_to is null
                        """,
                        DSL.val(pairs.stream().map(Pair::type).toArray(String[]::new), SQLDataType.CLOB.array()),
                        ids(pairs.stream().map(Pair::from).toList()),
                        ids(pairs.stream().map(Pair::to).toList()))
                .forEach(it -> holding.put(
                        new Pair(
                                need(it, "type", String.class),
                                need(it, "from", UUID.class),
                                need(it, "to", UUID.class)),
                        need(it, "id", UUID.class)));
        return holding;
    }

    /// A relation that holds and that a source saw before.
    ///
    /// @param elsewhere whether another source saw it lately
    record Seen(
            UUID id,
            String type,
            UUID from,
            String fromClass,
            UUID to,
            String toClass,
            Instant at,
            boolean elsewhere) {}

    /// What the source saw of the relations of these items.
    ///
    /// @param lately since when another source's word counts
    List<Seen> seen(UUID source, Collection<UUID> items, Instant lately) {
        return db.fetch("""
                        select r.id, r.type, r."from", f.class from_class, r."to", t.class to_class, s.last_at,
                               exists (select from cmdb.relation_sighting o
                                       where o.relation = r.id and o.source <> s.source and o.last_at > {2}) elsewhere
                        from (select id from cmdb.relation where "from" = any({1})
                              union select id from cmdb.relation where "to" = any({1})) i
                        join cmdb.relation r on r.id = i.id and r.deleted_at is null and r.valid_to is null
                        join cmdb.relation_sighting s on s.relation = r.id and s.source = {0}
                        join cmdb.configuration_item f on f.id = r."from"
                        join cmdb.configuration_item t on t.id = r."to"
                        """, DSL.val(source), ids(items), DSL.val(lately, SQLDataType.INSTANT))
                .map(it -> new Seen(
                        need(it, "id", UUID.class),
                        need(it, "type", String.class),
                        need(it, "from", UUID.class),
                        need(it, "from_class", String.class),
                        need(it, "to", UUID.class),
                        need(it, "to_class", String.class),
                        need(it, "last_at", Instant.class),
                        need(it, "elsewhere", Boolean.class)));
    }

    /// Notes that the source saw the relations at the moment.
    void sighted(UUID source, Collection<UUID> relations, Instant at) {
        db.execute("""
                insert into cmdb.relation_sighting (relation, source, first_at, last_at, times)
                select relation, {0}, {2}, {2}, 1 from unnest({1}) as t (relation)
                on conflict (relation, source) do update set
                    first_at = least(relation_sighting.first_at, excluded.first_at),
                    last_at = greatest(relation_sighting.last_at, excluded.last_at),
                    times = relation_sighting.times + 1
                """, DSL.val(source), ids(relations), DSL.val(at, SQLDataType.INSTANT));
    }

    /// Those of the items that live only as parts of one of the others: their identifiers are names within them.
    Set<UUID> parts(Collection<UUID> items, Collection<UUID> wholes) {
        return Set.copyOf(db.fetch("""
                        select distinct h.item from cmdb.identifier h join unnest({1}) as w (id)
                            on h.scope like w.id || '/%'
                        where h.item = any({0}) and h.kind = 'name_in_parent' and h.active
                            and not exists (select from cmdb.identifier o
                                            where o.item = h.item and o.kind <> 'name_in_parent')
                        """, ids(items), ids(wholes)).map(it -> need(it, "item", UUID.class)));
    }
}
