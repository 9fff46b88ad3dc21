package org.mainstay.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.people.Actors;

/// Jobs as far as they are somebody's: a job is its owner's and the administrators'.
final class OwnJobs {

    private final Jobs jobs;

    OwnJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    Optional<Job> find(UUID id, Actor actor) {
        return jobs.find(id).filter(it -> it.owner().equals(actor.id()) || administers(actor));
    }

    /// The actor's own, newest first.
    List<Job> list(Actor actor, @Nullable UUID before, int limit) {
        return jobs.of(actor.id(), before, limit);
    }

    /// @return false when there is no such job for the actor
    boolean cancel(UUID id, Actor actor) {
        var found = find(id, actor);
        found.ifPresent(it -> jobs.cancel(it.id()));
        return found.isPresent();
    }

    /// Begins to take back what an import did.
    Optional<UUID> undo(Job job, Actor actor) {
        var order = ImportOrder.of(job);
        var content = job.content();
        if (content == null || !UndoImport.possible(job, order)) {
            return Optional.empty();
        }
        var undoing = order.undoing(job.id(), Actors.scopes(actor));
        return Optional.of(jobs.submit(ImportJob.KIND, actor.id(), undoing.payload(), content));
    }

    /// @return false when it is not over
    boolean delete(Job job) {
        return jobs.delete(job.id());
    }

    private static boolean administers(Actor actor) {
        return actor instanceof Actor.Person person && person.grants().everywhere(Grants.ADMIN);
    }
}
