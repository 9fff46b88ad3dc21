package org.mainstay.kernel.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What rules and actions may read while they decide: as the actor sees it.
public interface Lookup {

    /// Also as the same plan or batch will have left it, as far as it has come.
    Optional<Snapshot> get(RecordType<?> type, UUID id);

    /// The record as it was at the instant; empty before its creation.
    Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant);

    /// The records of the type whose attributes have just these values, in no particular order; those that the
    /// same plan or batch has come to before are among them.
    ///
    /// @param values of columns; null where the attribute is to be empty
    /// @param limit at most 1,000
    List<Snapshot> having(RecordType<?> type, Values values, int limit);

    /// What is saved and matches.
    ///
    /// @param filter in the filter language
    /// @param limit at most 1,000
    List<Snapshot> list(RecordType<?> type, String filter, int limit);
}
