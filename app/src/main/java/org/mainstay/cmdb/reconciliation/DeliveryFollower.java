package org.mainstay.cmdb.reconciliation;

import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// Hears, within the transaction of a delivery, what the delivery changed of what was there before; contributed as a
/// bean. A dry run is heard, too, and taken back with everything else.
public interface DeliveryFollower {

    /// @param items at most a chunk of a delivery, each once
    void follow(Delivery delivery, List<ItemChange> items, List<RelationChange> relations);

    /// An item that the delivery gave other values.
    ///
    /// @param before as it was
    /// @param values that are others now
    record ItemChange(Snapshot before, Values values) {}

    /// A relation that the delivery made begin or end.
    record RelationChange(UUID id, String type, UUID from, String fromClass, UUID to, String toClass, boolean begun) {}
}
