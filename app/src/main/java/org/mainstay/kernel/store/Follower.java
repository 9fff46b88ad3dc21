package org.mainstay.kernel.store;

import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Snapshot;

/// Keeps rows of a module's own in step with the records of one type; a bean of the module that owns the rows.
public interface Follower {

    /// Code of the record type.
    String type();

    /// The statements that follow from what was just written, run in the same transaction. Where one breaks a
    /// constraint, what was written is refused.
    ///
    /// @param changes of records of the type
    List<RowCountQuery> follow(List<Change> changes, Cause cause);

    /// @param before null where the record is new or was deleted until now
    /// @param after null where it is deleted
    record Change(
            UUID id, @Nullable Snapshot before, @Nullable Snapshot after) {}
}
