package org.mainstay.cmdb.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// One way to tell which item is meant. Rules of a class are tried by position; a class with rules of its own does
/// without the general ones. Its descriptor is [IdentificationRuleType].
///
/// @param itemClass code of the class it is for, with those below it; null for a general rule
/// @param identifier the kind of identifier that has to be equal
public record IdentificationRule(UUID id, @Nullable String itemClass, long position, String identifier) {

    static IdentificationRule of(Snapshot it) {
        return new IdentificationRule(
                it.id(),
                it.get(IdentificationRuleType.ITEM_CLASS),
                it.need(IdentificationRuleType.POSITION),
                it.need(IdentificationRuleType.IDENTIFIER));
    }
}
