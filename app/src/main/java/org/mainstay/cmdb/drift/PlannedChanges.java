package org.mainstay.cmdb.drift;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Knows which items something is planned for; contributed as a bean by the practice of changes. What a source finds
/// changed on such an item is not drift. Without one, nothing is planned.
public interface PlannedChanges {

    /// Those of the items on which a change record was open at the instant. Asked once for all items of a batch, within
    /// the transaction of a delivery; no access is applied.
    Set<UUID> open(Collection<UUID> items, Instant at);
}
