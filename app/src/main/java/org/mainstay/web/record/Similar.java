package org.mainstay.web.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.WordShares;

/// Records that say something similar in plain words. The rarest words of the text are looked for, first all of
/// them together and then fewer; each look is a list of the actor's own, so it costs what a list costs, and there
/// are never more than a handful.
public final class Similar {

    private static final int SHORTEST = 4;
    private static final int CONSIDERED = 16;
    private static final int KEPT = 4;
    private static final int LONGEST_TEXT = 2_000;

    /// What more of all records say than these says nothing about a record.
    private static final double COMMON = 0.2;

    /// A word that stands alone must be at least as rare.
    private static final double TELLING = 0.02;

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final RecordStore store;
    private final RecordTypes types;
    private final WordShares shares;

    Similar(RecordStore store, RecordTypes types, WordShares shares) {
        this.store = store;
        this.types = types;
        this.shares = shares;
    }

    /// The likest first, with what a line about them shows: label, state and priority.
    ///
    /// @param text what they are to be like, as it was typed
    /// @param limit at most so many
    public List<Snapshot> of(Actor actor, RecordType<?> given, String text, int limit) {
        var type = types.current(given);
        var words = words(text);
        var found = new LinkedHashMap<UUID, Snapshot>();
        if (words.isEmpty() || type.attributes().stream().noneMatch(it -> it.has(Attribute.Trait.SEARCHED))) {
            return List.of();
        }
        for (var together : together(rarest(words, shares.each(type, words)))) {
            if (found.size() < limit) {
                var query = new Query(new Filter.Words(together), newest(type), fields(type), limit, null);
                store.list(actor, type, query).items().forEach(it -> found.putIfAbsent(it.id(), it));
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static List<String> words(String text) {
        var start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return Stream.of(GAP.split(Texts.fold(start)))
                .filter(it -> it.length() >= SHORTEST)
                .distinct()
                .limit(CONSIDERED)
                .toList();
    }

    private record Rare(String word, double share) {}

    private static List<Rare> rarest(List<String> words, Map<String, Double> shares) {
        return words.stream()
                .map(it -> new Rare(it, shares.getOrDefault(it, 0.0)))
                .filter(it -> it.share < COMMON)
                .sorted(Comparator.comparingDouble(Rare::share)
                        .thenComparing(it -> it.word.length(), Comparator.reverseOrder()))
                .limit(KEPT)
                .toList();
    }

    /// All, the two rarest, all without the rarest, which may be this record's own; at last those words alone that
    /// are rare enough.
    private static Collection<List<String>> together(List<Rare> rare) {
        var looks = new LinkedHashSet<List<String>>();
        var words = rare.stream().map(Rare::word).toList();
        if (words.size() >= 2) {
            looks.add(words);
        }
        if (words.size() > 2) {
            looks.add(words.subList(0, 2));
            looks.add(words.subList(1, words.size()));
        }
        rare.stream().filter(it -> it.share <= TELLING).forEach(it -> looks.add(List.of(it.word)));
        return looks;
    }

    private static @Nullable Order newest(RecordType<?> type) {
        return type.orders().stream()
                .filter(it -> it.keys().getFirst().attribute() == Header.UPDATED_AT
                        && it.keys().getFirst().descending())
                .findFirst()
                .orElseGet(() -> type.orders().isEmpty() ? null : type.orders().getFirst());
    }

    private static List<Attribute<?>> fields(RecordType<?> type) {
        return Stream.concat(
                        Stream.of(type.label()),
                        Stream.of("state", "priority").flatMap(it -> type.attribute(it).stream()))
                .<Attribute<?>>map(it -> it)
                .collect(Collectors.toList());
    }
}
