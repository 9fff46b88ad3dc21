package org.mainstay.change.risk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.Risk;
import org.mainstay.kernel.record.Snapshot;

/// What a fact means from a value on.
///
/// @param points that it counts
/// @param least class that the change has at least, whatever its points; null for none
record RiskRule(
        @Nullable UUID id,
        Fact fact,
        long threshold,
        long points,
        @Nullable Risk least) {

    static RiskRule of(Snapshot it) {
        return new RiskRule(
                it.id(),
                it.need(RiskRuleType.FACT),
                it.need(RiskRuleType.THRESHOLD),
                it.need(RiskRuleType.POINTS),
                it.get(RiskRuleType.LEAST));
    }
}
