package org.mainstay.change;

import java.time.Instant;
import org.mainstay.kernel.record.Snapshot;

/// Tells how risky a change is.
@FunctionalInterface
public interface RiskAssessor {

    /// The change with the risk that it has now, as it is planned.
    Snapshot assessed(Snapshot change, Instant now);
}
