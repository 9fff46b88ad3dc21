package org.mainstay.cmdb.health;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// A condition that items have to meet. Its descriptor is [ComplianceRuleType].
///
/// @param itemClass those below it included; null for all
/// @param condition in the filter language
public record ComplianceRule(UUID id, String name, @Nullable String itemClass, String condition, boolean active) {

    static ComplianceRule of(Snapshot it) {
        return new ComplianceRule(
                it.id(),
                it.need(ComplianceRuleType.NAME),
                it.get(ComplianceRuleType.ITEM_CLASS),
                it.need(ComplianceRuleType.CONDITION),
                it.need(ComplianceRuleType.ACTIVE));
    }
}
