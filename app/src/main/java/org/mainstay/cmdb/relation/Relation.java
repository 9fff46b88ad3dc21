package org.mainstay.cmdb.relation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// One item has to do with another: *from* depends on *to*. Its descriptor is [Relations].
///
/// @param redundancy names those relations of the same *from* and type that stand in for each other
/// @param needed so many of them have to work for *from* to work; null where nothing stands in
/// @param validTo when it ended; null while it holds
public record Relation(
        UUID id,
        String type,
        UUID from,
        UUID to,
        @Nullable String redundancy,
        @Nullable Long needed,
        Instant validFrom,
        @Nullable Instant validTo) {

    static Relation of(Snapshot it) {
        return new Relation(
                it.id(),
                it.need(Relations.TYPE),
                it.need(Relations.FROM),
                it.need(Relations.TO),
                it.get(Relations.REDUNDANCY),
                it.get(Relations.NEEDED),
                it.need(Relations.VALID_FROM),
                it.get(Relations.VALID_TO));
    }
}
