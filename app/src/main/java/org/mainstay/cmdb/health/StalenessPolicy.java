package org.mainstay.cmdb.health;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// What becomes of items that nobody confirmed for so many days. Its descriptor is [StalenessPolicyType].
///
/// @param itemClass those below it included; null for all
/// @param source whose word alone counts; null for any source's and people's
/// @param atMost so many open tasks it keeps at a time
public record StalenessPolicy(
        UUID id,
        String name,
        @Nullable String itemClass,
        @Nullable UUID source,
        long verifyAfter,
        boolean retires,
        @Nullable Long retireAfter,
        boolean archives,
        @Nullable Long archiveAfter,
        long atMost,
        boolean active) {

    static StalenessPolicy of(Snapshot it) {
        return new StalenessPolicy(
                it.id(),
                it.need(StalenessPolicyType.NAME),
                it.get(StalenessPolicyType.ITEM_CLASS),
                it.get(StalenessPolicyType.SOURCE),
                it.need(StalenessPolicyType.VERIFY_AFTER),
                it.need(StalenessPolicyType.RETIRES),
                it.get(StalenessPolicyType.RETIRE_AFTER),
                it.need(StalenessPolicyType.ARCHIVES),
                it.get(StalenessPolicyType.ARCHIVE_AFTER),
                it.need(StalenessPolicyType.AT_MOST),
                it.need(StalenessPolicyType.ACTIVE));
    }

    /// What nobody confirmed since then is stale.
    Instant verifyBefore(Instant now) {
        return now.minus(Duration.ofDays(verifyAfter));
    }
}
