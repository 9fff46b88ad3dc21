package org.mainstay.problem;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Texts;
import org.mainstay.problem.Clustering.Cluster;

/// What a round found: a cluster in figures, and the candidate it is of where it was found before.
///
/// @param incidents the newest of them
record Finding(
        @Nullable Known known,
        String signature,
        String title,
        String words,
        @Nullable UUID service,
        @Nullable UUID item,
        @Nullable UUID category,
        int count,
        int before,
        int people,
        long minutes,
        Instant first,
        Instant last,
        List<UUID> incidents) {

    /// A candidate that a cluster was kept for.
    ///
    /// @param count how many incidents it had when it was looked at last, or decided about
    /// @param ended when its problem was resolved or closed; null where there is none, or it is open
    /// @param working whether its problem is open
    record Known(
            UUID candidate,
            String signature,
            ProblemCandidate.State state,
            long count,
            @Nullable Instant ended,
            boolean working,
            Set<UUID> incidents) {}

    /// A word that so many of its incidents have is one of the cluster.
    private static final double SHARED = 0.8;

    private static final int MOST_WORDS = 8;

    /// @param older incidents about the same, opened in the period before
    static Finding of(Cluster cluster, Collection<Occurrence> older, @Nullable Known known, int least, Instant now) {
        var members = cluster.members();
        var pair = Set.of(cluster.pair().first(), cluster.pair().second());
        var words = words(members, pair);
        var opened = members.stream().map(Occurrence::openedAt).sorted().toList();
        return new Finding(
                known,
                cluster.signature(),
                title(members, words, least),
                String.join(", ", words),
                shared(members, Occurrence::service),
                shared(members, Occurrence::item),
                cluster.group().category(),
                members.size(),
                (int) older.stream().filter(it -> it.marks().containsAll(pair)).count(),
                (int) members.stream()
                        .map(Occurrence::caller)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                members.stream().mapToLong(it -> it.minutes(now)).sum(),
                opened.getFirst(),
                opened.getLast(),
                members.stream().limit(FromIncidents.MOST).map(Occurrence::id).toList());
    }

    long growth() {
        return (long) count - before;
    }

    /// In the order in which the earliest of the incidents says them.
    private static List<String> words(List<Occurrence> members, Set<String> pair) {
        var counts = new TreeMap<String, Integer>();
        members.forEach(it -> it.marks().forEach(mark -> counts.merge(mark, 1, Integer::sum)));
        counts.keySet().removeIf(it -> !Marks.word(it));
        counts.entrySet().removeIf(it -> it.getValue() < SHARED * members.size() && !pair.contains(it.getKey()));
        var first = members.getLast().marks().stream().filter(counts::containsKey);
        return Stream.concat(first, counts.keySet().stream())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /// What enough of them are called alike, and else only the words that they share: nothing that but one has said.
    private static String title(List<Occurrence> members, List<String> words, int least) {
        var titles =
                members.stream().collect(Collectors.groupingBy(Occurrence::title, TreeMap::new, Collectors.counting()));
        long most = titles.values().stream().mapToLong(it -> it).max().orElse(0);
        if (most >= least) {
            return titles.entrySet().stream()
                    .filter(it -> it.getValue() == most)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
        var text = words.isEmpty() ? "…" : String.join(" ", words);
        return Texts.cut(
                text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1), ProblemCandidateType.LONGEST_TITLE);
    }

    private static @Nullable UUID shared(List<Occurrence> members, Function<Occurrence, @Nullable UUID> part) {
        var values = new HashSet<@Nullable UUID>();
        members.forEach(it -> values.add(part.apply(it)));
        return values.size() == 1 ? values.iterator().next() : null;
    }
}
