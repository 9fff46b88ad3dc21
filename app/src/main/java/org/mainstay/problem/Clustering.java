package org.mainstay.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds incidents that are so much alike that a problem may be behind them.
public final class Clustering {

    /// Two marks that incidents share.
    ///
    /// @param first comes before the second
    public record Pair(String first, String second) {}

    /// @param members at least as many as were asked for
    public record Cluster(Occurrence.Group group, Pair pair, List<Occurrence> members) {

        /// What tells it from all others of its organisation, the same night by night.
        String signature() {
            return group.key() + "|" + pair.first + "|" + pair.second;
        }
    }

    private Clustering() {}

    /// The clusters of incidents of one organisation. The rule:
    ///
    /// 1. Incidents are compared only where they are **about the same**: the same service and the same category.
    ///    Where an incident names no service, the same item counts instead.
    /// 2. Each incident has **marks**: the first eight words of its title that say something (at least three
    ///    letters or digits, without capitals and accents, and none of those that are in every sentence), and the
    ///    item it is about.
    /// 3. Two incidents are **alike** where they are about the same and share two marks.
    /// 4. Each incident goes to the **pair of its marks that most incidents about the same share**; of pairs
    ///    that as many share, to the first by the alphabet.
    /// 5. What went to one pair is a cluster where it is at least `least` incidents; all others are left alone.
    ///
    /// Nothing else matters, neither the order of the incidents nor chance: the same incidents make the same
    /// clusters, and each tells by its group and its pair why it is one.
    ///
    /// @param incidents of one organisation
    /// @param least at least 2
    public static List<Cluster> of(Collection<Occurrence> incidents, int least) {
        var groups = new HashMap<Occurrence.Group, List<Occurrence>>();
        incidents.forEach(
                it -> groups.computeIfAbsent(it.group(), _ -> new ArrayList<>()).add(it));
        var clusters = new ArrayList<Cluster>();
        groups.forEach((group, members) -> clusters.addAll(within(group, members, least)));
        return clusters;
    }

    /// Of incidents that are about the same.
    static List<Cluster> within(Occurrence.Group group, List<Occurrence> incidents, int least) {
        if (incidents.size() < least) {
            return List.of();
        }
        var known = frequent(incidents, least);
        var names = List.copyOf(known.keySet());
        var places = new HashMap<String, Integer>();
        names.forEach(it -> places.put(it, places.size()));
        var marks = incidents.stream()
                .map(it -> it.marks().stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .sorted()
                        .toArray())
                .toList();
        var shared = new HashMap<Long, Integer>();
        marks.forEach(it -> pairs(it).forEach(pair -> shared.merge(pair, 1, Integer::sum)));
        var chosen = new TreeMap<Long, List<Occurrence>>();
        for (int i = 0; i < incidents.size(); i++) {
            long best = -1;
            int most = least - 1;
            for (long pair : pairs(marks.get(i))) {
                int count = shared.getOrDefault(pair, 0);
                if (count > most) {
                    best = pair;
                    most = count;
                }
            }
            if (best >= 0) {
                chosen.computeIfAbsent(best, _ -> new ArrayList<>()).add(incidents.get(i));
            }
        }
        var clusters = new ArrayList<Cluster>();
        chosen.forEach((pair, members) -> {
            if (members.size() >= least) {
                members.sort(Occurrence.NEWEST_FIRST);
                var first = names.get((int) (pair >> Integer.SIZE));
                var second = names.get((int) (long) pair);
                clusters.add(new Cluster(group, new Pair(first, second), members));
            }
        });
        return clusters;
    }

    /// Marks that enough incidents have, by the alphabet: no others are in a pair that makes a cluster.
    private static Map<String, Integer> frequent(List<Occurrence> incidents, int least) {
        var counts = new TreeMap<String, Integer>();
        incidents.forEach(it -> it.marks().forEach(mark -> counts.merge(mark, 1, Integer::sum)));
        counts.values().removeIf(it -> it < least);
        return counts;
    }

    /// Each as one number, in the order of the alphabet.
    private static List<Long> pairs(int[] sorted) {
        var pairs = new ArrayList<Long>();
        for (int i = 0; i < sorted.length; i++) {
            for (int j = i + 1; j < sorted.length; j++) {
                pairs.add((long) sorted[i] << Integer.SIZE | sorted[j]);
            }
        }
        return pairs;
    }
}
