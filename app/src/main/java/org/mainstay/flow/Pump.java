package org.mainstay.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.mainstay.kernel.process.ProcessTokens;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves runs on. All that a run is told lies in rows, so nothing is lost when a node dies; one transaction takes these
/// rows, moves the engine's tokens and saves what comes of it, so nothing happens twice either. A run is held while it
/// is moved, on whichever node.
final class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final int TOGETHER = 200;

    private final FlowQueries queries;
    private final ProcessTokens engine;
    private final Turns turns;
    private final Reasons reasons;
    private final Transactions transactions;
    private final Clock clock;

    Pump(
            FlowQueries queries,
            ProcessTokens engine,
            Turns turns,
            Reasons reasons,
            Transactions transactions,
            Clock clock) {
        this.queries = queries;
        this.engine = engine;
        this.turns = turns;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Moves what has to be moved now. The engine starts with the first run that has to.
    ///
    /// @return whether there may be more
    boolean round() {
        var due = queries.due(now(), TOGETHER);
        if (!due.isEmpty()) {
            engine.start();
        }
        int moved = 0;
        for (var run : due) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            moved += move(run) ? 1 : 0;
        }
        return moved > 0 && due.size() == TOGETHER;
    }

    /// @return whether it was moved here: not, where another node is at it
    boolean move(UUID run) {
        try {
            return transactions.within(() -> {
                var held = queries.hold(run);
                held.ifPresent(it -> turns.of(it, now()).take(queries.take(run)));
                return held.isPresent();
            });
        } catch (RuntimeException e) {
            LOG.error("Run {} could not be moved; somebody has to look at it", run, e);
            return stop(run);
        }
    }

    /// What cannot be moved is not tried again by itself: what it had to be told is gone, its steps can be retried.
    private boolean stop(UUID run) {
        return transactions.within(() -> {
            var held = queries.hold(run);
            held.ifPresent(it -> {
                var lost = queries.take(run);
                turns.of(it, now()).stopped(lost, reasons.of(Message.of("flow.run.broken")));
            });
            return held.isPresent();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
