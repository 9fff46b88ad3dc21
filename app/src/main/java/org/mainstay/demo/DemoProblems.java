package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.problem.Candidates;
import org.mainstay.problem.KnownError;
import org.mainstay.problem.KnownErrorType;
import org.mainstay.problem.Problem.ClosureCode;
import org.mainstay.problem.Problem.State;
import org.mainstay.problem.ProblemCandidateType;
import org.mainstay.problem.ProblemTask;
import org.mainstay.problem.ProblemTaskType;
import org.mainstay.problem.ProblemType;

/// What the demo company found behind its incidents: problems in all states, known errors, and what is still to be
/// looked
/// at.
final class DemoProblems {

    private static final int MOST = 12;

    private final RecordStore store;
    private final DemoPeople company;
    private final Acts acts;
    private final Candidates candidates;
    private final Instant now;

    DemoProblems(RecordStore store, DemoPeople company, Acts acts, Candidates candidates, Clock clock) {
        this.store = store;
        this.company = company;
        this.acts = acts;
        this.candidates = candidates;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    void make() {
        var vpn = problem(
                "VPN ends sessions after ten minutes",
                "VPN disconnects every ten minutes",
                "Network",
                Level.HIGH,
                Level.MEDIUM,
                9);
        step(vpn, "nina", "assess", State.ASSESS, 8, it -> it.set(ProblemType.ASSIGNEE, company.person("nina")));
        step(
                vpn,
                "nina",
                "analyse",
                State.ROOT_CAUSE_ANALYSIS,
                7,
                it -> it.set(
                        ProblemType.WORKAROUND,
                        "Choose the profile “Hamburg 2” in the client: it ends at the new gateway."));
        say(vpn, "nina", "All drops of the last week came from the **old** gateway; the new one had none.", 6);
        task(vpn, "Log the idle time-outs of the old gateway", "piotr.zielinski", ProblemTask.State.DONE, -3);
        task(vpn, "Move twenty pilot users to the new gateway", "nina", ProblemTask.State.IN_PROGRESS, 2);

        var labels = problem(
                "Print heads of the gate printers wear out early",
                "Labels in the loading bay print faintly",
                "Workplace",
                Level.MEDIUM,
                Level.HIGH,
                20);
        step(
                labels,
                "dario.conti",
                "assess",
                State.ASSESS,
                19,
                it -> it.set(ProblemType.ASSIGNEE, company.person("dario.conti")));
        step(labels, "dario.conti", "analyse", State.ROOT_CAUSE_ANALYSIS, 15, _ -> {});
        step(
                labels,
                "dario.conti",
                "start_fix",
                State.FIX_IN_PROGRESS,
                4,
                it -> it.set(
                                ProblemType.CAUSE,
                                "The labels bought since summer are rougher and grind the print heads down in six weeks.")
                        .set(ProblemType.WORKAROUND, "Raise the darkness to 14 and clean the head once a shift."));
        task(labels, "Order smooth labels for all gates", "signe.holm", ProblemTask.State.OPEN, 5);

        var scanners = problem(
                "Scanners lose their session while roaming",
                "Scanner loses its session between aisles",
                "Applications",
                Level.HIGH,
                Level.HIGH,
                58);
        fixed(
                scanners,
                "yusuf.demir",
                "Between aisles 7 and 8 the scanners change the access point, which took longer than the session lives.",
                "Raised the session time to thirty minutes and fixed the roaming threshold.",
                56,
                41);

        problem(
                "Inventory import books corrections twice",
                "Stock of article 4711 is negative",
                "Applications",
                Level.HIGH,
                Level.MEDIUM,
                1);

        var payslips = problem(
                "Templates of payslips lose their font",
                "Payslip of last month cannot be opened",
                "Applications",
                Level.MEDIUM,
                Level.LOW,
                80);
        fixed(
                payslips,
                "yusuf.demir",
                "The update of the document server removes fonts that were installed by hand.",
                "The font is part of the template now.",
                78,
                66);
        step(
                payslips,
                "paula",
                "close",
                State.CLOSED,
                30,
                it -> it.set(ProblemType.CLOSURE_CODE, ClosureCode.FIX_APPLIED));

        var wlan = problem(
                "Access controller stays down after power cuts",
                "No WLAN in the meeting rooms on floor 2",
                "Network",
                Level.MEDIUM,
                Level.MEDIUM,
                12);
        step(
                wlan,
                "ruth.amadi",
                "assess",
                State.ASSESS,
                11,
                it -> it.set(ProblemType.ASSIGNEE, company.person("ruth.amadi")));

        var portal = problem(
                "Customers register a second time with the same address",
                "Customer cannot sign in to the portal",
                "Applications",
                Level.LOW,
                Level.MEDIUM,
                35);
        step(portal, "elena", "assess", State.ASSESS, 34, _ -> {});
        step(
                portal,
                "paula",
                "close",
                State.CLOSED,
                25,
                it -> it.set(ProblemType.CLOSURE_CODE, ClosureCode.RISK_ACCEPTED));
        say(portal, "paula", "The new portal comes in spring; until then the desk merges the accounts by hand.", 25);

        var twice = problem("VPN of people at home is unstable", null, "Network", Level.MEDIUM, Level.MEDIUM, 6);
        step(
                twice,
                "paula",
                "close",
                State.CLOSED,
                5,
                it -> it.set(ProblemType.CLOSURE_CODE, ClosureCode.DUPLICATE).set(ProblemType.DUPLICATE_OF, vpn));

        var porto = problem(
                "Internet in Porto is slow", "Internet is slow in Porto", "Network", Level.MEDIUM, Level.LOW, 15);
        step(porto, "paula", "cancel", State.CLOSED, 14, it -> it.set(ProblemType.CLOSURE_CODE, ClosureCode.CANCELLED));
        say(porto, "paula", "The provider had a faulty card and exchanged it.", 14);

        knownErrors(vpn, labels, scanners);
        look();
    }

    private void knownErrors(UUID vpn, UUID labels, UUID scanners) {
        knownError(
                "VPN ends after ten minutes at the old gateway",
                "The VPN disconnects every ten minutes and comes back by itself.",
                "Choose the profile “Hamburg 2” in the VPN client and connect again.",
                "Remote access",
                "VPN",
                vpn,
                KnownError.State.PUBLISHED);
        knownError(
                "Gate printers print faintly",
                "Labels in the loading bay print so faintly that scanners cannot read them.",
                "Raise the darkness to 14 in the printer's menu and clean the print head.",
                "Printing",
                "Printer",
                labels,
                KnownError.State.PUBLISHED);
        knownError(
                "Laptops stay black after sleep at the dock",
                "The laptop does not wake from sleep: black screen, the fan runs.",
                "Pull the dock's cable, press the power button for ten seconds, and start without the dock.",
                "Workplace computers",
                "Laptop",
                null,
                KnownError.State.PUBLISHED);
        knownError(
                "Shared calendars stop on phones",
                "The shared calendar shows yesterday's meetings only.",
                null,
                "Mail and calendar",
                "Mail",
                null,
                KnownError.State.DRAFT);
        knownError(
                "Scanners sign out between aisles",
                "The scanner loses its session between aisles 7 and 8.",
                "Wait a second at the end of the aisle.",
                "Warehouse management",
                "Warehouse system",
                scanners,
                KnownError.State.RETIRED);
    }

    /// A problem and the incidents of that title that were there by then.
    private UUID problem(
            String title, @Nullable String incidents, String group, Level impact, Level urgency, int daysAgo) {
        var opened = ago(daysAgo);
        var plan = Plan.of(Cause.CREATED).at(opened);
        var made = plan.create(ProblemType.PROBLEM);
        made.values()
                .set(ProblemType.TITLE, title)
                .set(ProblemType.GROUP, company.group(group))
                .set(ProblemType.IMPACT, impact)
                .set(ProblemType.URGENCY, urgency)
                .set(ProblemType.OPENED_AT, opened);
        if (incidents != null) {
            var trouble = DemoWords.TROUBLES.stream()
                    .filter(it -> it.title().equals(incidents))
                    .findFirst()
                    .orElseThrow();
            made.values()
                    .set(ProblemType.DESCRIPTION, trouble.description())
                    .set(ProblemType.SERVICE, company.service(trouble.service()))
                    .set(ProblemType.CATEGORY, company.category(trouble.category()));
            behind(incidents, opened).forEach(it -> made.parts().add(new Link(LinkType.CAUSES, it.id())));
        }
        company.save(company.entitled("paula"), plan);
        return made.id();
    }

    private List<Snapshot> behind(String title, Instant before) {
        var of = Filter.all(
                new Filter.Words(List.of(title.toLowerCase(Locale.ROOT))),
                Filter.is(Header.ORGANISATION, company.system().organisation()),
                Filter.is(IncidentType.CONFIDENTIAL, false),
                new Filter.Compare(Filter.Path.of(IncidentType.OPENED_AT), Filter.Comparison.AT_MOST, before));
        var newest = Order.by(Order.descending(IncidentType.OPENED_AT));
        return store.list(
                        company.system(),
                        IncidentType.INCIDENT,
                        new Query(of, newest, List.of(Header.NUMBER), MOST, null))
                .items();
    }

    private void fixed(UUID problem, String by, String cause, String fix, int begun, int resolved) {
        step(problem, by, "assess", State.ASSESS, begun, it -> it.set(ProblemType.ASSIGNEE, company.person(by)));
        step(problem, by, "analyse", State.ROOT_CAUSE_ANALYSIS, begun - 1, _ -> {});
        step(problem, by, "start_fix", State.FIX_IN_PROGRESS, resolved + 3, it -> it.set(ProblemType.CAUSE, cause));
        step(problem, by, "resolve", State.RESOLVED, resolved, it -> it.set(ProblemType.FIX, fix));
    }

    private void step(UUID problem, String by, String action, State state, int daysAgo, Consumer<Step.Edit> more) {
        var plan = Plan.of(Cause.action(action)).at(ago(daysAgo));
        more.accept(plan.edit(read(ProblemType.PROBLEM, problem)).set(ProblemType.STATE, state));
        company.save(company.entitled(by), plan);
    }

    private void say(UUID problem, String by, String text, int daysAgo) {
        var plan = Plan.of(Cause.action("comment")).at(ago(daysAgo));
        plan.edit(read(ProblemType.PROBLEM, problem)).add(new Comment(text, false));
        company.save(company.entitled(by), plan);
    }

    private void task(UUID problem, String title, String assignee, ProblemTask.State state, int due) {
        var plan = Plan.of(Cause.CREATED).at(ago(4));
        plan.create(ProblemTaskType.PROBLEM_TASK)
                .values()
                .set(ProblemTaskType.TITLE, title)
                .set(ProblemTaskType.PROBLEM, problem)
                .set(ProblemTaskType.STATE, state)
                .set(ProblemTaskType.GROUP, read(ProblemType.PROBLEM, problem).get(ProblemType.GROUP))
                .set(ProblemTaskType.ASSIGNEE, company.person(assignee))
                .set(ProblemTaskType.DUE_AT, now.plus(Duration.ofDays(due)));
        company.save(company.entitled("paula"), plan);
    }

    private void knownError(
            String title,
            String symptom,
            @Nullable String workaround,
            String service,
            String category,
            @Nullable UUID problem,
            KnownError.State state) {
        var plan = Plan.of(Cause.CREATED).at(ago(5));
        var values = new Values()
                .set(KnownErrorType.TITLE, title)
                .set(KnownErrorType.SYMPTOM, symptom)
                .set(KnownErrorType.WORKAROUND, workaround)
                .set(KnownErrorType.SERVICE, company.service(service))
                .set(KnownErrorType.CATEGORY, company.category(category))
                .set(KnownErrorType.PROBLEM, problem)
                .set(KnownErrorType.STATE, state)
                .set(Header.ORGANISATION, company.system().organisation());
        var made = plan.create(KnownErrorType.KNOWN_ERROR);
        values.all().forEach(made.values()::put);
        company.save(company.entitled("kim"), plan);
    }

    /// What the night would find: some of it is none, and one is taken up at once.
    private void look() {
        candidates.look(company.system().organisation());
        decide(
                "password expired",
                "dismiss",
                Map.of("reason", "That is how it is meant: who comes back from leave sets a new password."));
        decide(
                "second factor",
                "dismiss",
                Map.of("reason", "New phones are enrolled in person. To be ordered in the catalogue from spring on."));
        decide(
                "project folder",
                "dismiss",
                Map.of("reason", "Requests and no failures: the owners of the folders agree to each."));
        decide("printer on floor", "accept", Map.of());
    }

    private void decide(String words, String action, Map<String, String> answers) {
        store.list(company.system(), ProblemCandidateType.PROBLEM_CANDIDATE, Query.of(new Filter.Words(List.of(words))))
                .items()
                .forEach(it -> acts.act(
                        company.entitled("paula"), it.type(), it.id(), action, Input.texts(answers), null, false));
    }

    private Snapshot read(RecordType<?> type, UUID id) {
        return store.get(company.system(), type, id).orElseThrow();
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
