package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// Measures the items every quarter of an hour, and when somebody wants it; keeps the sums of each day.
final class Measuring {

    private static final String MANAGE = "cmdb:manage";
    private static final String SERVICE = "business_service";

    private static final Duration EVERY = Duration.ofMinutes(15);

    /// So many days can be compared with.
    private static final int DAYS = 400;

    private final List<Measure> contributed;
    private final HealthDefinitions definitions;
    private final RoundQueries queries;
    private final HealthQueries kept;
    private final RecordStore store;
    private final Dependencies dependencies;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable Round round;

    Measuring(
            List<Measure> contributed,
            HealthDefinitions definitions,
            RoundQueries queries,
            HealthQueries kept,
            RecordStore store,
            Dependencies dependencies,
            Transactions transactions,
            Clock clock) {
        this.contributed = contributed;
        this.definitions = definitions;
        this.queries = queries;
        this.kept = kept;
        this.store = store;
        this.dependencies = dependencies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The measures that are active and that somebody knows how to measure, in their order.
    Map<HealthMeasure, Measure> measures() {
        var measures = new LinkedHashMap<HealthMeasure, Measure>();
        for (var known : definitions.measures()) {
            contributed.stream()
                    .filter(it -> it.code().equals(known.code()))
                    .findFirst()
                    .ifPresent(it -> measures.put(known, it));
        }
        return measures;
    }

    /// A part of the round that is due.
    ///
    /// @return whether there is more
    synchronized boolean step() {
        var now = round;
        if (now == null) {
            if (!due()) {
                return false;
            }
            now = begin();
        }
        // a part that fails ends its round; the next one begins anew
        round = null;
        boolean more = now.next();
        round = more ? now : null;
        return more;
    }

    private boolean due() {
        var state = queries.state();
        var wanted = state.wantedAt();
        var began = state.beganAt();
        if (wanted != null && (began == null || began.isBefore(wanted))) {
            return true;
        }
        var measured = state.measuredAt();
        return measured == null || !measured.plus(EVERY).isAfter(clock.instant());
    }

    /// Has everything measured as soon as may be, if the actor may say so.
    Decision want(Actor actor) {
        if (!actor.may(MANAGE)) {
            return Decision.denied("kernel.access.permission_needed", MANAGE);
        }
        queries.wanted(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Decision.allowed("kernel.access.permission", MANAGE);
    }

    Round begin() {
        return new Round(measures(), definitions.within(SERVICE), queries, store, dependencies, transactions, clock);
    }

    /// All of it, here and now.
    void measure() {
        var whole = begin();
        while (whole.next()) {}
    }

    /// Keeps the sums of the day as they are, once a day, and forgets old days.
    void keep() {
        var state = queries.state();
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (state.measuredAt() instanceof Instant at
                && at.atZone(ZoneOffset.UTC).toLocalDate().equals(today)) {
            transactions.within(() -> {
                kept.keep(today);
                kept.forget(today.minusDays(DAYS));
                return true;
            });
        }
    }
}
