package org.mainstay.cmdb.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Problem;

/// What became of a delivery.
///
/// @param delivery its id, which is the operation in history
/// @param items in the order of the payload
/// @param refusedRelations by their index in the payload
/// @param milliseconds that it took
public record Report(
        UUID delivery,
        List<Taken> items,
        int relationsCreated,
        int relationsConfirmed,
        int relationsEnded,
        int retired,
        Map<Integer, List<Problem>> refusedRelations,
        long milliseconds) {

    public long count(Taken.Outcome outcome) {
        return items.stream().filter(it -> it.outcome() == outcome).count();
    }
}
