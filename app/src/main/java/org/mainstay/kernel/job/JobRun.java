package org.mainstay.kernel.job;

import java.util.UUID;
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
        boolean done = transactions.within(() -> {
            if (takesTurns) {
                queries.alone(job.kind());
            }
            if (!queries.holds(job.id(), run)) {
                return false;
            }
            queries.advance(job.id(), end, work.get());
            return true;
        });
        if (done) {
            position = end;
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
