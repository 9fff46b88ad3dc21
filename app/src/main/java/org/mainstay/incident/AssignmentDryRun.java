package org.mainstay.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// What an assignment rule would have done to the incidents of the past, were it active in its place
/// among the others. Incidents are taken as they are described today, but new and nobody's.
public final class AssignmentDryRun {

    private static final int MOST = 50_000;
    private static final int EXAMPLES = 10;

    private final RecordStore store;
    private final Routing routing;
    private final Clock clock;

    AssignmentDryRun(RecordStore store, Routing routing, Clock clock) {
        this.store = store;
        this.routing = routing;
        this.clock = clock;
    }

    /// @param examined how many incidents were looked at; at most 50,000, the newest
    /// @param decided how many of them the rule would have decided
    /// @param moved how many of those are in another group today
    public record Report(Instant since, int examined, int decided, int moved, List<Example> examples) {}

    /// An incident that would have been moved.
    public record Example(
            UUID incident,
            String number,
            String title,
            @Nullable UUID from,
            UUID to) {}

    /// @param actor sees the examples
    Report run(Actor actor, AssignmentRule rule, Duration back) {
        var since = clock.instant().minus(back);
        var report = new Counting(since);
        if (routing.read(rule.condition()) instanceof Parsed.Good(var condition)) {
            var rules = routing.including(new Routing.Ready(rule, condition));
            var recent = new Filter.Compare(Filter.Path.of(IncidentType.OPENED_AT), Filter.Comparison.AT_LEAST, since);
            for (Snapshot incident : new Pages(store, actor, recent)) {
                if (report.examined == MOST) {
                    break;
                }
                report.count(incident, rule, decides(rules, rule, incident));
            }
        }
        return report.done();
    }

    private boolean decides(List<Routing.Ready> rules, AssignmentRule rule, Snapshot incident) {
        var asNew = asNew(incident);
        return rules.stream()
                .filter(it -> routing.holds(it, asNew))
                .findFirst()
                .filter(it -> it.rule().id().equals(rule.id()))
                .isPresent();
    }

    private static Snapshot asNew(Snapshot incident) {
        var values = new HashMap<>(incident.values());
        values.put(IncidentType.STATE.code(), State.NEW);
        List.of(
                        IncidentType.GROUP,
                        IncidentType.ASSIGNEE,
                        IncidentType.HOLD_REASON,
                        IncidentType.RESOLUTION_CODE,
                        IncidentType.RESOLUTION,
                        IncidentType.RESOLVED_AT,
                        IncidentType.RESOLVED_BY,
                        IncidentType.CLOSED_AT)
                .forEach(it -> values.remove(it.code()));
        return new Snapshot(incident.type(), incident.id(), values, incident.complete());
    }

    private static final class Counting {

        private final Instant since;
        private final List<Example> examples = new ArrayList<>();
        private int examined;
        private int decided;
        private int moved;

        Counting(Instant since) {
            this.since = since;
        }

        void count(Snapshot incident, AssignmentRule rule, boolean decides) {
            examined++;
            if (!decides) {
                return;
            }
            decided++;
            var from = incident.get(IncidentType.GROUP);
            if (!Objects.equals(from, rule.group())) {
                moved++;
                if (examples.size() < EXAMPLES) {
                    examples.add(new Example(
                            incident.id(), incident.number(), incident.need(IncidentType.TITLE), from, rule.group()));
                }
            }
        }

        Report done() {
            return new Report(since, examined, decided, moved, List.copyOf(examples));
        }
    }
}
