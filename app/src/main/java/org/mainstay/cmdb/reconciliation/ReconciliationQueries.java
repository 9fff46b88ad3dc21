package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.store.PlainSql.ids;
import static org.mainstay.kernel.store.PlainSql.moments;
import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mainstay.cmdb.reconciliation.KnownItems.Held;

/// Reads and writes identifiers, sightings and pins; no access is applied. Every method takes part in the caller's
/// transaction.
public final class ReconciliationQueries {

    /// The first half of the keys of the locks that deliveries take.
    private static final int LOCKS = 0x1D;

    /// The name that history has for what staleness policies do.
    public static final String POLICY = "staleness_policy";

    private final DSLContext db;

    public ReconciliationQueries(DSLContext db) {
        this.db = db;
    }

    /// Keeps others from deciding about what hashes to the same until the end of the transaction.
    void lock(Collection<Integer> buckets) {
        db.fetch(
                "select pg_advisory_xact_lock({0}, b) from (select unnest({1}) b order by 1) t",
                DSL.inline(LOCKS), DSL.val(buckets.toArray(Integer[]::new)));
    }

    /// Who holds identifiers of these kinds and values, in whatever scope. Items that are deleted hold none.
    ///
    /// @param source whose weak identifiers count
    List<Held> held(Collection<Claim> claims, UUID organisation, UUID source) {
        return db.fetch(
                        """
                        select h.item, h.organisation, h.family, h.kind, h.value, h.scope, h.within, h.active
                        from unnest({0}, {1}) as w (kind, value)
                        join cmdb.identifier h on h.kind = w.kind and h.value = w.value
                        join cmdb.configuration_item i on i.id = h.item and i.deleted_at is null
                        where h.organisation = {2} and h.within in ({3}, {4})
                        """,
                        texts(claims, Claim::kind),
                        texts(claims, Claim::value),
                        DSL.val(organisation),
                        DSL.val(Claim.EVERYWHERE),
                        DSL.val(source))
                .map(it -> new Held(claim(it), need(it, "item", UUID.class), need(it, "active", Boolean.class)));
    }

    private static Claim claim(Record it) {
        return new Claim(
                need(it, "organisation", UUID.class),
                need(it, "family", String.class),
                need(it, "kind", String.class),
                need(it, "value", String.class),
                need(it, "scope", String.class),
                need(it, "within", UUID.class));
    }

    /// All identifiers of the items.
    Map<UUID, List<Held>> identifiers(Collection<UUID> items) {
        var byItem = new HashMap<UUID, List<Held>>();
        db.fetch(
                        "select item, organisation, family, kind, value, scope, within, active from cmdb.identifier"
                                + " where item = any({0}) order by item, kind, value",
                        ids(items))
                .forEach(it -> byItem.computeIfAbsent(need(it, "item", UUID.class), _ -> new ArrayList<>())
                        .add(new Held(claim(it), need(it, "item", UUID.class), need(it, "active", Boolean.class))));
        return byItem;
    }

    /// Keeps the items from being changed by others until the end of the transaction.
    void hold(Collection<UUID> items) {
        db.fetch(
                "select id from cmdb.configuration_item where id = any({0}) order by id for no key update", ids(items));
    }

    Map<UUID, List<Sighting>> sightings(Collection<UUID> items) {
        var byItem = new HashMap<UUID, List<Sighting>>();
        db.fetch(
                        "select item, source, class, first_at, last_at, times, origin, observed::text observed,"
                                + " identifiers::text identifiers from cmdb.sighting where item = any({0})"
                                + " order by item, last_at desc, source",
                        ids(items))
                .forEach(it -> byItem.computeIfAbsent(need(it, "item", UUID.class), _ -> new ArrayList<>())
                        .add(new Sighting(
                                need(it, "item", UUID.class),
                                need(it, "source", UUID.class),
                                need(it, "class", String.class),
                                need(it, "first_at", Instant.class),
                                need(it, "last_at", Instant.class),
                                need(it, "times", Long.class),
                                it.get("origin", String.class),
                                SightingJson.observed(need(it, "observed", String.class)),
                                SightingJson.identifiers(need(it, "identifiers", String.class)))));
        return byItem;
    }

    void save(Collection<Sighting> sightings) {
        db.execute(
                """
                insert into cmdb.sighting
                    (item, source, class, first_at, last_at, times, origin, observed, identifiers)
                select item, source, class, first_at, last_at, times, origin, observed::jsonb, identifiers::jsonb
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8})
                    as t (item, source, class, first_at, last_at, times, origin, observed, identifiers)
                on conflict (item, source) do update set class = excluded.class, first_at = excluded.first_at,
                    last_at = excluded.last_at, times = excluded.times, origin = excluded.origin,
                    observed = excluded.observed, identifiers = excluded.identifiers, owned = null
                """,
                ids(sightings, Sighting::item),
                ids(sightings, Sighting::source),
                texts(sightings, Sighting::itemClass),
                moments(sightings, Sighting::firstAt),
                moments(sightings, Sighting::lastAt),
                DSL.val(sightings.stream().map(Sighting::times).toArray(Long[]::new)),
                texts(sightings, Sighting::origin),
                texts(sightings, it -> SightingJson.observed(it.observed())),
                texts(sightings, it -> SightingJson.identifiers(it.identifiers())));
    }

