package org.mainstay.kernel.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One row of history: who did what to a record, when and why.
///
/// @param version the record's version after it; versions of a record are 1, 2, 3… without gaps
/// @param kind `save`, `delete`, `restore`, or the kind of a plan part (`comment`, `link`, …)
/// @param at when it happened
/// @param recordedAt when it was recorded, by the database's clock; strictly increasing per record
/// @param by person or machine actor
/// @param imported whether clocks, notifications and webhooks ignore it
/// @param changes for `save`: attribute code to `[old, new]` in the kinds' JSON form; null once purged
/// @param reasons why rules set values: attribute code to `{"key","arguments","record"}`
public record Entry(
        UUID record,
        String type,
        long version,
        String kind,
        Instant at,
        Instant recordedAt,
        UUID by,
        String causeKind,
        String causeName,
        @Nullable String causeId,
        UUID operation,
        boolean imported,
        @Nullable ObjectNode changes,
        @Nullable ObjectNode reasons) {

    /// The same entry telling of other changes.
    public Entry with(ObjectNode otherChanges, @Nullable ObjectNode otherReasons) {
        return new Entry(
                record,
                type,
                version,
                kind,
                at,
                recordedAt,
                by,
                causeKind,
                causeName,
                causeId,
                operation,
                imported,
                otherChanges,
                otherReasons);
    }
}
