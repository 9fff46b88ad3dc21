package org.mainstay.cmdb.drift;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.mainstay.cmdb.drift.Drift.State;
import org.mainstay.cmdb.drift.DriftLine.Standing;
import org.mainstay.cmdb.reconciliation.Delivery;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at what flapped and has been quiet for a day: where it came to rest otherwise than it was, it is in the inbox
/// again; where it is as it was, it is over.
final class DriftSettling {

    private static final Logger LOG = LoggerFactory.getLogger(DriftSettling.class);

    private static final String NAME = "drift_settling";
    private static final int BATCH = 100;

    private final RecordStore store;
    private final DriftQueries queries;
    private final Transactions transactions;
    private final Installation installation;
    private final Clock clock;

    DriftSettling(
            RecordStore store,
            DriftQueries queries,
            Transactions transactions,
            Installation installation,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.transactions = transactions;
        this.installation = installation;
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean run() {
        var actor = new Actor.Machine(Delivery.MACHINE, NAME, installation.organisation());
        var quiet = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(DriftBook.QUIET);
        var calm = queries.calm(quiet, BATCH);
        int settled = 0;
        for (var drift : calm) {
            settled += transactions.within(() -> settle(actor, drift, quiet)) ? 1 : 0;
        }
        return calm.size() == BATCH && settled > 0;
    }

    private boolean settle(Actor actor, UUID id, Instant quiet) {
        queries.holdDrift(id);
        var drift = store.get(actor, DriftType.DRIFT, id).orElse(null);
        if (drift == null || drift.need(DriftType.STATE) != State.OPEN) {
            return false;
        }
        var before = queries.lines(id, Integer.MAX_VALUE);
        var lines = before.stream()
                .map(it -> it.standing() == Standing.FLAPPING && it.lastAt().isBefore(quiet) ? atRest(it) : it)
                .toList();
        var rested = lines.stream().filter(it -> !before.contains(it)).toList();
        if (rested.isEmpty()) {
            return false;
        }
        var plan = Plan.of(Cause.job(NAME));
        plan.edit(drift)
                .set(DriftType.STATE, DriftLine.state(lines))
                .set(DriftType.FLAPPING, DriftLine.flapping(lines))
                .set(DriftType.CHANGES, DriftLine.changes(lines));
        if (store.save(actor, plan) instanceof Saved.Done) {
            queries.save(rested);
            return true;
        }
        LOG.warn("{} cannot be settled", drift.number());
        return false;
    }

    private static DriftLine atRest(DriftLine line) {
        return line.standing(DriftLine.same(line.before(), line.after()) ? Standing.REVERSED : Standing.OPEN);
    }
}
