package org.mainstay.cmdb.intake;

import static org.mainstay.kernel.store.PlainSql.FIRST;
import static org.mainstay.kernel.store.PlainSql.need;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Tokens of sources and what became of their deliveries; no access is applied.
public final class IntakeQueries {

    /// Items of a source are counted as they are up to so many.
    private static final int COUNTED = 10_000;

    private final DSLContext db;

    public IntakeQueries(DSLContext db) {
        this.db = db;
    }

    /// Gives the source a token; one it had before is none any more.
    ///
    /// @param hash of the token
    void token(UUID source, byte[] hash, Instant at) {
        db.execute(
                "insert into cmdb.discovery_source_token (source, hash, made_at) values ({0}, {1}, {2})"
                        + " on conflict (source) do update set hash = excluded.hash, made_at = excluded.made_at",
                DSL.val(source), DSL.val(hash), DSL.val(at, SQLDataType.INSTANT));
    }

    Optional<UUID> source(byte[] hash) {
        return db.fetchOptional("""
                        select t.source from cmdb.discovery_source_token t
                        join cmdb.discovery_source s on s.id = t.source and s.deleted_at is null
                        where t.hash = {0}
                        """, DSL.val(hash)).map(it -> need(it, "source", UUID.class));
    }

    /// One delivery.
    ///
    /// @param origin from where it came
    /// @param error why nothing was taken; null where something was
    record Run(
            UUID id,
            UUID source,
            Instant at,
            long milliseconds,
            @Nullable String origin,
            long created,
            long updated,
            long unchanged,
            long refused,
            @Nullable String error) {}

    /// One that is noted stays as it is: a job that is done twice delivers once.
    void save(Run run) {
        db.execute(
                "insert into cmdb.discovery_run (id, source, at, milliseconds, origin, created, updated, unchanged,"
                        + " refused, error) values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})"
                        + " on conflict (id) do nothing",
                DSL.val(run.id),
                DSL.val(run.source),
                DSL.val(run.at, SQLDataType.INSTANT),
                DSL.val(run.milliseconds),
                DSL.val(run.origin, SQLDataType.CLOB),
                DSL.val(run.created),
                DSL.val(run.updated),
                DSL.val(run.unchanged),
                DSL.val(run.refused),
                DSL.val(run.error, SQLDataType.CLOB));
    }

    /// The last deliveries of a source, the latest first.
    List<Run> runs(UUID source, int limit) {
        return db.fetch(
                        "select id, source, at, milliseconds, origin, created, updated, unchanged, refused, error"
                                + " from cmdb.discovery_run where source = {0} order by at desc limit {1}",
                        DSL.val(source), DSL.inline(limit))
                .map(IntakeQueries::run);
    }

    private static Run run(Record it) {
        return new Run(
                need(it, "id", UUID.class),
                need(it, "source", UUID.class),
                need(it, "at", Instant.class),
                need(it, "milliseconds", Long.class),
                it.get("origin", String.class),
                need(it, "created", Long.class),
                need(it, "updated", Long.class),
                need(it, "unchanged", Long.class),
                need(it, "refused", Long.class),
                it.get("error", String.class));
    }

    /// How a source is doing.
    ///
    /// @param lastSeen null where it never delivered
    /// @param deliveries within the last day
    /// @param failed of these
    /// @param records that these told of
    /// @param items that it sees
    /// @param last delivery; null where there is none
    record Health(
            @Nullable Instant lastSeen,
            long deliveries,
            long failed,
            long records,
            long items,
            @Nullable Run last) {

        static final Health NONE = new Health(null, 0, 0, 0, 0, null);
    }

    /// How the sources are doing, in one question whose cost goes by what was delivered within a day. Above so many
    /// items what was counted last is told.
    Map<UUID, Health> health(Collection<UUID> sources, Instant since) {
        var health = new HashMap<UUID, Health>();
        db.fetch("""
                        select s.id as of, g.at last_seen, d.deliveries, d.failed, d.records,
                               greatest(n.items, case when n.items >= {2} then
                                   (select sum(seen) from cmdb.source_count c where c.source = s.id) end) items,
                               l.id, l.source, l.at, l.milliseconds, l.origin, l.created, l.updated, l.unchanged,
                               l.refused, l.error
                        from unnest({0}) as s (id)
                        left join lateral (select at from cmdb.discovery_run r where r.source = s.id and error is null
                                           order by at desc limit 1) g on true
                        cross join lateral (
                            select count(*) deliveries, count(*) filter (where error is not null) failed,
                                   coalesce(sum(created + updated + unchanged + refused), 0)::bigint records
                            from cmdb.discovery_run r where r.source = s.id and r.at > {1}) d
                        left join lateral (select * from cmdb.discovery_run r where r.source = s.id
                                           order by at desc limit 1) l on true
                        cross join lateral (select count(*) items from (
                            select from cmdb.sighting t where t.source = s.id limit {2}) few) n
                        """, DSL.val(sources.toArray(UUID[]::new)), DSL.val(since, SQLDataType.INSTANT), DSL.inline(COUNTED))
                .forEach(it -> health.put(
                        need(it, "of", UUID.class),
                        new Health(
                                it.get("last_seen", Instant.class),
                                need(it, "deliveries", Long.class),
                                need(it, "failed", Long.class),
                                need(it, "records", Long.class),
                                need(it, "items", Long.class),
                                it.get("id") == null ? null : run(it))));
        return health;
    }

    /// What a source owns: items of a class of which its word holds for some value.
    record Owned(String itemClass, long items, Instant at) {}

    /// By source, as it was counted last; the classes with most items first.
    Map<UUID, List<Owned>> owned(Collection<UUID> sources) {
        return db.fetch(
                        "select source, class, owned, counted_at from cmdb.source_count where source = any({0})"
                                + " and owned > 0 order by owned desc, class",
                        DSL.val(sources.toArray(UUID[]::new)))
                .intoGroups(
                        it -> need(it, "source", UUID.class),
                        it -> new Owned(
                                need(it, "class", String.class),
                                need(it, "owned", Long.class),
                                need(it, "counted_at", Instant.class)));
    }

    /// The next items that a source owns, by their ids.
    ///
    /// @param itemClass empty for any
    /// @param after null for the first
    List<UUID> ownedItems(UUID source, String itemClass, @Nullable UUID after, int limit) {
        return db.fetch(
                        """
                        select s.item from cmdb.sighting s
                        join cmdb.configuration_item i on i.id = s.item and i.deleted_at is null
                        where s.source = {0} and s.owned > 0 and ({1} = '' or i.class = {1})
                            and s.item > {2}
                        order by s.item limit {3}
                        """,
                        DSL.val(source), DSL.val(itemClass), DSL.val(after == null ? FIRST : after), DSL.inline(limit))
                .map(it -> need(it, "item", UUID.class));
    }

    /// Forgets deliveries before the moment.
    void forget(Instant before) {
        db.execute("delete from cmdb.discovery_run where at < {0}", DSL.val(before, SQLDataType.INSTANT));
    }
}
