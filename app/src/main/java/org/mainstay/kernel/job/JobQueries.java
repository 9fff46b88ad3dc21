package org.mainstay.kernel.job;

import static org.mainstay.db.kernel.Tables.JOB;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mainstay.db.kernel.tables.records.JobRecord;
import org.mainstay.kernel.blob.Blob;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The jobs' rows.
final class JobQueries {

    private static final int TOGETHER = 10;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;

    JobQueries(DSLContext db) {
        this.db = db;
    }

    void insert(UUID id, String kind, UUID owner, JsonNode payload, Blob content) {
        db.insertInto(JOB, JOB.ID, JOB.KIND, JOB.OWNER, JOB.PAYLOAD, JOB.CONTENT, JOB.CONTENT_SIZE)
                .values(id, kind, owner, JSONB.valueOf(payload.toString()), content.digest(), content.size())
                .execute();
    }

    int count(String state) {
        return db.fetchCount(JOB, JOB.STATE.eq(state));
    }

    Optional<Job> find(UUID id) {
        return db.selectFrom(JOB).where(JOB.ID.eq(id)).fetchOptional(JobQueries::job);
    }

    /// Newest first.
    ///
    /// @param kind null for any
    /// @param before null for the first page
    List<Job> list(UUID owner, @Nullable String kind, @Nullable UUID before, int limit) {
        return db.selectFrom(JOB)
                .where(JOB.OWNER.eq(owner))
                .and(kind == null ? DSL.noCondition() : JOB.KIND.eq(kind))
                .and(before == null ? DSL.noCondition() : JOB.ID.lt(before))
                .orderBy(JOB.ID.desc())
                .limit(limit)
                .fetch(JobQueries::job);
    }

    private static Job job(JobRecord row) {
        return new Job(
                row.getId(),
                row.getKind(),
                row.getOwner(),
                MAPPER.readTree(row.getPayload().data()),
                row.getContent() == null ? null : Blob.of(row.getContent(), row.getContentSize()),
                row.getState(),
                row.getPosition(),
                row.getTotal(),
                new Job.Counts(row.getCreated(), row.getChanged(), row.getUnchanged(), row.getRefused()),
                row.getError(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getFinishedAt());
    }

    /// @return false when it is not over or not there
    boolean delete(UUID id) {
        return db.deleteFrom(JOB)
                        .where(JOB.ID.eq(id))
                        .and(JOB.STATE.notIn("queued", "running"))
                        .execute()
                == 1;
    }

    /// Begins a run; every earlier one is over from now on, even if its node still lives.
    ///
    /// @return the number of the run, which each of its batches has to show; null when the job is over
    @Nullable
    Integer start(UUID id) {
        return db.update(JOB)
                .set(JOB.STATE, "running")
                .set(JOB.RUNS, JOB.RUNS.plus(1))
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.currentInstant()))
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.in("queued", "running"))
                .returningResult(JOB.RUNS)
                .fetchOne(JOB.RUNS);
    }

    /// Keeps batches of other jobs of the kind from being done at the same time: what one of them brings, the
    /// next one finds.
    void alone(String kind) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("kernel.job " + kind));
    }

    /// Holds the job's row until the end of the transaction, so that a batch is done once.
    ///
    /// @return false when the job is over or another run has begun since
    boolean holds(UUID id, int run) {
        return db.select(JOB.ID)
                        .from(JOB)
                        .where(JOB.ID.eq(id))
                        .and(JOB.STATE.eq("running"))
                        .and(JOB.RUNS.eq(run))
                        .forUpdate()
                        .fetchOne()
                != null;
    }

    void total(UUID id, long records) {
        db.update(JOB).set(JOB.TOTAL, records).where(JOB.ID.eq(id)).execute();
    }

    void advance(UUID id, long end, Job.Counts more) {
        db.update(JOB)
                .set(JOB.POSITION, end)
                .set(JOB.CREATED, JOB.CREATED.plus(more.created()))
                .set(JOB.CHANGED, JOB.CHANGED.plus(more.changed()))
                .set(JOB.UNCHANGED, JOB.UNCHANGED.plus(more.unchanged()))
                .set(JOB.REFUSED, JOB.REFUSED.plus(more.refused()))
                .where(JOB.ID.eq(id))
                .execute();
    }

    /// Ends the job, if this is still its run.
    ///
    /// @param error null for success
    void finish(UUID id, int run, String state, @Nullable String error) {
        finish(JOB.ID.eq(id).and(JOB.RUNS.eq(run)), state, error);
    }

    /// Ends jobs that were begun before the instant and that no node has on its list.
    void abandon(Instant before) {
        finish(JOB.CREATED_AT.lt(before).and("""
                        not exists (select from scheduler.scheduled_tasks
                            where task_name = 'job' and task_instance = kernel.job.id::text)"""), "failed", "unexpected");
    }

    /// Gives up the files of jobs that ended before the instant.
    void release(Instant before) {
        db.update(JOB)
                .setNull(JOB.CONTENT)
                .where(JOB.FINISHED_AT.lt(before))
                .and(JOB.CONTENT.isNotNull())
                .execute();
    }

    /// @return how many of those that ended before the instant it removed
    int remove(Instant before) {
        return db.deleteFrom(JOB)
                .where(JOB.ID.in(DSL.select(JOB.ID)
                        .from(JOB)
                        .where(JOB.FINISHED_AT.lt(before))
                        .limit(TOGETHER)))
                .execute();
    }

    void cancel(UUID id) {
        finish(JOB.ID.eq(id), "cancelled", null);
    }

    private void finish(Condition which, String state, @Nullable String error) {
        db.update(JOB)
                .set(JOB.STATE, state)
                .set(JOB.ERROR, error)
                .set(JOB.FINISHED_AT, DSL.currentInstant())
                .where(which)
                .and(JOB.STATE.in("queued", "running"))
                .execute();
    }
}
