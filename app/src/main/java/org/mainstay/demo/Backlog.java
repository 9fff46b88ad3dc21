package org.mainstay.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.RecordStore;

/// Two years of incidents of all customers, with five history rows each or thereabouts; one in five is
/// still open, most of them young. The same for the same count on the same day.
final class Backlog {

    private static final int BATCH = 500;
    private static final int WRITERS = 2;
    private static final int SEVERAL = 5_000;
    private static final int OF_REQUESTER = 12;
    private static final Cause CAUSE = new Cause(Cause.Sort.IMPORT, "fill", null);

    private final RecordStore store;
    private final BulkDoor bulk;
    private final Customers customers;
    private final Instant now;

    /// Numbers to ask for.
    ///
    /// @param ofAgent some of what [Customers#AGENT] sees
    /// @param inProgress those of them that are being worked on
    record Numbers(List<String> ofAgent, List<String> inProgress) {}

    Backlog(RecordStore store, BulkDoor bulk, Customers customers, Instant now) {
        this.store = store;
        this.bulk = bulk;
        this.customers = customers;
        this.now = now;
    }

    Numbers grow(int count) throws InterruptedException, ExecutionException {
        var tellers = new Stories(customers, now, count);
        boolean owned = store.count(
                                customers.company().system(),
                                IncidentType.INCIDENT,
                                Filter.is(IncidentType.CALLER, customers.requester()))
                        .value()
                > 0;
        var batches = new ArrayList<Callable<Numbers>>();
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            int until = Math.min(from + BATCH, count);
            batches.add(() -> write(tellers, first, until, owned ? count : Math.max(1, count / OF_REQUESTER)));
        }
        var numbers = new Numbers(new ArrayList<>(), new ArrayList<>());
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var batch : writers.invokeAll(batches)) {
                keep(numbers.ofAgent, batch.get().ofAgent);
                keep(numbers.inProgress, batch.get().inProgress);
            }
        }
        return numbers;
    }

    private static void keep(List<String> kept, List<String> more) {
        kept.addAll(more.subList(0, Math.min(more.size(), SEVERAL - kept.size())));
    }

    /// @param every how many there are between two of the requester's
    private Numbers write(Stories tellers, int from, int until, int every) {
        var stories = new HashMap<UUID, Stories.Story>();
        var records = new ArrayList<Stories.Story>();
        for (int i = from; i < until; i++) {
            boolean requesters = i % every == every - 1 && i / every < OF_REQUESTER && every < tellers.count();
            var story = tellers.tell(i, requesters ? customers.requester() : null);
            records.add(story);
            stories.put(story.record().id(), story);
        }
        var result = bulk.write(
                customers.company().system(),
                IncidentType.INCIDENT,
                CAUSE,
                false,
                records.stream().map(Stories.Story::record).toList());
        if (!result.refused().isEmpty()) {
            throw new IllegalStateException("incidents were refused: " + result.refused());
        }
        var numbers = new Numbers(new ArrayList<>(), new ArrayList<>());
        result.written().forEach(it -> {
            var story = stories.get(it.id());
            if (story != null && story.seenByAgent()) {
                numbers.ofAgent.add(it.number());
                if (story.inProgress()) {
                    numbers.inProgress.add(it.number());
                }
            }
        });
        return numbers;
    }
}
