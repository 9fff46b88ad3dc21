package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.Risk;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;

/// What the demo company changed in the year before, as it was kept elsewhere: enough to tell whether the risk predicts
/// anything.
final class DemoPastChanges {

    private static final int EARLIEST = 340;
    private static final int LATEST = 40;

    private static final List<Many> ALL = List.of(
            new Many(Type.STANDARD, "Monthly updates of the web servers", "web-01", Risk.LOW, 9, 26, 1, 0, 1),
            new Many(Type.STANDARD, "Updates of the database host", "db-01", Risk.LOW, 11, 14, 1, 0, 0),
            new Many(Type.NORMAL, "More disks for the storage", "san-01", Risk.MEDIUM, 22, 9, 1, 1, 0),
            new Many(Type.NORMAL, "New rules for the load balancer", "lb-01", Risk.MEDIUM, 26, 7, 2, 0, 1),
            new Many(Type.NORMAL, "New release of the warehouse system", "warehouse", Risk.HIGH, 38, 4, 2, 1, 2));

    private final DemoPeople company;
    private final Map<Type, UUID> models;
    private final Instant now;

    DemoPastChanges(DemoPeople company, Map<Type, UUID> models, Instant now) {
        this.company = company;
        this.models = models;
        this.now = now;
    }

    /// How often something was done, and what came of it.
    private record Many(
            Type type,
            String title,
            String item,
            Risk risk,
            long points,
            int successful,
            int withIssues,
            int failed,
            int backedOut) {

        /// What did not go well is spread among the rest.
        List<Outcome> outcomes() {
            var outcomes = new ArrayList<Outcome>();
            add(outcomes, Outcome.SUCCESSFUL, successful);
            add(outcomes, Outcome.SUCCESSFUL_WITH_ISSUES, withIssues);
            add(outcomes, Outcome.FAILED, failed);
            add(outcomes, Outcome.BACKED_OUT, backedOut);
            return outcomes;
        }

        private static void add(List<Outcome> outcomes, Outcome outcome, int times) {
            for (int i = 0; i < times; i++) {
                outcomes.add(outcomes.size() * i % (outcomes.size() + 1), outcome);
            }
        }
    }

    void make() {
        for (var many : ALL) {
            var outcomes = many.outcomes();
            int apart = (EARLIEST - LATEST) / outcomes.size();
            for (int i = 0; i < outcomes.size(); i++) {
                var start = now.truncatedTo(ChronoUnit.DAYS)
                        .minus(Duration.ofDays(EARLIEST - (long) i * apart))
                        .plus(Duration.ofHours(19));
                make(many, outcomes.get(i), start);
            }
        }
    }

    private void make(Many many, Outcome outcome, Instant start) {
        var end = start.plus(Duration.ofHours(2));
        var plan = new Plan(Cause.CREATED, Plan.newId(), end, true, new ArrayList<>());
        plan.create(ChangeType.CHANGE)
                .values()
                .set(ChangeType.TITLE, many.title())
                .set(ChangeType.TYPE, many.type())
                .set(ChangeType.MODEL, models.get(many.type()))
                .set(ChangeType.STATE, State.CLOSED)
                .set(ChangeType.CONFIGURATION_ITEM, company.service(many.item()))
                .set(ChangeType.GROUP, company.group("Operations"))
                .set(ChangeType.ASSIGNEE, company.person("otto"))
                .set(ChangeType.PLANNED_START, start)
                .set(ChangeType.PLANNED_END, end)
                .set(ChangeType.ACTUAL_START, start)
                .set(ChangeType.ACTUAL_END, end)
                .set(ChangeType.OUTCOME, outcome)
                .set(ChangeType.RISK, many.risk())
                .set(ChangeType.RISK_POINTS, many.points())
                .set(ChangeType.RISK_ASSESSED_AT, start.minus(Duration.ofDays(3)))
                .set(ChangeType.OPENED_AT, start.minus(Duration.ofDays(9)))
                .set(ChangeType.CLOSED_AT, end);
        company.save(company.entitled("otto"), plan);
    }
}
