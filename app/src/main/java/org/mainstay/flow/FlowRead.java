package org.mainstay.flow;

import java.util.List;

/// What came of reading a flow.
public sealed interface FlowRead {

    record Good(FlowDocument document) implements FlowRead {}

    /// @param faults at least one
    record Bad(List<Fault> faults) implements FlowRead {}
}
