package org.mainstay.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.people.Actors;
import org.mainstay.web.NoSuchPage;
import org.springframework.dao.DuplicateKeyException;

/// Jobs as far as they are somebody's: a job is its owner's and the administrators'.
public final class OwnJobs {

    /// How long what a bulk did can be taken back.
    private static final Duration UNDOABLE = Duration.ofHours(24);

    /// So many are tried while the caller waits; more are tried meanwhile.
    private static final int AT_ONCE = 100;

    private final Jobs jobs;
    private final BulkQueries bulks;
    private final Clock clock;

    OwnJobs(Jobs jobs, BulkQueries bulks, Clock clock) {
        this.jobs = jobs;
        this.bulks = bulks;
        this.clock = clock;
    }

    Optional<Job> find(UUID id, Actor actor) {
        return jobs.find(id).filter(it -> it.owner().equals(actor.id()) || administers(actor));
    }

    /// @throws NoSuchPage when there is no such job for the actor
    public Job need(UUID id, String kind, Actor actor) {
        return find(id, actor).filter(it -> it.kind().equals(kind)).orElseThrow(NoSuchPage::new);
    }

    /// The actor's own, newest first.
    ///
    /// @param kind null for any
    List<Job> list(Actor actor, @Nullable String kind, @Nullable UUID before, int limit) {
        return jobs.of(actor.id(), kind, before, limit);
    }

    /// @return false when there is no such job for the actor
    public boolean cancel(UUID id, Actor actor) {
        var found = find(id, actor);
        found.ifPresent(it -> jobs.cancel(it.id()));
        return found.isPresent();
    }

    /// Begins, or for a dry run over few records does it here and now.
    UUID begin(Actor actor, BulkOrder order, Blob kept, int records) {
        return order.dry() && records <= AT_ONCE
                ? jobs.promptly(BulkJob.KIND, actor.id(), order.payload(), kept)
                : jobs.submit(BulkJob.KIND, actor.id(), order.payload(), kept);
    }

    /// Whether it is a dry run of the actor's that is through: what it told holds for who asked, and others
    /// may do more or less than it says.
    boolean applicable(Job job, Actor actor) {
        return job.owner().equals(actor.id())
                && BulkOrder.of(job).dry()
                && job.state().equals("done")
                && job.content() != null;
    }

    /// Does what a dry run told, to the records it told of; however often it is asked for, once.
    UUID apply(Job preview, Actor actor) {
        var order = BulkOrder.of(preview).applying(preview.id(), Actors.scopes(actor));
        try {
            return jobs.submit(BulkJob.KIND, actor.id(), order.payload(), Objects.requireNonNull(preview.content()));
        } catch (DuplicateKeyException e) {
            return bulks.applied(preview.id()).orElseThrow(() -> e);
        }
    }

    /// Begins to take back what an import or a bulk did.
    Optional<UUID> undo(Job job, Actor actor) {
        var content = job.content();
        if (content == null) {
            return Optional.empty();
        }
        var scopes = Actors.scopes(actor);
        if (job.kind().equals(BulkJob.KIND)) {
            return undoableUntil(job).filter(clock.instant()::isBefore).map(_ -> {
                var undoing = BulkOrder.of(job).undoing(job.id(), scopes);
                return jobs.submit(BulkJob.KIND, actor.id(), undoing.payload(), content);
            });
        }
        if (!job.kind().equals(ImportJob.KIND)) {
            return Optional.empty();
        }
        var order = ImportOrder.of(job);
        if (!order.undoable(job)) {
            return Optional.empty();
        }
        return Optional.of(jobs.submit(
                ImportJob.KIND, actor.id(), order.undoing(job.id(), scopes).payload(), content));
    }

    /// Until when what a bulk did can be taken back; empty where there is nothing to take back.
    Optional<Instant> undoableUntil(Job job) {
        var order = BulkOrder.of(job);
        boolean wrote = !order.dry() && order.undoes() == null && TakingBack.possible(job);
        return Optional.ofNullable(job.finishedAt()).filter(_ -> wrote).map(it -> it.plus(UNDOABLE));
    }

    boolean undoable(Job job) {
        return undoableUntil(job).filter(clock.instant()::isBefore).isPresent();
    }

    /// @return false when it is not over
    boolean delete(Job job) {
        return jobs.delete(job.id());
    }

    private static boolean administers(Actor actor) {
        return actor instanceof Actor.Person person && person.grants().everywhere(Grants.ADMIN);
    }
}
