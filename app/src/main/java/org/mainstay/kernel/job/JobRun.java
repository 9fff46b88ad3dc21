package org.mainstay.kernel.job;

import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.kernel.store.Transactions;

/// One run of a job on one node.
public final class JobRun {

    private final Job job;
    private final JobQueries queries;
    private final Transactions transactions;
    private long position;

    JobRun(Job job, JobQueries queries, Transactions transactions) {
        this.job = job;
        this.queries = queries;
        this.transactions = transactions;
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
    /// @return false when the job was cancelled and nothing was done
    public boolean batch(long end, Supplier<Job.Counts> work) {
        boolean done = transactions.within(() -> {
            if (!queries.running(job.id())) {
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
}
