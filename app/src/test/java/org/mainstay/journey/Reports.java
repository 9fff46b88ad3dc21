package org.mainstay.journey;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;

/// Incidents that sam has reported before a journey begins.
record Reports(RecordStore store, Cast cast) {

    Snapshot incident(String title, Actor caller) {
        var plan = Plan.of(Cause.CREATED);
        var created = plan.create(IncidentType.INCIDENT);
        created.values().set(IncidentType.TITLE, title).set(IncidentType.CALLER, caller.id());
        assertInstanceOf(Saved.Done.class, store.save(cast.sam(), plan));
        return store.get(cast.sam(), IncidentType.INCIDENT, created.id()).orElseThrow();
    }

    static String path(Snapshot incident) {
        return "/incidents/" + incident.number();
    }
}
