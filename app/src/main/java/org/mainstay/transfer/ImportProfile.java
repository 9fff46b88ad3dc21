package org.mainstay.transfer;

import java.io.IOException;
import java.io.InputStream;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Actor;

/// How a file of a known shape becomes records; contributed as a bean by the practice it is for.
public interface ImportProfile {

    /// Its code in requests.
    String name();

    /// The collection it imports into.
    String collection();

    /// Imports what is left after the run's position. Called again after a crash, so everything outside
    /// of [JobRun#batch] must be repeatable.
    ///
    /// @param content the file, unpacked
    /// @param actor for whom
    /// @throws JobRefused when the file is not of this shape
    void run(InputStream content, Actor actor, JobRun run) throws IOException, JobRefused;
}
