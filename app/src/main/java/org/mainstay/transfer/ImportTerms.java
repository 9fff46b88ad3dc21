package org.mainstay.transfer;

import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;

/// What a profile is asked for.
///
/// @param actor for whom it imports
/// @param organisation of everything it creates
/// @param dry whether nothing is to be written
/// @param refusing where rows that are not taken go
public record ImportTerms(Actor actor, UUID organisation, boolean dry, Refusing refusing) {

    /// Keeps rows that are not taken for whoever sent them. To be called within [org.mainstay.kernel.job.JobRun#batch].
    @FunctionalInterface
    public interface Refusing {

        /// @param n place of the row in the file, from 0
        /// @param line where it begins, from 1
        /// @param fields as they were written, in the order of the columns
        void refuse(long n, long line, String number, List<Problem> problems, List<String> fields);
    }
}
