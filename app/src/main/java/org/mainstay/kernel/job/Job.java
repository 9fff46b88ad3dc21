package org.mainstay.kernel.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blob;
import tools.jackson.databind.JsonNode;

/// A job as it stands.
///
/// @param content the file it works on
/// @param position how many records it is through
/// @param total how many there are; null while nobody knows
/// @param error why it failed, for its owner
public record Job(
        UUID id,
        String kind,
        UUID owner,
        JsonNode payload,
        @Nullable Blob content,
        String state,
        long position,
        @Nullable Long total,
        Counts counts,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /// What became of records.
    public record Counts(long created, long changed, long unchanged, long refused) {

        public Counts and(Counts more) {
            return new Counts(
                    created + more.created, changed + more.changed, unchanged + more.unchanged, refused + more.refused);
        }
    }
}
