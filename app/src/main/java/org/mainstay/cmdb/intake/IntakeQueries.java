package org.mainstay.cmdb.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// Tokens of sources and what became of their deliveries; no access is applied.
public final class IntakeQueries {

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

    void save(Run run) {
        db.execute(
                "insert into cmdb.discovery_run (id, source, at, milliseconds, origin, created, updated, unchanged,"
                        + " refused, error) values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})",
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
                .map(it -> new Run(
                        need(it, "id", UUID.class),
                        need(it, "source", UUID.class),
                        need(it, "at", Instant.class),
                        need(it, "milliseconds", Long.class),
                        it.get("origin", String.class),
                        need(it, "created", Long.class),
                        need(it, "updated", Long.class),
                        need(it, "unchanged", Long.class),
                        need(it, "refused", Long.class),
                        it.get("error", String.class)));
    }

    /// How a source is doing.
    ///
    /// @param lastSeen null where it never delivered
    /// @param deliveries within the last day
    /// @param failed of these
    /// @param items that it sees
    record Health(@Nullable Instant lastSeen, long deliveries, long failed, long items) {}

    Health health(UUID source, Instant since) {
        return db.fetchOptional("""
                        select (select max(at) from cmdb.discovery_run where source = {0} and error is null) last_seen,
                               (select count(*) from cmdb.discovery_run where source = {0} and at > {1}) deliveries,
                               (select count(*) from cmdb.discovery_run
                                where source = {0} and at > {1} and error is not null) failed,
                               (select count(*) from cmdb.sighting where source = {0}) items
                        """, DSL.val(source), DSL.val(since, SQLDataType.INSTANT))
                .map(it -> new Health(
                        it.get("last_seen", Instant.class),
                        need(it, "deliveries", Long.class),
                        need(it, "failed", Long.class),
                        need(it, "items", Long.class)))
                .orElseThrow();
    }

    /// Forgets deliveries before the moment.
    void forget(Instant before) {
        db.execute("delete from cmdb.discovery_run where at < {0}", DSL.val(before, SQLDataType.INSTANT));
    }

    private static <T> T need(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
