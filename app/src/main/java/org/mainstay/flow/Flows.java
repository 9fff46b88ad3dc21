package org.mainstay.flow;

import java.util.UUID;

/// What other modules ask of flows.
public final class Flows {

    private final FlowQueries queries;

    Flows(FlowQueries queries) {
        this.queries = queries;
    }

    /// Whether a flow has begun for the record, however far it has come.
    public boolean begun(UUID record) {
        return queries.begunFor(record);
    }
}
