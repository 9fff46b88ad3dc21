package org.mainstay.cmdb;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// Something that work is about and that somebody looks after.
///
/// @param itemClass code of its class
public record ConfigurationItem(
        UUID id,
        String name,
        String itemClass,
        Status status,
        @Nullable UUID owner,
        @Nullable UUID supportGroup) {

    public enum Status {
        PLANNED,
        OPERATIONAL,
        IN_MAINTENANCE,
        RETIRED
    }

    public enum Environment {
        PRODUCTION,
        TEST,
        DEVELOPMENT
    }

    public enum Criticality {
        HIGH,
        MEDIUM,
        LOW
    }

    public static ConfigurationItem of(Snapshot it) {
        return new ConfigurationItem(
                it.id(),
                it.need(ConfigurationItemType.NAME),
                it.need(ConfigurationItemType.CLASS),
                it.need(ConfigurationItemType.STATUS),
                it.get(ConfigurationItemType.OWNER),
                it.get(ConfigurationItemType.SUPPORT_GROUP));
    }
}
