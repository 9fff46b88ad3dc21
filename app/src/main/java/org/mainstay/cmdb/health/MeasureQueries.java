package org.mainstay.cmdb.health;

import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.cmdb.health.ClassExpectation.Related;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterContext;
import org.mainstay.kernel.filter.FilterSql;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;

/// Reads what measures need of some items; no access is applied.
final class MeasureQueries {

    /// When somebody last said in any way that the item `i` is there: a source that sees it, a person who confirms,
    /// makes or changes it.
    static final String LAST = """
            greatest(i.created_at, i.confirmed_at,
                case when exists (select from kernel.record u where u.id = i.updated_by and u.type <> 'machine')
                    then i.updated_at end,
                (select max(s.last_at) from cmdb.sighting s where s.item = i.id))""";

    private static final Field<UUID> ID = DSL.field(DSL.name("i", "id"), SQLDataType.UUID);

    private final DSLContext db;
    private final FilterSql sql;

    MeasureQueries(DSLContext db, FilterSql sql) {
        this.db = db;
        this.sql = sql;
    }

    /// The attributes that each of the items lacks.
    Map<UUID, List<String>> missing(
            RecordType<?> type, Collection<Attribute<?>> attributes, UUID[] items, FilterContext context) {
        var lacking = attributes.stream()
                .<Field<String>>map(it -> DSL.when(
                        sql.condition(new Filter.Empty(Filter.Path.of(it)), type, "i", context), DSL.inline(it.code())))
                .toList();
        return db.select(ID, DSL.array(lacking))
                .from(DSL.table(DSL.name("cmdb", "configuration_item")).as("i"))
                .where(ID.eq(DSL.any(items)))
                .fetchMap(
                        ID,
                        it -> Arrays.stream(it.value2())
                                .filter(Objects::nonNull)
                                .toList());
    }

    /// Those of the items for which the condition does not hold.
    Set<UUID> failing(RecordType<?> type, Filter condition, UUID[] items, FilterContext context) {
        return new HashSet<>(db.select(ID)
                .from(DSL.table(DSL.name("cmdb", "configuration_item")).as("i"))
                .where(ID.eq(DSL.any(items)))
                .and(sql.condition(new Filter.Not(condition), type, "i", context))
                .fetch(ID));
    }

    /// How many active items of the classes do not meet the condition; counting stops at one more than is counted
    /// exactly.
    long countFailing(RecordType<?> type, Filter condition, Collection<String> classes, FilterContext context) {
        return db.fetchCount(DSL.selectOne()
                .from(DSL.table(DSL.name("cmdb", "configuration_item")).as("i"))
                .where(HealthQueries.ofClasses(classes))
                .and("i.deleted_at is null and i.archived_at is null and i.status <> 'retired'")
                .and(sql.condition(new Filter.Not(condition), type, "i", context))
                .limit(UpkeepQueries.FAR + 1));
    }

    /// When each of the items was last confirmed; those that are only planned are left out.
    Map<UUID, Instant> confirmed(UUID[] items) {
        var byItem = new HashMap<UUID, Instant>();
        db.fetch(
                        "select i.id, " + LAST + " last from cmdb.configuration_item i"
                                + " where i.id = any({0}) and i.status <> 'planned'",
                        DSL.val(items))
                .forEach(it -> byItem.put(need(it, "id", UUID.class), need(it, "last", Instant.class)));
        return byItem;
    }

    /// Those of the items that the source saw, and saw no more since, unless a person confirmed them.
    Set<UUID> lost(UUID[] items, UUID source, Instant before) {
        return new HashSet<>(db.fetch("""
                        select s.item from cmdb.sighting s join cmdb.configuration_item i on i.id = s.item
                        where s.item = any({0}) and s.source = {1} and s.last_at < {2}
                            and (i.confirmed_at is null or i.confirmed_at < {2})
                        """, DSL.val(items), DSL.val(source), DSL.val(before, SQLDataType.INSTANT))
                .map(it -> need(it, "item", UUID.class)));
    }

    /// Those of the items that are related to an active one as they ought to be.
    Set<UUID> related(UUID[] items, Related how, Instant now) {
        var from = how != Related.NEEDED;
        var to = how != Related.NEEDS;
        return new HashSet<>(db.fetch(
                        "select i.id from cmdb.configuration_item i where i.id = any({0}) and ("
                                + (from ? exists("from", "to") : "false") + " or "
                                + (to ? exists("to", "from") : "false") + ")",
                        DSL.val(items),
                        DSL.val(now, SQLDataType.INSTANT))
                .map(it -> need(it, "id", UUID.class)));
    }

    private static String exists(String one, String other) {
        return """
                exists (select from cmdb.relation r join cmdb.configuration_item o on o.id = r."%s"
                    where r."%s" = i.id and r.deleted_at is null and (r.valid_to is null or r.valid_to > {1})
                        and o.deleted_at is null and o.status <> 'retired')""".formatted(other, one);
    }

    /// By item the numbers of others that may be the same: of one name and class, or of one serial number.
    ///
    /// @param named those whose names are to be unique
    Map<UUID, List<String>> twins(UUID[] items, UUID[] named) {
        var found = new HashMap<UUID, List<String>>();
        db.fetch("""
                        select i.id, o.number from cmdb.configuration_item i
                        cross join lateral (select o.number from cmdb.configuration_item o
                            where o.organisation = i.organisation and o.class = i.class and o.name = i.name
                                and o.id <> i.id and o.deleted_at is null and o.status <> 'retired'
                            order by o.id limit 3) o
                        where i.id = any({1})
                        union
                        select i.id, o.number from cmdb.configuration_item i
                        cross join lateral (select o.number from cmdb.configuration_item o
                            where o.serial_number = i.serial_number and o.organisation = i.organisation
                                and o.id <> i.id and o.deleted_at is null and o.status <> 'retired'
                                and not exists (select from cmdb.relation r where r.deleted_at is null
                                    and ((r."from" = i.id and r."to" = o.id) or (r."from" = o.id and r."to" = i.id)))
                            order by o.id limit 3) o
                        where i.id = any({0}) and i.serial_number is not null
                        union
                        select i.id, o.number from cmdb.reconciliation_task t
                        join cmdb.configuration_item i on i.id in (t.item, t.other_item)
                        join cmdb.configuration_item o on o.id in (t.item, t.other_item) and o.id <> i.id
                        where t.kind = 'duplicate' and t.state = 'open' and t.deleted_at is null
                            and (t.item = any({0}) or t.other_item = any({0})) and i.id = any({0})
                            and o.organisation = i.organisation and o.deleted_at is null and o.status <> 'retired'
                        order by 1, 2
                        """, DSL.val(items), DSL.val(named))
                .forEach(it -> found.computeIfAbsent(need(it, "id", UUID.class), _ -> new ArrayList<>())
                        .add(need(it, "number", String.class)));
        return found;
    }
}
