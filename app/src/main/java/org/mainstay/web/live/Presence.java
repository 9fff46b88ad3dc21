package org.mainstay.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Who else looks at a record and who is writing there, on whatever node. However many look, a node asks for it
/// once in two seconds. Nobody depends on it: what cannot be read or written now is left out.
final class Presence {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private static final Duration PAGE = Duration.ofSeconds(75);
    private static final Duration WORD = Duration.ofSeconds(12);
    private static final long FRESH = Duration.ofSeconds(2).toNanos();
    private static final long SWEPT = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 10_000;
    private static final int NAMED = 3;

    private final PresenceQueries queries;
    private final RecordStore store;
    private final Messages messages;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Map<UUID, List<Here>> known = Map.of();
    private volatile long read = System.nanoTime() - FRESH;
    private volatile long swept = System.nanoTime();

    Presence(PresenceQueries queries, RecordStore store, Messages messages) {
        this.queries = queries;
        this.store = store;
        this.messages = messages;
    }

    /// What somebody writes, from the least telling on.
    enum Writing {
        VALUE,
        COMMENT,
        NOTE
    }

    /// @param writing null for nothing
    record Here(UUID record, UUID person, @Nullable Writing writing) {}

    /// A page that is open until it is closed.
    interface Page extends AutoCloseable {

        @Override
        void close();
    }

    Page open(UUID record, UUID person) {
        var page = UUID.randomUUID();
        quietly(() -> queries.open(page, record, person, PAGE));
        return () -> quietly(() -> queries.close(page));
    }

    /// @param what null for nothing any more
    void writes(UUID record, UUID person, @Nullable Writing what) {
        quietly(() -> queries.writes(record, person, what, WORD));
    }

    /// Who else is there, as far as the actor, who sees the record, may know. Those who do not work on it are told of
    /// comments that are being written and of nothing else.
    List<Here> others(Actor actor, Snapshot record) {
        boolean works = Histories.works(actor, record);
        var others = new LinkedHashMap<UUID, Here>();
        for (var here : at(record.id())) {
            if (!here.person.equals(actor.id()) && (works || here.writing == Writing.COMMENT)) {
                others.merge(here.person, here, (one, two) -> two.writing == null ? one : two);
            }
        }
        return List.copyOf(others.values());
    }

    /// The same in one line; empty for nobody.
    String told(List<Here> others, Actor actor, Locale reader) {
        var labels =
                store.labelsOfVisible(actor, others.stream().map(Here::person).toList());
        var said = new ArrayList<String>();
        for (var what : Writing.values()) {
            said(said, "web.presence." + Codes.of(what), names(others, what, labels), reader);
        }
        said(said, "web.presence.here", names(others, null, labels), reader);
        return String.join(" ", said);
    }

    private void said(List<String> said, String key, List<String> names, Locale reader) {
        if (!names.isEmpty()) {
            var named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            int more = names.size() - NAMED;
            said.add(messages.say(
                    reader, key, more > 0 ? messages.say(reader, "web.presence.more", named, more) : named));
        }
    }

    private static List<String> names(List<Here> others, @Nullable Writing what, Map<UUID, Label> labels) {
        var names = new ArrayList<String>();
        for (var here : others) {
            var label = labels.get(here.person);
            if (here.writing == what && label != null) {
                names.add(label.label());
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private List<Here> at(UUID record) {
        if (System.nanoTime() - read > FRESH && reading.tryLock()) {
            try {
                quietly(this::read);
            } finally {
                reading.unlock();
            }
        }
        return known.getOrDefault(record, List.of());
    }

    private void read() {
        read = System.nanoTime();
        var byRecord = new HashMap<UUID, List<Here>>();
        queries.here(MOST)
                .forEach(it -> byRecord.computeIfAbsent(it.record, _ -> new ArrayList<>())
                        .add(it));
        known = byRecord;
        if (System.nanoTime() - swept > SWEPT) {
            swept = System.nanoTime();
            queries.sweep();
        }
    }

    private static void quietly(Runnable what) {
        try {
            what.run();
        } catch (DataAccessException e) {
            LOG.debug("Who is where could not be told", e);
        }
    }
}
