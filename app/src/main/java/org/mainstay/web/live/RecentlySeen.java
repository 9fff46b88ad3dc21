package org.mainstay.web.live;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// The records that somebody looked at last, on whatever node. Looks are written behind the answer, many at once; one
/// that cannot be written is forgotten.
public final class RecentlySeen {

    private static final Logger LOG = LoggerFactory.getLogger(RecentlySeen.class);
    private static final int KEPT = 40;
    /// A sign that nothing can be written: then looks are not gathered either.
    private static final int MOST = 10_000;

    private final RecentlySeenQueries queries;
    private final RecordStore store;
    private final Clock clock;
    private final Map<Look, Instant> pending = new ConcurrentHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    RecentlySeen(RecentlySeenQueries queries, RecordStore store, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.clock = clock;
    }

    private record Look(UUID person, UUID record) {}

    record Sight(UUID person, UUID record, Instant at) {}

    /// One that is shown.
    public record Seen(Label record, Instant at) {}

    public void note(Actor actor, UUID record) {
        if (actor instanceof Actor.Person person && pending.size() < MOST) {
            pending.put(new Look(person.id(), record), clock.instant());
            start();
        }
    }

    private void start() {
        if (!writing.getAndSet(true)) {
            Thread.ofVirtual().name("recently-seen").start(this::write);
        }
    }

    private void write() {
        boolean failed = false;
        try {
            while (!pending.isEmpty()) {
                var some = new HashMap<Look, Instant>();
                pending.forEach((look, at) -> {
                    if (pending.remove(look, at)) {
                        some.put(look, at);
                    }
                });
                var sights = new ArrayList<Sight>();
                some.forEach((look, at) -> sights.add(new Sight(look.person, look.record, at)));
                queries.seen(sights);
                some.keySet().stream().map(Look::person).distinct().forEach(it -> queries.keep(it, KEPT));
            }
        } catch (DataAccessException e) {
            LOG.debug("What was seen lately is not kept", e);
            failed = true;
        } finally {
            writing.set(false);
        }
        if (!failed && !pending.isEmpty()) {
            // noted after the last look at what is pending, by somebody who saw this one still writing
            start();
        }
    }

    /// Newest first; what the actor does not see any more is left out.
    public List<Seen> of(Actor actor, int limit) {
        var seen = queries.of(actor.id(), KEPT);
        var labels = store.labelsOfVisible(actor, seen.keySet());
        var shown = new ArrayList<Seen>();
        seen.forEach((record, at) -> {
            var label = labels.get(record);
            if (label != null && shown.size() < limit) {
                shown.add(new Seen(label, at));
            }
        });
        return shown;
    }
}
