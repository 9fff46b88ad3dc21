package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.change.ChangeModelType;
import org.mainstay.change.ChangeType;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.ProblemType;

/// What came of the demo company's changes: those of the year before, which it took along from its tool of old, the
/// incidents that some of them caused, and the problems that they fixed.
final class DemoOutcomes {

    private static final Duration EVENING = Duration.ofHours(19);

    private final RecordStore store;
    private final DemoPeople company;
    private final Instant now;
    private final Map<Type, UUID> models = new HashMap<>();

    DemoOutcomes(RecordStore store, DemoPeople company, Clock clock) {
        this.store = store;
        this.company = company;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /// @param days since its window, which began in the evening
    private record Past(
            Type type, String title, String item, String service, String group, String by, int days, Outcome outcome) {}

    private static Past updates(String item, String service, int days) {
        return new Past(
                Type.STANDARD,
                "Monthly updates of " + item,
                item,
                service,
                "Operations",
                "otto",
                days,
                Outcome.SUCCESSFUL);
    }

    private static final List<Past> YEAR = List.of(
            updates("mail-01", "Mail and calendar", 50),
            updates("mail-01", "Mail and calendar", 80),
            updates("mail-01", "Mail and calendar", 111),
            updates("mail-01", "Mail and calendar", 141),
            updates("web-01", "Customer portal", 62),
            updates("web-01", "Customer portal", 92),
            updates("web-02", "Customer portal", 123),
            updates("db-01", "Warehouse management", 64),
            updates("db-01", "Payroll", 125),
            updates("file-01", "File storage", 71),
            updates("file-01", "File storage", 160),
            new Past(
                    Type.STANDARD,
                    "Monthly updates of web-02",
                    "web-02",
                    "Customer portal",
                    "Operations",
                    "otto",
                    33,
                    Outcome.SUCCESSFUL_WITH_ISSUES),
            new Past(
                    Type.NORMAL,
                    "New release of the warehouse system in spring",
                    "warehouse",
                    "Warehouse management",
                    "Applications",
                    "yusuf.demir",
                    190,
                    Outcome.FAILED),
            new Past(
                    Type.NORMAL,
                    "New release of the warehouse system, once more",
                    "warehouse",
                    "Warehouse management",
                    "Applications",
                    "yusuf.demir",
                    176,
                    Outcome.SUCCESSFUL_WITH_ISSUES),
            new Past(
                    Type.NORMAL,
                    "Ship the font within the template of payslips",
                    "payroll",
                    "Payroll",
                    "Applications",
                    "yusuf.demir",
                    67,
                    Outcome.SUCCESSFUL),
            new Past(
                    Type.NORMAL,
                    "Second line to the warehouse",
                    "sw-core-01",
                    "Corporate network",
                    "Network",
                    "nina",
                    98,
                    Outcome.SUCCESSFUL),
            new Past(
                    Type.NORMAL,
                    "New rules for guests in the firewall",
                    "fw-01",
                    "Remote access",
                    "Network",
                    "nina",
                    150,
                    Outcome.BACKED_OUT),
            new Past(
                    Type.EMERGENCY,
                    "Replace a broken power supply of the core switch",
                    "sw-core-02",
                    "Corporate network",
                    "Network",
                    "nina",
                    44,
                    Outcome.SUCCESSFUL));

    void make() {
        store.list(company.system(), ChangeModelType.CHANGE_MODEL, Query.of(Filter.EVERYTHING))
                .items()
                .forEach(it -> models.putIfAbsent(it.need(ChangeModelType.TYPE), it.id()));
        YEAR.forEach(this::take);
        titled(ChangeType.CHANGE, "exchange the firewall").ifPresent(this::broken);
        fixes("ship the font", "templates of payslips");
        fixes("carry over the time-outs", "vpn ends sessions");
    }

    private void take(Past past) {
        var start = now.truncatedTo(ChronoUnit.DAYS).plus(EVENING).minus(Duration.ofDays(past.days()));
        var end = start.plus(Duration.ofHours(2));
        var closed = end.plus(Duration.ofHours(14));
        var plan = new Plan(Cause.CREATED, Plan.newId(), closed, true, new ArrayList<>());
        plan.create(ChangeType.CHANGE)
                .values()
                .set(ChangeType.TITLE, past.title())
                .set(ChangeType.TYPE, past.type())
                .set(ChangeType.MODEL, models.get(past.type()))
                .set(ChangeType.STATE, State.CLOSED)
                .set(ChangeType.CONFIGURATION_ITEM, company.service(past.item()))
                .set(ChangeType.SERVICE, company.service(past.service()))
                .set(ChangeType.GROUP, company.group(past.group()))
                .set(ChangeType.ASSIGNEE, company.person(past.by()))
                .set(ChangeType.PLANNED_START, start)
                .set(ChangeType.PLANNED_END, end)
                .set(ChangeType.ACTUAL_START, start)
                .set(ChangeType.ACTUAL_END, end)
                .set(ChangeType.OUTCOME, past.outcome())
                .set(ChangeType.REVIEW, past.outcome() == Outcome.SUCCESSFUL ? null : "Try it on one first.")
                .set(ChangeType.OPENED_AT, start.minus(Duration.ofDays(9)))
                .set(ChangeType.CLOSED_AT, closed);
        company.save(company.entitled(past.by()), plan);
    }

    /// What the exchange of the firewall caused: two that people linked, and one that is only proposed.
    private void broken(Snapshot change) {
        var start = change.need(ChangeType.ACTUAL_START);
        var gone = incident("Nobody gets into the network from home", "Remote access", start.plusSeconds(2_400), 10);
        var drops = titled(IncidentType.INCIDENT, "the tunnel to the warehouse drops");
        incident("Mail from customers arrives hours late", "Mail and calendar", start.plusSeconds(50_000), 40);
        var plan = Plan.of(Cause.action("link")).at(now);
        var edit = plan.edit(change).add(new Link(LinkType.CAUSES, gone));
        drops.ifPresent(it -> edit.add(new Link(LinkType.CAUSES, it.id())));
        company.save(company.entitled("nina"), plan);
    }

    private UUID incident(String title, String service, Instant opened, int minutes) {
        var plan = Plan.of(Cause.CREATED).at(opened.plus(Duration.ofMinutes(minutes)));
        var made = plan.create(IncidentType.INCIDENT);
        made.values()
                .set(IncidentType.TITLE, title)
                .set(IncidentType.CALLER, company.person("max"))
                .set(IncidentType.SERVICE, company.service(service))
                .set(IncidentType.IMPACT, Level.HIGH)
                .set(IncidentType.URGENCY, minutes > 15 ? Level.MEDIUM : Level.HIGH)
                .set(IncidentType.OPENED_AT, opened);
        company.save(company.entitled("max"), plan);
        return made.id();
    }

    private void fixes(String change, String problem) {
        var of = titled(ChangeType.CHANGE, change);
        var fixed = titled(ProblemType.PROBLEM, problem);
        if (of.isPresent() && fixed.isPresent()) {
            var plan = Plan.of(Cause.action("link")).at(now);
            plan.edit(of.get()).add(new Link(LinkType.FIXES, fixed.get().id()));
            company.save(company.entitled("paula"), plan);
        }
    }

    private Optional<Snapshot> titled(RecordType<?> type, String words) {
        var folded = List.of(words.toLowerCase(Locale.ROOT).split(" "));
        return store
                .list(company.system(), type, Query.of(new Filter.Words(folded)).limit(1))
                .items()
                .stream()
                .flatMap(it -> store.get(company.system(), type, it.id()).stream())
                .findFirst();
    }
}
