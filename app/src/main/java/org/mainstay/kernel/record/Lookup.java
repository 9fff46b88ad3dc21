package org.mainstay.kernel.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What rules and actions may read while they decide: as the actor sees it.
public interface Lookup {

    Optional<Snapshot> get(RecordType<?> type, UUID id);

    /// The record as it was at the instant; empty before its creation.
    Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant);

    /// @param filter in the filter language
    /// @param limit at most 1,000
    List<Snapshot> list(RecordType<?> type, String filter, int limit);
}
