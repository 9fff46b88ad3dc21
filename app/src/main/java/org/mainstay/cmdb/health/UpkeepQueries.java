package org.mainstay.cmdb.health;

import static org.mainstay.kernel.store.PlainSql.moment;
import static org.mainstay.kernel.store.PlainSql.need;
import static org.mainstay.kernel.store.PlainSql.texts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Finds the items that a staleness policy is about; no access is applied.
final class UpkeepQueries {

    /// Counting stops here.
    static final int FAR = 10_000;

    private static final String THERE = """
            cmdb.configuration_item i where i.class = any({0}) and i.deleted_at is null and i.archived_at is null
                and i.status in ('operational', 'in_maintenance')""";

    private static final String QUESTION =
            " and t.item = i.id and t.kind = 'verification' and t.state = 'open'" + " and t.deleted_at is null";

    /// Not confirmed since {1}.
    private static final String SILENT = " and i.created_at < {1} and " + MeasureQueries.LAST + " < {1}";

    /// Which the source {2} saw, and not since {1}; the policy {3} asks once for each time it lost sight of one.
    private static final String LOST = """
            and (i.confirmed_at is null or i.confirmed_at < {1}) and exists (
                select from cmdb.sighting o where o.item = i.id and o.source = {2} and o.last_at < {1}
                    and not exists (select from cmdb.reconciliation_task q where q.item = i.id and q.policy = {3}
                        and q.created_at > o.last_at))""";

    private static final String RETIRED = """
            from cmdb.configuration_item i where i.class = any({0}) and i.deleted_at is null and i.archived_at is null
                and i.status = 'retired' and i.merged_into is null and i.valid_to <= {2}""" + SILENT;

    private final DSLContext db;

    UpkeepQueries(DSLContext db) {
        this.db = db;
    }

    /// Items of the classes that people have not been asked about yet, and should be.
    ///
    /// @param source null for any
    List<UUID> toAsk(UUID policy, Collection<String> classes, Instant before, @Nullable UUID source, int limit) {
        return db.fetch(
                        "select i.id from " + THERE + " " + (source == null ? SILENT : LOST)
                                + " and i.asked_at is null order by i.id limit " + limit,
                        texts(classes),
                        moment(before),
                        DSL.val(source),
                        DSL.val(policy))
                .map(it -> need(it, "id", UUID.class));
    }

    long countToAsk(UUID policy, Collection<String> classes, Instant before, @Nullable UUID source) {
        return count(
                "select 1 from " + THERE + " " + (source == null ? SILENT : LOST) + " and i.asked_at is null",
                texts(classes),
                moment(before),
                DSL.val(source),
                DSL.val(policy));
    }

    /// How many questions of the policy are open.
    int open(UUID policy) {
        return db.fetchSingle(
                        "select count(*)::int from cmdb.reconciliation_task"
                                + " where policy = {0} and state = 'open' and deleted_at is null",
                        DSL.val(policy))
                .get(0, Integer.class);
    }

    /// Items that people were asked about long enough ago, with the question; in the order of their ids.
    ///
    record Unanswered(UUID item, UUID task) {}

    List<Unanswered> toRetire(Collection<String> classes, Instant before, Instant asked, UUID after, int limit) {
        return db.fetch(
                        "select i.id, t.id task from cmdb.reconciliation_task t, " + THERE + QUESTION + SILENT
                                + " and i.asked_at <= {2} and i.id > {3} order by i.id limit " + limit,
                        texts(classes),
                        moment(before),
                        moment(asked),
                        DSL.val(after))
                .map(it -> new Unanswered(need(it, "id", UUID.class), need(it, "task", UUID.class)));
    }

    long countToRetire(Collection<String> classes, Instant before) {
        return count("select 1 from " + THERE + SILENT, texts(classes), moment(before));
    }

    /// Retired items of the classes, retired long enough ago; in the order of their ids.
    List<UUID> toArchive(Collection<String> classes, Instant before, Instant retired, UUID after, int limit) {
        return db.fetch(
                        "select i.id " + RETIRED + " and i.id > {3} order by i.id limit " + limit,
                        texts(classes),
                        moment(before),
                        moment(retired),
                        DSL.val(after))
                .map(it -> need(it, "id", UUID.class));
    }

    long countToArchive(Collection<String> classes, Instant before, Instant retired) {
        return count("select 1 " + RETIRED, texts(classes), moment(before), moment(retired));
    }

    private long count(String rows, Field<?>... values) {
        return db.fetchSingle("select count(*) from (" + rows + " limit " + (FAR + 1) + ") c", (Object[]) values)
                .get(0, Long.class);
    }

    /// Open questions that were answered otherwise: the item was confirmed since, retired or deleted.
    List<Unanswered> answered(int limit) {
        return db.fetch("""
                        select i.id, t.id task from cmdb.reconciliation_task t
                        join cmdb.configuration_item i on i.id = t.item
                        where t.kind = 'verification' and t.policy is not null and t.state = 'open'
                            and t.deleted_at is null
                            and (i.deleted_at is not null or i.status = 'retired' or i.asked_at is null
                                or %s > i.asked_at)
                        order by t.id limit {0}
                        """.formatted(MeasureQueries.LAST), DSL.inline(limit))
                .map(it -> new Unanswered(need(it, "id", UUID.class), need(it, "task", UUID.class)));
    }

    /// When the item was last confirmed, by whatever.
    Instant confirmed(UUID item) {
        return db.fetchSingle(
                        "select " + MeasureQueries.LAST + " last from cmdb.configuration_item i where i.id = {0}",
                        DSL.val(item))
                .map(it -> need(it, "last", Instant.class));
    }

    /// Some active services that need the item, as of the last round, be it as one of several alternatives.
    List<UUID> services(UUID item) {
        return db.fetch("""
                        select i.id from cmdb.service_item s join cmdb.configuration_item i on i.id = s.service
                        where s.item = {0} and i.id <> {0} and i.deleted_at is null and i.archived_at is null
                            and i.status <> 'retired' order by i.name, i.id limit 3
                        """, DSL.val(item)).map(it -> need(it, "id", UUID.class));
    }
}
