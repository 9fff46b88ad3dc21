package org.mainstay.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

/// Records that say something similar in plain words: those that hold the name of a thing hardly anybody speaks of, and
/// those that hold the two rarest of its other words, ranked by how rare all the words are that they share with it.
/// More
/// is looked for only where that finds too little; each look is a list of the actor's own and costs what a list costs.
public final class Similar {

    private static final int SHORTEST = 4;
    private static final int CONSIDERED = 16;
    private static final int KEPT = 4;

    /// So many of a look are ranked.
    private static final int RANKED = 8;
    private static final int LONGEST_TEXT = 2_000;

    /// What more of all records say than these says nothing about a record.
    private static final double COMMON = 0.2;

    /// A word that stands alone must be at least as rare.
    private static final double TELLING = 0.02;

    /// What no sample has counts as if it had it this often.
    private static final double UNSEEN = 0.0005;

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
        if (words.isEmpty() || type.attributes().stream().noneMatch(it -> it.has(Attribute.Trait.SEARCHED))) {
            return List.of();
        }
        var shares = this.shares.each(type, words);
        var looks = looks(words, shares);
        var found = new LinkedHashMap<UUID, Found>();
        for (var look : looks) {
            if (look.always || found.size() < limit) {
                var filter = new Filter.Words(look.words);
                var query = new Query(filter, newest(type), fields(type), Math.max(limit, RANKED), null);
                store.list(actor, type, query)
                        .items()
                        .forEach(it -> found.putIfAbsent(it.id(), new Found(it, likeness(it, look, shares))));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Found::likeness).reversed())
                .map(Found::record)
                .limit(limit)
                .toList();
    }

    /// @param likeness the greater, the liker
    private record Found(Snapshot record, double likeness) {}

    /// The inverse document frequency of the words they share: the sum of -ln(share) over the words.
    private static double likeness(Snapshot record, Look look, Map<String, Double> shares) {
        var label = Texts.fold(record.label());
        return shares.entrySet().stream()
                .filter(it -> look.words.contains(it.getKey()) || label.contains(it.getKey()))
                .mapToDouble(it -> -Math.log(Math.max(UNSEEN, it.getValue())))
                .sum();
    }

    private static List<String> words(String text) {
        var start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return Stream.of(GAP.split(Texts.fold(start)))
                .filter(it -> it.length() >= SHORTEST)
                .distinct()
                .limit(CONSIDERED)
                .toList();
    }

    /// @param always whether it is made also where others found enough
    private record Look(List<String> words, boolean always) {}

    private static List<Look> looks(List<String> words, Map<String, Double> shares) {
        var rarest = words.stream()
                .filter(it -> share(it, shares) < COMMON)
                .sorted(Comparator.comparingDouble((String it) -> share(it, shares))
                        .thenComparing(String::length, Comparator.reverseOrder()))
                .toList();
        var unseen =
                rarest.stream().filter(it -> share(it, shares) == 0).limit(KEPT).toList();
        var seen =
                rarest.stream().filter(it -> share(it, shares) > 0).limit(KEPT).toList();
        var looks = new ArrayList<Look>();
        var named = unseen.stream().filter(Similar::names).limit(1).toList();
        named.forEach(it -> looks.add(new Look(List.of(it), true)));
        if (seen.size() > 1) {
            looks.add(new Look(seen.subList(0, 2), true));
        }
        Stream.concat(
                        unseen.stream().filter(it -> !named.contains(it)),
                        seen.stream().filter(it -> share(it, shares) <= TELLING))
                .forEach(it -> looks.add(new Look(List.of(it), false)));
        return looks;
    }

    /// Whether the word is the name of a thing, such as a host or an error: it has a digit.
    private static boolean names(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static double share(String word, Map<String, Double> shares) {
        return shares.getOrDefault(word, 0.0);
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
