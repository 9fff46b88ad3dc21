package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;

/// A record with its past, to be written by the bulk door.
///
/// @param number for types with codes of their own, else null
/// @param versions at least one: the first creates, each further one is one history row with what it
///     changes
public record BulkRecord(UUID id, @Nullable String number, List<Step.ExternalKey> keys, List<Version> versions) {

    public static BulkRecord of(@Nullable String number, List<Step.ExternalKey> keys, List<Version> versions) {
        return new BulkRecord(Plan.newId(), number, keys, versions);
    }

    /// @param at when it happened
    /// @param by who did it
    /// @param values what it sets; may be what already was, or nothing
    /// @param cause name of the cause, for example the profile's event
    /// @param reasons why values are as they are, by attribute code
    public record Version(Instant at, UUID by, Values values, String cause, Map<String, Draft.Reason> reasons) {

        public static Version of(Instant at, UUID by, Values values) {
            return new Version(at, by, values, "import", Map.of());
        }
    }
}
