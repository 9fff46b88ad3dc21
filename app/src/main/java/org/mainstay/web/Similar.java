package org.mainstay.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Open records that say the same as a text, as far as the actor sees them: those with all its words, then those
/// with its longest.
public final class Similar {

    private static final List<String> OVER = List.of("resolved", "closed", "cancelled");
    private static final int SHORTEST = 3;
    private static final int WORDS = 6;

    private final RecordStore store;

    Similar(RecordStore store) {
        this.store = store;
    }

    /// @param limit at most 20
    public List<Snapshot> of(Actor actor, RecordType<?> type, String text, int limit) {
        var words = Arrays.stream(Texts.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt((String it) -> -it.length()))
                .limit(WORDS)
                .toList();
        var found = new LinkedHashMap<UUID, Snapshot>();
        var tries = Stream.of(words.size(), 2, 1)
                .filter(it -> it <= words.size() && it > 0)
                .distinct()
                .toList();
        for (int some : tries) {
            if (found.size() < limit) {
                var filter = Filter.all(open(type), new Filter.Words(words.subList(0, some)));
                store.list(actor, type, Query.of(filter).limit(Math.min(limit, 20)))
                        .items()
                        .forEach(it -> found.putIfAbsent(it.id(), it));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static Filter open(RecordType<?> type) {
        var state = type.attribute("state").orElse(null);
        if (state == null || !(state.kind() instanceof Kind.Choice<?>(var constants))) {
            return Filter.EVERYTHING;
        }
        var open = Arrays.stream(constants.getEnumConstants())
                .filter(it -> !OVER.contains(Codes.of(it)))
                .toList();
        return new Filter.OneOf(Path.of(state), open);
    }
}
