package org.mainstay.request;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// What happens by itself: what was delivered long enough ago is closed, and what was counted is counted anew.
final class Upkeep {

    static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000034");

    private static final String NAME = "request_close";
    private static final int BATCH = 200;
    private static final Duration SENT = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LOOKED_FOR = Duration.ofDays(365);
    private static final Duration POPULAR = Duration.ofDays(180);

    private final RecordStore store;
    private final Course course;
    private final Installation installation;
    private final OrderQueries orders;
    private final OrderFileQueries files;
    private final DemandQueries demand;
    private final UsageQueries usage;
    private final Transactions transactions;
    private final RequestSettings settings;
    private final Clock clock;

    Upkeep(
            RecordStore store,
            Course course,
            Installation installation,
            OrderQueries orders,
            OrderFileQueries files,
            DemandQueries demand,
            UsageQueries usage,
            Transactions transactions,
            RequestSettings settings,
            Clock clock) {
        this.store = store;
        this.course = course;
        this.installation = installation;
        this.orders = orders;
        this.files = files;
        this.demand = demand;
        this.usage = usage;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// Each request in a transaction of its own; what somebody is just changing waits for the next round.
    ///
    /// @return whether there may be more
    boolean close() {
        var machine = new Actor.Machine(MACHINE, NAME, installation.organisation());
        var until = clock.instant().minus(settings.closeAfter());
        var due = Filter.all(
                Filter.is(RequestType.STATE, Request.State.FULFILLED),
                new Filter.Compare(Filter.Path.of(RequestType.FULFILLED_AT), Filter.Comparison.AT_MOST, until));
        var newest = Order.by(Order.descending(RequestType.ORDERED_AT));
        int closed = 0;
        for (var request : store.list(
                        machine,
                        RequestType.REQUEST,
                        Query.of(due).sorted(newest).limit(BATCH))
                .items()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            closed += close(machine, request) ? 1 : 0;
        }
        return closed == BATCH;
    }

    private boolean close(Actor machine, Snapshot request) {
        var plan = Plan.of(Cause.job(NAME));
        plan.edit(request).set(RequestType.STATE, Request.State.CLOSED);
        course.items(request.id()).forEach(it -> {
            if (it.need(RequestItemType.STATE) == Request.State.FULFILLED) {
                plan.edit(it).set(RequestItemType.STATE, Request.State.CLOSED);
            } else {
                plan.reliesOn(it);
            }
        });
        return store.save(machine, plan) instanceof Saved.Done;
    }

    void count() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.within(() -> {
            orders.forget(now.minus(SENT));
            files.forget(now.minus(KEPT));
            demand.forget(now.minus(LOOKED_FOR));
            demand.count(now.minus(POPULAR));
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            usage.expire(now.minus(settings.cartKept()), today);
            usage.fold(today);
            return true;
        });
    }
}
