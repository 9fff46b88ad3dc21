package org.mainstay.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.request.Orders;
import org.mainstay.request.RequestItemType;
import org.mainstay.request.RequestType;
import org.mainstay.request.TaskType;
import tools.jackson.databind.node.JsonNodeFactory;

/// Two years of requests of all customers, and some that wait for approval: these are ordered like any other. The same
/// for the same count on the same day.
final class Orderings {

    private static final int BATCH = 250;
    private static final int WRITERS = 2;
    private static final int OF_REQUESTER = 12;

    /// One of so many requests waits for approval.
    private static final int WAITING = 300;

    private static final Cause CAUSE = new Cause(Cause.Sort.IMPORT, "fill", null);

    private final RecordStore store;
    private final BulkDoor bulk;
    private final Orders orders;
    private final Actors actors;
    private final Customers customers;
    private final List<Emporium.Offered> offered;
    private final Instant now;

    Orderings(
            RecordStore store,
            BulkDoor bulk,
            Orders orders,
            Actors actors,
            Customers customers,
            List<Emporium.Offered> offered,
            Instant now) {
        this.store = store;
        this.bulk = bulk;
        this.orders = orders;
        this.actors = actors;
        this.customers = customers;
        this.offered = offered;
        this.now = now;
    }

    void grow(int count) throws InterruptedException, ExecutionException {
        var purchases = new Purchases(customers, offered, now, count);
        boolean owned = store.count(
                                customers.company().system(),
                                RequestType.REQUEST,
                                Filter.is(RequestType.REQUESTER, customers.requester()))
                        .value()
                > 0;
        int every = Math.max(1, count / OF_REQUESTER);
        var work = new ArrayList<Callable<Integer>>();
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            int until = Math.min(from + BATCH, count);
            work.add(() -> write(purchases, first, until, owned ? 0 : every));
        }
        var dear = offered.stream()
                .filter(it -> it.article().sort().dear() && !it.article().conditioned())
                .toList();
        for (int i = 0; i <= count / WAITING; i++) {
            int index = i;
            work.add(() -> ask(dear, index));
        }
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var one : writers.invokeAll(work)) {
                one.get();
            }
        }
    }

    /// @param every how many there are between two of the requester's; 0 for none of theirs
    private int write(Purchases purchases, int from, int until, int every) {
        var told = new Purchases.Told();
        for (int i = from; i < until; i++) {
            boolean requesters = every > 0 && i % every == every - 1 && i / every < OF_REQUESTER;
            purchases.tell(i, requesters ? customers.requester() : null, told);
        }
        write(RequestType.REQUEST, told.requests());
        write(RequestItemType.REQUEST_ITEM, told.items());
        write(TaskType.TASK, told.tasks());
        write(ApprovalType.APPROVAL, told.approvals());
        return until - from;
    }

    private void write(RecordType<?> type, List<BulkRecord> records) {
        var result = bulk.write(customers.company().system(), type, CAUSE, false, records);
        if (!result.refused().isEmpty()) {
            throw new IllegalStateException("requests were refused: " + result.refused());
        }
    }

    /// An agent orders something dear for one of their customer's people, whose manager is asked.
    private int ask(List<Emporium.Offered> dear, int index) {
        var random = new SplittableRandom(index);
        var customer = customers.all().get(index % customers.all().size());
        UUID whom;
        do {
            whom = customer.callers().get(random.nextInt(1, customer.callers().size()));
        } while (customer.managers().contains(whom));
        var agent = customer.groups().getFirst().agents().getFirst();
        var wish = new Orders.Wish(
                dear.get(random.nextInt(dear.size())).item(), 1, List.of(whom), JsonNodeFactory.instance.objectNode());
        var outcome = orders.order(actors.of(agent), List.of(wish));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("nothing was ordered: " + outcome);
        }
        return 1;
    }
}
