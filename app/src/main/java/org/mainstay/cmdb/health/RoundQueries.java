package org.mainstay.cmdb.health;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Reads the items in turn and keeps what was measured of them; no access is applied. What writes takes part in the
/// caller's transaction.
final class RoundQueries {

    private final DSLContext db;

    RoundQueries(DSLContext db) {
        this.db = db;
    }

    /// @param group that supports it; null for none
    record Row(
            UUID id,
            UUID organisation,
            String itemClass,
            @Nullable UUID group) {}

    /// The next active items in the order of their ids.
    List<Row> items(UUID after, int limit) {
        return db.fetch("""
                        select id, organisation, class, support_group from cmdb.configuration_item
                        where id > {0} and deleted_at is null and archived_at is null and status <> 'retired'
                        order by id limit {1}
                        """, DSL.val(after), DSL.inline(limit))
                .map(it -> new Row(
                        need(it, "id", UUID.class),
                        need(it, "organisation", UUID.class),
                        need(it, "class", String.class),
                        it.get("support_group", UUID.class)));
    }

    record Found(UUID measure, UUID item, List<String> details) {}

    /// Makes what is kept of the items between two ids what was measured now; what did not change is not written.
    ///
    /// @param last null for the end of all
    /// @param results of the active items between them, as JSON
    void save(UUID after, @Nullable UUID last, Map<UUID, String> results, List<Found> found) {
        var to = last == null ? new UUID(-1, -1) : last;
        var ids = results.keySet().toArray(UUID[]::new);
        var measures = found.stream().map(Found::measure).toArray(UUID[]::new);
        var items = found.stream().map(Found::item).toArray(UUID[]::new);
        db.execute(
                "delete from cmdb.item_health where item > {0} and item <= {1} and not (item = any({2}))",
                DSL.val(after), DSL.val(to), DSL.val(ids));
        db.execute("""
                insert into cmdb.item_health as h (item, results)
                select item, results::jsonb from unnest({0}, {1}) as t (item, results)
                on conflict (item) do update set results = excluded.results where h.results <> excluded.results
                """, DSL.val(ids), DSL.val(results.values().toArray(String[]::new), SQLDataType.CLOB.array()));
        db.execute("""
                delete from cmdb.finding f where f.item > {0} and f.item <= {1} and not exists (
                    select from unnest({2}, {3}) as t (measure, item)
                    where t.measure = f.measure and t.item = f.item)
                """, DSL.val(after), DSL.val(to), DSL.val(measures), DSL.val(items));
        db.execute(
                """
                insert into cmdb.finding as f (measure, item, details)
                select measure, item, string_to_array(details, E'\\n')
                from unnest({0}, {1}, {2}) as t (measure, item, details)
                on conflict (measure, item) do update set details = excluded.details
                    where f.details <> excluded.details
                """,
                DSL.val(measures),
                DSL.val(items),
                DSL.val(
                        found.stream().map(it -> String.join("\n", it.details)).toArray(String[]::new),
                        SQLDataType.CLOB.array()));
    }

    /// The active items of these classes.
    List<UUID> services(Collection<String> classes) {
        return db.fetch("""
                        select id from cmdb.configuration_item where class = any({0})
                            and deleted_at is null and archived_at is null and status <> 'retired' order by id
                        """, texts(classes)).map(it -> need(it, "id", UUID.class));
    }

    /// Makes these the items that the service needs.
    void needed(UUID service, Collection<UUID> items) {
        var ids = items.toArray(UUID[]::new);
        db.execute(
                "delete from cmdb.service_item where service = {0} and not (item = any({1}))",
                DSL.val(service), DSL.val(ids));
        db.execute("""
                insert into cmdb.service_item (service, item) select {0}, item from unnest({1}) as t (item)
                on conflict do nothing
                """, DSL.val(service), DSL.val(ids));
    }

    /// Forgets what is no service any more.
    void onlyServices(Collection<UUID> services) {
        db.execute("delete from cmdb.service_item where not (service = any({0}))", ids(services));
    }

    /// What was measured of the items of a service, by their organisation.
    List<HealthSum> sums(UUID service) {
        return HealthSums.of(db.fetch("""
                with health as (select i.organisation, h.results from cmdb.service_item s
                    join cmdb.item_health h on h.item = s.item join cmdb.configuration_item i on i.id = s.item
                    where s.service = {0})
                select {0}::text as key, organisation, count(*) items, (
                    select jsonb_object_agg(m.key, jsonb_build_array(m.expected, m.met, m.found)) from (
                        select e.key, sum((e.value ->> 0)::bigint) expected, sum((e.value ->> 1)::bigint) met,
                            count(*) filter (where (e.value ->> 1)::bigint < (e.value ->> 0)::bigint) found
                        from health o cross join lateral jsonb_each(o.results) e
                        where o.organisation = health.organisation group by e.key) m)::text results
                from health group by organisation
                """, DSL.val(service)));
    }

    /// Makes these all sums of the dimension.
    void sums(String dimension, Collection<HealthSum> sums) {
        db.execute("delete from cmdb.health_sum where dimension = {0}", DSL.val(dimension));
        db.execute(
                """
                insert into cmdb.health_sum (dimension, key, organisation, items, results)
                select {0}, key, organisation, items, results::jsonb
                from unnest({1}, {2}, {3}, {4}) as t (key, organisation, items, results)
                """,
                DSL.val(dimension),
                DSL.val(sums.stream().map(HealthSum::key).toArray(String[]::new), SQLDataType.CLOB.array()),
                DSL.val(sums.stream().map(HealthSum::organisation).toArray(UUID[]::new)),
                DSL.val(sums.stream().map(HealthSum::items).toArray(Long[]::new)),
                DSL.val(sums.stream().map(HealthSums::json).toArray(String[]::new), SQLDataType.CLOB.array()));
    }

    /// When it was measured, and whether somebody wants it anew.
    record State(
            @Nullable Instant wantedAt,
            @Nullable Instant beganAt,
            @Nullable Instant measuredAt) {}

    State state() {
        return db.fetchSingle("select wanted_at, began_at, measured_at from cmdb.health_round")
                .map(it -> new State(
                        it.get("wanted_at", Instant.class),
                        it.get("began_at", Instant.class),
                        it.get("measured_at", Instant.class)));
    }

    void wanted(Instant at) {
        db.execute("update cmdb.health_round set wanted_at = {0}", moment(at));
    }

    void began(Instant at) {
        db.execute("update cmdb.health_round set began_at = {0}", moment(at));
    }

    void measured(Instant at) {
        db.execute("update cmdb.health_round set measured_at = {0}", moment(at));
    }
}
