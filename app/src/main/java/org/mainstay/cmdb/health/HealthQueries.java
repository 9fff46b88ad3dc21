package org.mainstay.cmdb.health;

import static org.mainstay.kernel.store.PlainSql.need;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What was measured, as pages ask for it; the caller says of which organisations.
final class HealthQueries {

    private final DSLContext db;

    HealthQueries(DSLContext db) {
        this.db = db;
    }

    private static Condition of(@Nullable Set<UUID> organisations) {
        return organisations == null
                ? DSL.noCondition()
                : DSL.field(DSL.name("organisation"), SQLDataType.UUID).eq(DSL.any(organisations.toArray(UUID[]::new)));
    }

    /// @param organisations null for all
    List<HealthSum> sums(String dimension, @Nullable Set<UUID> organisations) {
        return HealthSums.of(db.fetch(
                "select key, organisation, items, results::text from cmdb.health_sum where dimension = {0} and {1}",
                DSL.val(dimension), of(organisations)));
    }

    /// The last day up to this one of which sums are kept.
    Optional<LocalDate> day(LocalDate until) {
        return db.fetchOptional("select max(day) as day from cmdb.health_day where day <= {0}", DSL.val(until))
                .map(it -> it.get("day", LocalDate.class));
    }

    List<HealthSum> sums(String dimension, LocalDate day, @Nullable Set<UUID> organisations) {
        return HealthSums.of(db.fetch(
                "select key, organisation, items, results::text from cmdb.health_day"
                        + " where dimension = {0} and day = {1} and {2}",
                DSL.val(dimension), DSL.val(day), of(organisations)));
    }

    void keep(LocalDate day) {
        db.execute("""
                insert into cmdb.health_day (day, dimension, key, organisation, items, results)
                select {0}, dimension, key, organisation, items, results from cmdb.health_sum
                on conflict do nothing
                """, DSL.val(day));
    }

    void forget(LocalDate before) {
        db.execute("delete from cmdb.health_day where day < {0}", DSL.val(before));
    }

    /// What of a measure is found most often, with how many items.
    ///
    /// @param which items, of which the alias is `i`
    Map<String, Long> most(UUID measure, Condition which, @Nullable Set<UUID> organisations, int limit) {
        var most = new LinkedHashMap<String, Long>();
        db.fetch("""
                        select d.detail, count(*) items from cmdb.finding f
                        join cmdb.configuration_item i on i.id = f.item
                        cross join lateral unnest(f.details) as d (detail)
                        where f.measure = {0} and {1} and {2}
                        group by d.detail order by count(*) desc, d.detail limit {3}
                        """, DSL.val(measure), which, of(organisations), DSL.inline(limit))
                .forEach(it -> most.put(need(it, "detail", String.class), need(it, "items", Long.class)));
        return most;
    }

    static Condition ofClasses(Collection<String> classes) {
        return DSL.condition("i.class = any({0})", DSL.val(classes.toArray(String[]::new), SQLDataType.CLOB.array()));
    }

    static Condition ofGroup(@Nullable UUID group) {
        return group == null
                ? DSL.condition("i.support_group is null")
                : DSL.condition("i.support_group = {0}", DSL.val(group));
    }

    static Condition ofService(UUID service) {
        return DSL.condition(
                "exists (select from cmdb.service_item s where s.service = {0} and s.item = i.id)", DSL.val(service));
    }

    /// What was found about one item.
    Map<UUID, List<String>> findings(UUID item) {
        var found = new LinkedHashMap<UUID, List<String>>();
        db.fetch("select measure, details from cmdb.finding where item = {0} order by measure", DSL.val(item))
                .forEach(it ->
                        found.put(need(it, "measure", UUID.class), List.of(need(it, "details", String[].class))));
        return found;
    }
}
