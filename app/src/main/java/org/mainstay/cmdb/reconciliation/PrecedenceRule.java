package org.mainstay.cmdb.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// How much a source is believed. Of the rules that fit, the one for the attribute counts before one for all
/// attributes, then the one for the nearest class. Its descriptor is [PrecedenceRuleType].
///
/// @param itemClass code of the class it is for, with those below it; null for every class
/// @param attribute null for every attribute
/// @param source null for what people enter
/// @param rank the lower, the rather it is believed
/// @param freshDays after so many days without being said again it counts less than whatever is fresh; null for never
public record PrecedenceRule(
        UUID id,
        @Nullable String itemClass,
        @Nullable String attribute,
        @Nullable UUID source,
        long rank,
        @Nullable Long freshDays) {

    static PrecedenceRule of(Snapshot it) {
        return new PrecedenceRule(
                it.id(),
                it.get(PrecedenceRuleType.ITEM_CLASS),
                it.get(PrecedenceRuleType.ATTRIBUTE),
                it.get(PrecedenceRuleType.SOURCE),
                it.need(PrecedenceRuleType.RANK),
                it.get(PrecedenceRuleType.FRESH_DAYS));
    }
}
