package org.mainstay.problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.problem.Clustering.Cluster;
import org.mainstay.problem.Finding.Known;

/// One look at the incidents of an organisation, which come group by group: no more than one group is held at a time,
/// and
/// of what is new only the largest.
final class CandidateRound implements Consumer<Occurrence> {

    /// Of a group no more are looked at in each period, the newest.
    private static final int MOST_OF_GROUP = 20_000;

    /// So many new candidates of an organisation at once.
    static final int MOST_NEW = 200;

    private static final Comparator<Finding> LARGEST_LAST = Comparator.comparingInt(Finding::count)
            .thenComparingLong(Finding::growth)
            .thenComparing(Finding::signature, Comparator.reverseOrder());

    private final Map<String, List<Known>> known;
    private final ProblemSettings settings;
    private final Instant since;
    private final Instant now;
    private final List<Finding> again = new ArrayList<>();
    private final PriorityQueue<Finding> fresh = new PriorityQueue<>(LARGEST_LAST);
    private final List<Occurrence> recent = new ArrayList<>();
    private final List<Occurrence> older = new ArrayList<>();
    private Occurrence.@Nullable Group group;

    /// @param since when the latest period began
    CandidateRound(List<Known> known, ProblemSettings settings, Instant since, Instant now) {
        this.known = known.stream().collect(Collectors.groupingBy(it -> group(it.signature())));
        this.settings = settings;
        this.since = since;
        this.now = now;
    }

    private static String group(String signature) {
        int end = 0;
        for (int i = 0; i < 3; i++) {
            end = signature.indexOf('|', end) + 1;
        }
        return signature.substring(0, end);
    }

    @Override
    public void accept(Occurrence incident) {
        if (!incident.group().equals(group)) {
            settle();
            group = incident.group();
        }
        var period = incident.openedAt().isAfter(since) ? recent : older;
        if (period.size() < MOST_OF_GROUP) {
            period.add(incident);
        }
    }

    /// What is to be kept, once all incidents have come.
    List<Finding> findings() {
        settle();
        var all = new ArrayList<>(again);
        all.addAll(fresh.stream().sorted(LARGEST_LAST.reversed()).toList());
        return all;
    }

    private void settle() {
        if (group != null) {
            var clusters = Clustering.within(group, recent, settings.candidateLeast());
            var owners = owners(clusters);
            clusters.forEach(it -> settle(it, owners.get(it)));
        }
        group = null;
        recent.clear();
        older.clear();
    }

    private void settle(Cluster cluster, @Nullable Known of) {
        if (of == null) {
            fresh(cluster);
            return;
        }
        switch (of.state()) {
            case OPEN, FADED -> again.add(finding(cluster, of));
            case DISMISSED -> {
                if (cluster.members().size() >= of.count() * settings.candidateReturns()) {
                    again.add(finding(cluster, of));
                }
            }
            case ACCEPTED -> {
                var ended = of.ended();
                if (!of.working()) {
                    var later = cluster.members().stream()
                            .filter(it -> ended == null || it.openedAt().isAfter(ended))
                            .toList();
                    fresh(new Cluster(cluster.group(), cluster.pair(), later));
                }
            }
        }
    }

    private void fresh(Cluster cluster) {
        if (cluster.members().size() < settings.candidateLeast()) {
            return;
        }
        fresh.add(finding(cluster, null));
        if (fresh.size() > MOST_NEW) {
            fresh.remove();
        }
    }

    private Finding finding(Cluster cluster, @Nullable Known of) {
        return Finding.of(cluster, older, of, settings.candidateLeast(), now);
    }

    /// To which candidate each cluster belongs: by its signature, else, the largest clusters first, to the one of whose
    /// incidents it has the most, at least half of those that are still looked at.
    private Map<Cluster, Known> owners(List<Cluster> clusters) {
        var owners = new HashMap<Cluster, Known>();
        if (group == null) {
            return owners;
        }
        var free = new ArrayList<>(known.getOrDefault(group.key() + "|", List.of()));
        for (var cluster : clusters) {
            free.stream()
                    .filter(it -> it.signature().equals(cluster.signature()))
                    .findFirst()
                    .ifPresent(it -> {
                        owners.put(cluster, it);
                        free.remove(it);
                    });
        }
        var looked = free.isEmpty() ? Set.<UUID>of() : ids(recent);
        clusters.stream()
                .filter(it -> !owners.containsKey(it))
                .sorted(Comparator.comparingInt((Cluster it) -> it.members().size())
                        .reversed()
                        .thenComparing(Cluster::signature))
                .forEach(cluster -> {
                    var members = ids(cluster.members());
                    free.stream()
                            .filter(it -> common(it, members) > 0 && 2 * common(it, members) >= common(it, looked))
                            .max(Comparator.comparingLong((Known it) -> common(it, members))
                                    .thenComparing(Known::signature, Comparator.reverseOrder()))
                            .ifPresent(it -> {
                                owners.put(cluster, it);
                                free.remove(it);
                            });
                });
        return owners;
    }

    private static Set<UUID> ids(List<Occurrence> incidents) {
        return incidents.stream().map(Occurrence::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static long common(Known candidate, Set<UUID> incidents) {
        return candidate.incidents().stream().filter(incidents::contains).count();
    }
}
