package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.ids;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The statements that change which item holds which identifier.
final class IdentifierStatements {

    private IdentifierStatements() {}

    /// Gives items identifiers.
    ///
    /// @param yielding whether one that another active item holds stays there; else that is refused for serials
    static RowCountQuery claim(Collection<KnownItems.Held> held, boolean yielding) {
        return DSL.query(
                """
                insert into cmdb.identifier (item, organisation, family, kind, value, scope, within, active)
                select * from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7})
                    as n (item, organisation, family, kind, value, scope, within, active)
                where {8} or n.kind = 'serial' or not exists (
                    select from cmdb.identifier i where i.active and i.item <> n.item and i.kind = n.kind
                        and i.value = n.value and i.scope = n.scope and i.organisation = n.organisation
                        and i.within = n.within and i.family = n.family)
                on conflict {9} do nothing
                """,
                DSL.val(held.stream().map(KnownItems.Held::item).toArray(UUID[]::new)),
                DSL.val(held.stream().map(it -> it.claim().organisation()).toArray(UUID[]::new)),
                texts(held, Claim::family),
                texts(held, Claim::kind),
                texts(held, Claim::value),
                texts(held, Claim::scope),
                DSL.val(held.stream().map(it -> it.claim().within()).toArray(UUID[]::new)),
                DSL.val(held.stream().map(KnownItems.Held::active).toArray(Boolean[]::new)),
                DSL.inline(yielding),
                yielding ? DSL.sql("") : DSL.sql("(item, kind, value, scope, within)"));
    }

    static RowCountQuery release(UUID item, Collection<Claim> claims) {
        return DSL.query(
                """
                delete from cmdb.identifier i using unnest({1}, {2}) as n (kind, value)
                where i.item = {0} and i.kind = n.kind and i.value = n.value
                """,
                DSL.val(item),
                DSL.val(claims.stream().map(Claim::kind).toArray(String[]::new), SQLDataType.CLOB.array()),
                DSL.val(claims.stream().map(Claim::value).toArray(String[]::new), SQLDataType.CLOB.array()));
    }

    static RowCountQuery activate(Collection<UUID> items, boolean active) {
        return DSL.query(
                "update cmdb.identifier set active = {1} where item = any({0}) and active <> {1}",
                ids(items), DSL.inline(active));
    }

    static RowCountQuery move(UUID item, String family) {
        return DSL.query(
                "update cmdb.identifier set family = {1} where item = {0} and family <> {1}",
                DSL.val(item), DSL.val(family));
    }

    private static Field<String[]> texts(Collection<KnownItems.Held> held, Function<Claim, String> part) {
        return DSL.val(
                held.stream().map(it -> part.apply(it.claim())).toArray(String[]::new), SQLDataType.CLOB.array());
    }
}
