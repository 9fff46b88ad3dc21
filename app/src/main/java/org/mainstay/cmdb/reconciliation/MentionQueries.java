package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mainstay.cmdb.discovery.Identifier;

/// Looks up items by what they are called or told by; no access is applied.
public final class MentionQueries {

    private final DSLContext db;

    public MentionQueries(DSLContext db) {
        this.db = db;
    }

    /// @param key the name, or kind and value of an identifier
    record Hit(String key, UUID item, String itemClass) {}

    static String key(Identifier identifier) {
        return identifier.kind() + " " + identifier.value();
    }

    /// The items of the classes that are not retired and have one of the names; two at most of each.
    List<Hit> named(UUID organisation, Collection<String> names, Collection<String> classes) {
        return db.fetch("""
                        select w.name as key, i.id, i.class from unnest({0}) as w (name)
                        cross join lateral (
                            select id, class from cmdb.configuration_item
                            where name = w.name and organisation = {1} and class = any({2}) and status <> 'retired'
                                and deleted_at is null
                            limit 2) i
                        """, texts(names), DSL.val(organisation), texts(classes))
                .map(it -> new Hit(
                        need(it, "key", String.class), need(it, "id", UUID.class), need(it, "class", String.class)));
    }

    /// The active items that hold one of the identifiers, in whatever scope.
    ///
    /// @param source whose weak identifiers count
    List<Hit> identified(UUID organisation, UUID source, Collection<Identifier> identifiers) {
        return db.fetch(
                        """
                        select distinct h.kind || ' ' || h.value as key, i.id, i.class
                        from unnest({0}, {1}) as w (kind, value)
                        join cmdb.identifier h on h.kind = w.kind and h.value = w.value
                        join cmdb.configuration_item i on i.id = h.item and i.deleted_at is null
                        where h.active and h.organisation = {2} and h.within in ({3}, {4})
                        """,
                        texts(identifiers.stream().map(Identifier::kind).toList()),
                        texts(identifiers.stream().map(Identifier::value).toList()),
                        DSL.val(organisation),
                        DSL.val(Claim.EVERYWHERE),
                        DSL.val(source))
                .map(it -> new Hit(
                        need(it, "key", String.class), need(it, "id", UUID.class), need(it, "class", String.class)));
    }
}
