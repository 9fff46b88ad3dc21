package org.mainstay.cmdb.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// Something that tells about items: agents, scans, files, another system. Its descriptor is [DiscoverySourceType].
///
/// @param organisation whose items it tells about
/// @param rank the lower, the rather it is believed where no precedence rule says otherwise
/// @param freshDays what it said longer ago counts less than what any fresh source says; null for never
public record DiscoverySource(
        UUID id,
        String number,
        String name,
        Sort kind,
        UUID organisation,
        long rank,
        @Nullable Long freshDays,
        boolean active) {

    public enum Sort {
        /// Agents that call `/inventory/{token}`.
        INVENTORY,
        /// Scans of networks.
        SCAN,
        /// Tables and documents with a mapping.
        FILE,
        /// Programs that deliver payloads.
        API
    }

    public static DiscoverySource of(Snapshot it) {
        return new DiscoverySource(
                it.id(),
                it.number(),
                it.need(DiscoverySourceType.NAME),
                it.need(DiscoverySourceType.KIND),
                it.organisation(),
                it.need(DiscoverySourceType.RANK),
                it.get(DiscoverySourceType.FRESH_DAYS),
                it.need(DiscoverySourceType.ACTIVE));
    }
}
