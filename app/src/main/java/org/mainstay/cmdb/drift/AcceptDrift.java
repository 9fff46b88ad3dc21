package org.mainstay.cmdb.drift;

import java.util.List;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;

/// It is right as it is now: what is found otherwise from here on is drift of its own.
record AcceptDrift() implements Action<Drift> {

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(DriftType.NOTE);
    }

    @Override
    public List<String> changes() {
        return List.of("state", "decided_at", "decided_by");
    }

    @Override
    public Decision permits(Drift drift, Acting acting) {
        return open(drift, acting);
    }

    static Decision open(Drift drift, Acting acting) {
        return drift.state() == State.OPEN
                ? DriftAccess.decides(acting.actor(), acting.subject().organisation(), drift.group())
                : Decision.denied("drift.permits.decided");
    }

    @Override
    public Plan apply(Drift drift, Acting acting) {
        return decided(acting.plan(this), acting, State.ACCEPTED);
    }

    static Plan decided(Plan plan, Acting acting, State state) {
        plan.edit(acting.subject())
                .set(DriftType.STATE, state)
                .set(DriftType.DECIDED_AT, acting.now())
                .set(DriftType.DECIDED_BY, acting.actor().id());
        return plan;
    }

    @Override
    public int rank() {
        return 10;
    }
}
