package org.mainstay.kernel.job;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mainstay.kernel.store.Transactions;

/// One run of a job on one node.
public final class JobRun {

    private final Job job;
    private final boolean takesTurns;
    private final int run;
    private final JobQueries queries;
    private final Transactions transactions;
    private final BooleanSupplier stopping;
    private long position;
    private Job.Counts counts;

    /// @param takesTurns whether batches of other jobs of the kind are waited for
    /// @param run its number among the job's runs
    /// @param stopping whether this node is being stopped
    JobRun(
            Job job,
            boolean takesTurns,
            int run,
            JobQueries queries,
            Transactions transactions,
            BooleanSupplier stopping) {
        this.job = job;
        this.takesTurns = takesTurns;
        this.run = run;
        this.queries = queries;
        this.transactions = transactions;
        this.stopping = stopping;
        this.position = job.position();
        this.counts = job.counts();
    }

    public Job job() {
        return job;
    }

    public UUID id() {
        return job.id();
    }

    /// Where the last committed batch ended.
    public long position() {
        return position;
    }

    /// What became of records in all committed batches, those of earlier runs included.
    public Job.Counts counts() {
        return counts;
    }

    public void total(long records) {
        queries.total(job.id(), records);
    }

    /// Does a batch and moves the position with it, in one transaction that is to commit within a second.
    ///
    /// @param end the position after the batch
    /// @return false when the job was cancelled, or taken over because this node was thought dead, and
    ///     nothing was done
    /// @throws Stopping when this node is being stopped; the job goes on elsewhere
    public boolean batch(long end, Supplier<Job.Counts> work) {
        if (stopping.getAsBoolean()) {
            throw new Stopping();
        }
        var more = new AtomicReference<>(new Job.Counts(0, 0, 0, 0));
        boolean done = transactions.within(() -> {
            if (takesTurns) {
                queries.alone(job.kind());
            }
            if (!queries.holds(job.id(), run)) {
                return false;
            }
            more.set(work.get());
            queries.advance(job.id(), end, more.get());
            return true;
        });
        if (done) {
            position = end;
            counts = counts.and(more.get());
        }
        return done;
    }

    /// Ends a run between two batches.
    static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopping() {
            super("the node stops", null, false, false);
        }
    }
}
