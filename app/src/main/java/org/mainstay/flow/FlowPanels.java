package org.mainstay.flow;

import org.mainstay.web.Panel;

/// The part of a record's page that shows where its flow is; a bean of the module that connects its type, which has the
/// page, too.
public final class FlowPanels {

    private FlowPanels() {}

    /// @param type code of the record type
    public static Panel of(String type) {
        return new Panel(7, type, "flow.run", "flow", "", true);
    }
}
