package org.mainstay.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;

/// Whether a problem came back after its fix: the incidents that were opened since it was resolved and are its own.
public final class Recurrences {

    static final List<Integer> DAYS = List.of(30, 90);

    private static final String NAME = "problem_recurrence";
    private static final int BATCH = 50;

    private final RecordStore store;
    private final RecurrenceQueries queries;
    private final Clock clock;

    Recurrences(RecordStore store, RecurrenceQueries queries, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /// An incident since the resolution.
    ///
    /// @param linked whether a link says that the problem causes it, and not only what it is about and called
    record Recurred(UUID incident, Instant openedAt, boolean linked) {}

    /// What came since, counted by days.
    ///
    /// @param over whether the days are over; else it is counted so far
    record Measure(int days, Instant until, boolean over, int count) {}

    /// The incidents of a resolved problem that were opened later, at most 90 days; the newest first. These are
    ///
    /// 1. those that a link says the problem causes, and
    /// 2. those that are **alike** to one of the incidents that it caused before ([Clustering] says what is alike):
    ///    about the same, with the same two marks.
    ///
    /// Confidential, cancelled and merged ones are none of them. Nothing comes back before it was resolved.
    List<Recurred> since(Snapshot problem) {
        var resolved = problem.get(ProblemType.RESOLVED_AT);
        if (resolved == null) {
            return List.of();
        }
        var until = resolved.plus(Duration.ofDays(DAYS.getLast()));
        var own = queries.caused(problem.id());
        var before = own.stream().filter(it -> !it.openedAt().isAfter(resolved)).toList();
        var pairs = pairs(before);
        var recurred = new HashMap<UUID, Recurred>();
        queries.about(problem.organisation(), pairs.keySet(), resolved, until).stream()
                .filter(it -> alike(it, pairs.getOrDefault(it.group(), Set.of())))
                .forEach(it -> recurred.put(it.id(), new Recurred(it.id(), it.openedAt(), false)));
        own.stream()
                .filter(it -> it.openedAt().isAfter(resolved) && !it.openedAt().isAfter(until))
                .forEach(it -> recurred.put(it.id(), new Recurred(it.id(), it.openedAt(), true)));
        return recurred.values().stream()
                .sorted(Comparator.comparing(Recurred::openedAt).reversed().thenComparing(Recurred::incident))
                .toList();
    }

    private static Map<Occurrence.Group, Set<Clustering.Pair>> pairs(List<Occurrence> incidents) {
        var pairs = new HashMap<Occurrence.Group, Set<Clustering.Pair>>();
        incidents.stream()
                .filter(it -> it.service() != null || it.item() != null || it.category() != null)
                .forEach(it ->
                        pairs.computeIfAbsent(it.group(), _ -> new HashSet<>()).addAll(pairs(it)));
        return pairs;
    }

    private static List<Clustering.Pair> pairs(Occurrence incident) {
        var marks = incident.marks().stream().sorted().toList();
        var pairs = new ArrayList<Clustering.Pair>();
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                pairs.add(new Clustering.Pair(marks.get(i), marks.get(j)));
            }
        }
        return pairs;
    }

    private static boolean alike(Occurrence incident, Set<Clustering.Pair> pairs) {
        return pairs(incident).stream().anyMatch(pairs::contains);
    }

    /// One for each number of days; none where the problem is not resolved.
    List<Measure> measures(Snapshot problem, List<Recurred> since) {
        var resolved = problem.get(ProblemType.RESOLVED_AT);
        if (resolved == null) {
            return List.of();
        }
        var now = clock.instant();
        return DAYS.stream()
                .map(days -> {
                    var until = resolved.plus(Duration.ofDays(days));
                    int count = (int) since.stream()
                            .filter(it -> !it.openedAt().isAfter(until)
                                    && !it.openedAt().isAfter(now))
                            .count();
                    return new Measure(days, until, !until.isAfter(now), count);
                })
                .toList();
    }

    /// Keeps what came back of problems whose days are over.
    ///
    /// @return whether there may be more
    boolean step() {
        var now = clock.instant();
        int kept = 0;
        for (var days :
                Map.of(30, ProblemType.RECURRED_30, 90, ProblemType.RECURRED_90).entrySet()) {
            var due = queries.due(days.getValue().code(), now.minus(Duration.ofDays(days.getKey())), BATCH);
            for (var id : due) {
                kept += keep(id, days.getKey(), days.getValue()) ? 1 : 0;
            }
        }
        return kept >= BATCH;
    }

    private boolean keep(UUID id, int days, Attribute<Long> attribute) {
        var problem = store.get(Installation.ITSELF, ProblemType.PROBLEM, id).orElse(null);
        if (problem == null) {
            return false;
        }
        var plan = Plan.of(Cause.job(NAME));
        measures(problem, since(problem)).stream()
                .filter(it -> it.days() == days && it.over())
                .forEach(it -> plan.edit(problem).set(attribute, (long) it.count()));
        return !plan.steps().isEmpty() && store.save(Installation.ITSELF, plan) instanceof Saved.Done;
    }
}
