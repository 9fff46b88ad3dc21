package org.mainstay.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Page;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// The incidents that somebody reported, or that were reported for them, whatever else they may see.
final class Reports {

    private static final Order LATEST = Order.by(Order.descending(Header.UPDATED_AT));

    private static final List<Attribute<?>> ON_CARDS =
            List.of(IncidentType.TITLE, IncidentType.STATE, IncidentType.HOLD_REASON, Header.UPDATED_AT);

    /// Among so many of their own a similar one is looked for.
    private static final int RECENT = 100;

    private static final int SIMILAR = 3;
    private static final int TELLING = 4;
    private static final int MOST_WORDS = 8;

    private final RecordStore store;

    Reports(RecordStore store) {
        this.store = store;
    }

    /// A page, last touched first, with what cards show.
    Page list(Actor actor, boolean open, int limit, @Nullable String cursor) {
        return store.list(
                actor,
                IncidentType.INCIDENT,
                Query.of(Filter.all(own(actor), state(open)))
                        .sorted(LATEST)
                        .reading(ON_CARDS)
                        .limit(limit)
                        .after(cursor));
    }

    private static Filter own(Actor actor) {
        return Filter.any(Filter.is(IncidentType.CALLER, actor.id()), Filter.is(IncidentType.OPENED_BY, actor.id()));
    }

    private static Filter state(boolean open) {
        return Filter.is(
                IncidentType.STATE,
                Arrays.stream(State.values())
                        .filter(it -> (it.open() || it == State.RESOLVED) == open)
                        .toArray());
    }

    /// One of somebody's own by number; empty for what is not theirs, also where they may see it.
    Optional<Snapshot> find(Actor actor, String number) {
        return store.find(actor, IncidentType.INCIDENT, number)
                .filter(it -> actor.id().equals(it.get(IncidentType.CALLER))
                        || actor.id().equals(it.get(IncidentType.OPENED_BY)));
    }

    /// Those of somebody's own that have all the words.
    Page find(Actor actor, String text, int limit) {
        var words = Texts.words(text, MOST_WORDS);
        return store.list(
                actor,
                IncidentType.INCIDENT,
                Query.of(Filter.all(own(actor), new Filter.Words(words)))
                        .sorted(LATEST)
                        .reading(ON_CARDS)
                        .limit(limit));
    }

    /// Open ones of their own whose titles share words with this one, the likest first.
    List<Snapshot> similar(Actor actor, String title) {
        var words = words(title);
        if (words.isEmpty()) {
            return List.of();
        }
        var shared = new HashMap<UUID, Long>();
        var found = new ArrayList<Snapshot>();
        for (var one : list(actor, true, RECENT, null).items()) {
            var theirs = words(one.label());
            long same = words.stream().filter(theirs::contains).count();
            if (same * 2 >= words.size()) {
                shared.put(one.id(), same);
                found.add(one);
            }
        }
        found.sort(Comparator.comparing((Snapshot it) -> shared.get(it.id())).reversed());
        return found.subList(0, Math.min(SIMILAR, found.size()));
    }

    /// The words that tell something: short ones do not.
    private static Set<String> words(String text) {
        return Arrays.stream(Texts.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() >= TELLING)
                .collect(Collectors.toSet());
    }
}
