package org.mainstay.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.mainstay.kernel.job.JobRun;

/// How a file of a known shape becomes records; contributed as a bean by the practice it is for.
public interface ImportProfile {

    /// Its code in requests.
    String name();

    /// The collection it imports into.
    String collection();

    /// What the file's columns are called, asked before it is accepted.
    ///
    /// @param content the file, unpacked
    /// @throws BadFile when the file is not of this shape
    List<String> columns(InputStream content) throws IOException;

    /// Imports what is left after the run's position. Called again after a crash, so everything outside
    /// of [JobRun#batch] must be repeatable. History rows carry the job's id as their operation.
    ///
    /// @param content the file, unpacked
    /// @throws BadFile when the file is not of this shape
    void run(InputStream content, ImportTerms terms, JobRun run) throws IOException;
}
