package org.mainstay.incident;

import java.time.Clock;
import java.util.UUID;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;

/// Closes what has been resolved long enough without anybody objecting.
final class AutoClose {

    static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private static final String NAME = "auto_close";

    private final RecordStore store;
    private final Installation installation;
    private final IncidentSettings settings;
    private final Clock clock;

    AutoClose(RecordStore store, Installation installation, IncidentSettings settings, Clock clock) {
        this.store = store;
        this.installation = installation;
        this.settings = settings;
        this.clock = clock;
    }

    /// Each incident in a transaction of its own; what somebody else is just changing waits for the next
    /// run.
    ///
    /// @return how many it closed
    int run() {
        var machine = new Actor.Machine(MACHINE, NAME, installation.organisation());
        var until = clock.instant().minus(settings.closeAfter());
        var due = Filter.all(
                Filter.is(IncidentType.STATE, State.RESOLVED),
                new Filter.Compare(Filter.Path.of(IncidentType.RESOLVED_AT), Filter.Comparison.AT_MOST, until));
        int closed = 0;
        for (Snapshot incident : new Pages(store, machine, due)) {
            closed += close(machine, incident) ? 1 : 0;
        }
        return closed;
    }

    private boolean close(Actor machine, Snapshot incident) {
        var plan = Plan.of(Cause.job(NAME));
        plan.edit(incident).set(IncidentType.STATE, State.CLOSED);
        return store.save(machine, plan) instanceof Saved.Done;
    }
}
