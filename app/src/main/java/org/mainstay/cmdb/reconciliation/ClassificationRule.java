package org.mainstay.cmdb.reconciliation;

import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;

/// Says what unknown devices are. The first active rule by position that holds decides. Its descriptor is
/// [ClassificationRuleType].
///
/// @param condition on the device, in the filter language
/// @param itemClass code of the class that such devices have
public record ClassificationRule(
        UUID id, String name, long position, String condition, String itemClass, boolean active) {

    static ClassificationRule of(Snapshot it) {
        return new ClassificationRule(
                it.id(),
                it.need(ClassificationRuleType.NAME),
                it.need(ClassificationRuleType.POSITION),
                it.need(ClassificationRuleType.CONDITION),
                it.need(ClassificationRuleType.ITEM_CLASS),
                it.need(ClassificationRuleType.ACTIVE));
    }
}
