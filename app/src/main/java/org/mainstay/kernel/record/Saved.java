package org.mainstay.kernel.record;

import java.util.List;
import java.util.UUID;

/// What became of a plan.
public sealed interface Saved {

    /// All of it is committed (or, within a caller's transaction, written).
    ///
    /// @param operation the plan's operation
    /// @param records id and new version of every record it wrote, in the plan's order
    record Done(UUID operation, List<Written> records) implements Saved {

        public Written first() {
            return records.getFirst();
        }
    }

    /// Nothing was written: the plan is not allowed or not valid.
    record Refused(List<Problem> problems) implements Saved {}

    /// Nothing was written: a record has changed since the plan was made.
    ///
    /// @param id the record; its current state is to be read again
    record Stale(UUID id) implements Saved {}

    /// @param number the record's number
    /// @param changed false when the plan asked for what already was
    record Written(UUID id, String number, long version, boolean changed) {}
}
