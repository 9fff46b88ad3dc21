package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.drift.DriftType;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.AddEvidence;
import org.mainstay.problem.Cause.Kind;
import org.mainstay.problem.Cause.State;
import org.mainstay.problem.CauseType;
import org.mainstay.problem.Problem;
import org.mainstay.problem.ProblemType;

/// A problem of the demo company whose cause is half found.
final class DemoCauses {

    private static final String TROUBLE = "Bookings in the warehouse take minutes";
    private static final int FIRST = 1;

    private final RecordStore store;
    private final DemoPeople company;
    private final Instant now;

    DemoCauses(RecordStore store, DemoPeople company, Clock clock) {
        this.store = store;
        this.company = company;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    void make() {
        var slow = store
                .list(
                        company.system(),
                        IncidentType.INCIDENT,
                        Query.of(Filter.is(IncidentType.TITLE, TROUBLE)).limit(1))
                .items()
                .stream()
                .map(Snapshot::id)
                .toList();
        var lists = incident();
        var note = new Comment(
                "Statements that took 40 ms yesterday wait **six seconds** for reads. The application itself is idle.",
                true);
        var problem = problem(Stream.concat(slow.stream(), Stream.of(lists)).toList(), note);
        var reads = cause(problem, null, "The warehouse database waits for its disks", 38);
        var memory = cause(problem, reads, "What it reads often no longer fits into its memory", 34);
        cause(problem, memory, "db-01 came back from maintenance with half its memory", 20);
        var disks = cause(problem, reads, "The storage is slower since its maintenance", 33);
        factor(cause(problem, null, "Scanners send a booking again when it takes long", 25));
        prove(reads, "otto", AddEvidence.comment(problem, note.id(), "Measured on db-01"), 37);
        prove(reads, "otto", AddEvidence.of(lists, "Began at the same time"), 36);
        slow.forEach(it -> prove(reads, "otto", AddEvidence.entry(it, FIRST, "Nothing was reported before"), 36));
        prove(memory, "amir", AddEvidence.of(company.service("db-01"), "64 GB, says its model"), 30);
        drifts(company.service("db-01"))
                .forEach(it -> prove(memory, "amir", AddEvidence.of(it, "An agent finds less"), 29));
        prove(
                memory,
                "amir",
                AddEvidence.address(
                        "https://metrics.example.org/db-01/cache-hits", "From 99 % to 71 % within a minute"),
                28);
        prove(disks, "otto", AddEvidence.of(company.service("san-01"), "0.4 ms, as in the weeks before"), 31);
        decide(reads, "otto", State.CONFIRMED, "Nine of ten sessions wait for reads.", 35);
        decide(disks, "otto", State.REFUTED, "It was back a day before the first slow booking.", 27);
        decide(memory, "amir", State.CONFIRMED, "The cache was full when it became slow, and never before.", 22);
    }

    /// Another sign of the same.
    private UUID incident() {
        var plan = Plan.of(Cause.CREATED).at(ago(50));
        var step = plan.create(IncidentType.INCIDENT);
        step.values()
                .set(IncidentType.TITLE, "Picking lists load for minutes")
                .set(IncidentType.CALLER, company.person("eve"))
                .set(IncidentType.SERVICE, company.service("Warehouse management"))
                .set(IncidentType.IMPACT, Level.MEDIUM)
                .set(IncidentType.URGENCY, Level.HIGH)
                .set(IncidentType.OPENED_AT, ago(50));
        company.save(company.entitled("eve"), plan);
        return step.id();
    }

    private List<UUID> drifts(UUID item) {
        return store
                .list(
                        company.system(),
                        DriftType.DRIFT,
                        Query.of(Filter.is(DriftType.ITEM, item)).limit(1))
                .items()
                .stream()
                .map(Snapshot::id)
                .toList();
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private UUID problem(List<UUID> incidents, Comment note) {
        var opened = ago(45);
        var plan = Plan.of(Cause.CREATED).at(opened);
        var step = plan.create(ProblemType.PROBLEM);
        step.values()
                .set(ProblemType.TITLE, "The warehouse system became slow at once")
                .set(
                        ProblemType.DESCRIPTION,
                        "Bookings and picking lists take minutes since this morning; nothing else is slow.")
                .set(ProblemType.IMPACT, Level.HIGH)
                .set(ProblemType.URGENCY, Level.HIGH)
                .set(ProblemType.CONFIGURATION_ITEM, company.service("warehouse database"))
                .set(ProblemType.SERVICE, company.service("Warehouse management"))
                .set(ProblemType.GROUP, company.group("Operations"))
                .set(ProblemType.ASSIGNEE, company.person("otto"))
                .set(ProblemType.OPENED_AT, opened);
        incidents.forEach(it -> step.parts().add(new Link(LinkType.CAUSES, it)));
        company.save(company.entitled("paula"), plan);
        step(step.id(), "assess", Problem.State.ASSESS, 43);
        step(step.id(), "analyse", Problem.State.ROOT_CAUSE_ANALYSIS, 41);
        part(step.id(), note);
        return step.id();
    }

    private void step(UUID problem, String action, Problem.State state, int minutes) {
        var plan = Plan.of(Cause.action(action)).at(ago(minutes));
        var subject = store.get(company.system(), ProblemType.PROBLEM, problem).orElseThrow();
        plan.edit(subject).set(ProblemType.STATE, state);
        company.save(company.entitled("otto"), plan);
    }

    private void part(UUID problem, PlanPart part) {
        var plan = Plan.of(Cause.action(part.kind())).at(ago(40));
        plan.edit(store.get(company.system(), ProblemType.PROBLEM, problem).orElseThrow())
                .add(part);
        company.save(company.entitled("otto"), plan);
    }

    private UUID cause(UUID problem, @Nullable UUID parent, String statement, int minutes) {
        var plan = Plan.of(Cause.CREATED).at(ago(minutes));
        var step = plan.create(CauseType.CAUSE);
        step.values()
                .set(CauseType.PROBLEM, problem)
                .set(CauseType.PARENT, parent)
                .set(CauseType.STATEMENT, statement);
        company.save(company.entitled("otto"), plan);
        return step.id();
    }

    private Snapshot read(UUID cause) {
        return store.get(company.system(), CauseType.CAUSE, cause).orElseThrow();
    }

    private void factor(UUID cause) {
        var plan = Plan.of(Cause.EDITED).at(ago(24));
        plan.edit(read(cause)).set(CauseType.KIND, Kind.CONTRIBUTING_FACTOR);
        company.save(company.entitled("paula"), plan);
    }

    private void prove(UUID cause, String userName, AddEvidence evidence, int minutes) {
        var plan = Plan.of(Cause.action(evidence.kind())).at(ago(minutes));
        plan.edit(read(cause)).add(evidence);
        company.save(company.entitled(userName), plan);
    }

    private void decide(UUID cause, String userName, State state, String reason, int minutes) {
        var verb = Map.of(State.CONFIRMED, "confirm", State.REFUTED, "refute").getOrDefault(state, "reopen");
        var plan = Plan.of(Cause.action(verb)).at(ago(minutes));
        plan.edit(read(cause)).set(CauseType.STATE, state).set(CauseType.REASON, reason);
        company.save(company.entitled(userName), plan);
    }
}
