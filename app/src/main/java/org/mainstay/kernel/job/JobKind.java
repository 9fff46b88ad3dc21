package org.mainstay.kernel.job;

/// A kind of long work, contributed as a bean.
public interface JobKind {

    /// Its code, as stored.
    String kind();

    /// Whether batches of its jobs take turns, because what one of them brings, the next one is to find.
    boolean takesTurns();

    /// Does what is left of the job, batch by batch through [JobRun#batch]; called again from the last
    /// committed position after a crash.
    ///
    /// @throws Exception ends the job as failed; what was committed stays
    void run(JobRun run) throws Exception;
}
