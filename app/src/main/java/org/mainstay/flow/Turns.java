package org.mainstay.flow;

import java.time.Instant;
import java.util.function.Supplier;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.process.ProcessTokens;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;

/// What turns of runs are made with.
record Turns(
        FlowQueries queries,
        ProcessTokens engine,
        FlowVersions versions,
        FlowTerms terms,
        Works works,
        CallQueries calls,
        Approvals approvals,
        Wording wording,
        Reasons reasons,
        RecordStore store,
        Supplier<Actor> machine) {

    Turn of(Run run, Instant now) {
        return new Turn(this, run, now);
    }
}
