package org.mainstay.incident;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// All incidents that match, newest first, a page at a time, so that work on one may take its time; ends
/// early when the thread is interrupted.
record Pages(RecordStore store, Actor actor, Filter filter) implements Iterable<Snapshot> {

    private static final Order NEWEST = Order.by(Order.descending(IncidentType.OPENED_AT));
    private static final int PAGE = 200;

    @Override
    public Iterator<Snapshot> iterator() {
        return new Walk();
    }

    private final class Walk implements Iterator<Snapshot> {

        private final Deque<Snapshot> page = new ArrayDeque<>();
        private @Nullable String cursor;
        private boolean last;

        @Override
        public boolean hasNext() {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (page.isEmpty() && !last) {
                var query = Query.of(filter).sorted(NEWEST).limit(PAGE).after(cursor);
                var next = store.list(actor, IncidentType.INCIDENT, query);
                page.addAll(next.items());
                cursor = next.next();
                last = cursor == null;
            }
            return !page.isEmpty();
        }

        @Override
        public Snapshot next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.removeFirst();
        }
    }
}