    void forget(UUID item, UUID source) {
        db.execute("delete from cmdb.sighting where item = {0} and source = {1}", DSL.val(item), DSL.val(source));
    }

    /// Something a source used to say.
    record Past(UUID item, UUID source, String attribute, Observation observation) {}

    void savePast(Collection<Past> past) {
        db.execute(
                """
                insert into cmdb.past_observation (item, source, attribute, value, since, until, times)
                select item, source, attribute, value::jsonb, since, until, times
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6})
                    as t (item, source, attribute, value, since, until, times)
                """,
                ids(past, Past::item),
                ids(past, Past::source),
                texts(past, Past::attribute),
                texts(past, it -> SightingJson.text(it.observation.value())),
                moments(past, it -> it.observation.since()),
                moments(past, it -> it.observation.at()),
                DSL.val(past.stream().map(it -> it.observation.times()).toArray(Long[]::new)));
    }

    /// What sources used to say of an item, the latest first; 1,000 at most.
    List<Past> past(UUID item) {
        return db.fetch(
                        "select item, source, attribute, value::text v, since, until, times"
                                + " from cmdb.past_observation where item = {0} order by until desc limit 1000",
                        DSL.val(item))
                .map(it -> new Past(
                        need(it, "item", UUID.class),
                        need(it, "source", UUID.class),
                        need(it, "attribute", String.class),
                        new Observation(
                                SightingJson.node(need(it, "v", String.class)),
                                need(it, "since", Instant.class),
                                need(it, "until", Instant.class),
                                need(it, "times", Long.class))));
    }

    /// Gives the items their identifiers, as far as no other active item holds them.
    void claim(Collection<Held> held) {
        db.execute(IdentifierStatements.claim(held, true));
    }

    /// An attribute of an item.
    record Place(UUID item, String attribute) {}

    /// When somebody else than sources gave the attributes the values that they have; without those a source gave.
    Map<Place, Instant> entered(Collection<Place> places) {
        var entered = new HashMap<Place, Instant>();
        if (!places.isEmpty()) {
            db.fetch("""
                            select w.item, w.attribute, h.at from unnest({0}, {1}) as w (item, attribute)
                            cross join lateral (
                                select at, cause_kind from kernel.history
                                where record = w.item and kind = 'save' and jsonb_exists(changes, w.attribute)
                                order by version desc limit 1) h
                            where h.cause_kind <> 'discovery'
                            """, ids(places, Place::item), texts(places, Place::attribute))
                    .forEach(it -> entered.put(
                            new Place(need(it, "item", UUID.class), need(it, "attribute", String.class)),
                            need(it, "at", Instant.class)));
        }
        return entered;
    }

    /// Whether it was people who gave a retired item its status, and neither a source nor a staleness policy.
    boolean retiredByPeople(UUID item) {
        return db.fetchOptional(
                        "select cause_kind, cause_name from kernel.history where record = {0} and kind = 'save'"
                                + " and jsonb_exists(changes, 'status') order by version desc limit 1",
                        DSL.val(item))
                .filter(it -> {
                    var kind = need(it, "cause_kind", String.class);
                    boolean policy = kind.equals("rule") && POLICY.equals(it.get("cause_name", String.class));
                    return !kind.equals("discovery") && !policy;
                })
                .isPresent();
    }

    /// Whether people had a hand in the item: somebody else than a source changed it, or work is about it.
    boolean touched(UUID item) {
        return db.fetchSingle(
                        "select exists (select from kernel.history where record = {0} and cause_kind <> 'discovery')",
                        DSL.val(item))
                .get(0, Boolean.class);
    }

    /// The attributes that are pinned, by item.
    Map<UUID, Set<String>> pinned(Collection<UUID> items, Instant now) {
        var byItem = new HashMap<UUID, Set<String>>();
        db.fetch(
                        "select item, array_agg(attribute) attributes from cmdb.pin where item = any({0})"
                                + " and (until is null or until > {1}) group by item",
                        ids(items), DSL.val(now, SQLDataType.INSTANT))
                .forEach(it ->
                        byItem.put(need(it, "item", UUID.class), Set.of(need(it, "attributes", String[].class))));
        return byItem;
    }

    Map<UUID, String> numbers(Collection<UUID> items) {
        var numbers = new HashMap<UUID, String>();
        db.fetch("select id, number from kernel.record where id = any({0})", ids(items))
                .forEach(it -> numbers.put(need(it, "id", UUID.class), need(it, "number", String.class)));
        return numbers;
    }
}
