package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.ApprovalPolicyType;
import org.mainstay.approval.ApprovalStepType;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.change.ChangeModelType;
import org.mainstay.change.ChangeTask;
import org.mainstay.change.ChangeTaskType;
import org.mainstay.change.ChangeType;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome.Done;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// What the demo company changes in the weeks around today, and who has to agree.
final class DemoChanges {

    /// In the evening, when nobody works in the warehouse.
    private static final Duration EVENING = Duration.ofHours(19);

    private final RecordStore store;
    private final DemoPeople company;
    private final Acts acts;
    private final Instant now;
    private final Map<Type, UUID> models = new HashMap<>();

    DemoChanges(RecordStore store, DemoPeople company, Acts acts, Clock clock) {
        this.store = store;
        this.company = company;
        this.acts = acts;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /// @param item that it is done to
    /// @param by user name of whoever plans and does it
    /// @param days from today to its window, which begins in the evening
    private record Planned(Type type, String title, String item, String group, String by, int days, int hours) {}

    /// Who has to agree; holds for what is done in later transactions.
    void policies() {
        policy("Normal changes", Type.NORMAL, "carl");
        policy("Emergency changes", Type.EMERGENCY, "mia");
    }

    void make() {
        store.list(company.system(), ChangeModelType.CHANGE_MODEL, Query.of(Filter.EVERYTHING))
                .items()
                .forEach(it -> models.putIfAbsent(it.need(ChangeModelType.TYPE), it.id()));
        new DemoPastChanges(company, models, now).make();
        past();
        planned();
        var asked = change(
                new Planned(Type.NORMAL, "Replace the core switch of floor 2", "sw-core-02", "Network", "nina", 6, 4));
        step(asked, "nina", "assess", 1, it -> it.set(ChangeType.STATE, State.ASSESS));
        task(asked, "Stage the configuration", ChangeTask.Kind.PLAN, 10, "nina");
        task(asked, "Move the uplinks", ChangeTask.Kind.IMPLEMENT, 20, "nina");
        task(asked, "Call the reception and the warehouse", ChangeTask.Kind.TEST, 30, "ruth.amadi");
        ask(asked, "nina");
    }

    private void past() {
        done(
                new Planned(
                        Type.NORMAL,
                        "Third web server behind the load balancer",
                        "lb-01",
                        "Operations",
                        "otto",
                        -26,
                        3),
                Outcome.SUCCESSFUL,
                "Took half an hour less than planned.");
        done(
                new Planned(
                        Type.STANDARD, "Monthly updates of the mail server", "mail-01", "Operations", "otto", -19, 2),
                Outcome.SUCCESSFUL,
                "");
        done(
                new Planned(Type.NORMAL, "Move mail to the new store", "mail server", "Operations", "otto", -12, 5),
                Outcome.SUCCESSFUL_WITH_ISSUES,
                "Shared mailboxes were read-only until the morning; next time they move first.");
        done(
                new Planned(Type.NORMAL, "Exchange the firewall", "fw-01", "Network", "nina", -5, 4),
                Outcome.FAILED,
                "Tunnels to the warehouse drop since then: the time-outs of the old rules were not carried over.");
        done(
                new Planned(Type.EMERGENCY, "Add a disk to the storage", "san-01", "Operations", "otto", -2, 2),
                Outcome.SUCCESSFUL,
                "Watch the growth of the warehouse database.");
        var backed = done(
                new Planned(
                        Type.NORMAL,
                        "New release of the warehouse system",
                        "warehouse",
                        "Applications",
                        "yusuf.demir",
                        -1,
                        3),
                Outcome.BACKED_OUT,
                null);
        say(backed, "yusuf.demir", "Labels came out empty on two gates; the old release is back since 21:10.", 0);
        var cancelled = change(new Planned(
                Type.NORMAL, "Move payroll to the new database host", "payroll database", "Operations", "otto", -8, 4));
        step(cancelled, "otto", "cancel", 10, it -> it.set(ChangeType.STATE, State.CANCELLED));
        say(cancelled, "otto", "Payroll runs that night. Next month.", 10);
    }

    private void planned() {
        scheduled(new Planned(
                Type.NORMAL, "Carry over the time-outs of the old firewall", "fw-01", "Network", "nina", 1, 2));
        scheduled(
                new Planned(Type.STANDARD, "Monthly updates of the web servers", "web-01", "Operations", "otto", 1, 2));
        scheduled(new Planned(Type.STANDARD, "Updates of the database host", "db-01", "Operations", "otto", 3, 3));
        scheduled(
                new Planned(Type.NORMAL, "More memory for the virtual machines", "esx-03", "Operations", "otto", 3, 4));
        change(new Planned(Type.NORMAL, "Exchange the power supply of the host", "esx-03", "Operations", "otto", 3, 2));
        var assessed = change(new Planned(
                Type.NORMAL,
                "New release of the warehouse system, second try",
                "warehouse",
                "Applications",
                "yusuf.demir",
                8,
                3));
        step(assessed, "yusuf.demir", "assess", 0, it -> it.set(ChangeType.STATE, State.ASSESS));
        change(new Planned(
                Type.NORMAL, "Telephony over the second provider", "Telephony", "Network", "piotr.zielinski", 14, 3));
    }

    /// What is far ahead waits to be answered.
    private static @Nullable String answers(Planned change) {
        if (change.days() > 7) {
            return null;
        }
        return change.type() == Type.STANDARD
                ? "done_before: yes\ntested: yes\nback_out_tried: yes\ninterruption: short\nseveral_teams: no"
                : "done_before: yes\ntested: partly\ninterruption: short\nseveral_teams: no";
    }

    private UUID change(Planned change) {
        var start = start(change);
        var plan = Plan.of(Cause.CREATED).at(earlier(start.minus(Duration.ofDays(9))));
        var made = plan.create(ChangeType.CHANGE);
        made.values()
                .set(ChangeType.TITLE, change.title())
                .set(ChangeType.TYPE, change.type())
                .set(ChangeType.MODEL, models.get(change.type()))
                .set(ChangeType.CONFIGURATION_ITEM, company.service(change.item()))
                .set(ChangeType.GROUP, company.group(change.group()))
                .set(ChangeType.ASSIGNEE, company.person(change.by()))
                .set(ChangeType.DESCRIPTION, change.title() + ", as the team agreed.")
                .set(ChangeType.JUSTIFICATION, "Keeps the service within what was promised.")
                .set(ChangeType.IMPLEMENTATION_PLAN, "1. Announce it\n2. Save the configuration\n3. Do it step by step")
                .set(ChangeType.TEST_PLAN, "Sign in, book one thing, look at the monitoring.")
                .set(ChangeType.BACK_OUT_PLAN, "Load the saved configuration.")
                .set(ChangeType.RISK_ANSWERS, answers(change))
                .set(ChangeType.PLANNED_START, start)
                .set(ChangeType.PLANNED_END, start.plus(Duration.ofHours(change.hours())));
        company.save(company.entitled(change.by()), plan);
        return made.id();
    }

    private Instant start(Planned change) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(EVENING).plus(Duration.ofDays(change.days()));
    }

    /// The moment, or now where it has not come yet.
    private Instant earlier(Instant moment) {
        return moment.isAfter(now) ? now : moment;
    }

    private UUID scheduled(Planned change) {
        var id = change(change);
        if (change.type() == Type.NORMAL) {
            step(id, change.by(), "assess", 1, it -> it.set(ChangeType.STATE, State.ASSESS));
        }
        step(id, change.by(), "schedule", 0, it -> it.set(ChangeType.STATE, State.SCHEDULED));
        return id;
    }

    /// @param review null for one that waits for it
    private UUID done(Planned change, Outcome outcome, @Nullable String review) {
        var id = change(change);
        var start = start(change);
        int since = -change.days();
        if (change.type() == Type.NORMAL) {
            step(id, change.by(), "assess", since + 3, it -> it.set(ChangeType.STATE, State.ASSESS));
        }
        step(id, change.by(), "schedule", since + 2, it -> it.set(ChangeType.STATE, State.SCHEDULED));
        at(
                id,
                change.by(),
                "implement",
                start,
                it -> it.set(ChangeType.STATE, State.IMPLEMENT).set(ChangeType.ACTUAL_START, start));
        var end = start.plus(Duration.ofMinutes(55L * change.hours()));
        boolean reviewed = change.type() != Type.STANDARD;
        at(
                id,
                change.by(),
                "finish",
                end,
                it -> it.set(ChangeType.STATE, reviewed ? State.REVIEW : State.CLOSED)
                        .set(ChangeType.OUTCOME, outcome)
                        .set(ChangeType.ACTUAL_END, end));
        if (reviewed && review != null) {
            at(
                    id,
                    "carl",
                    "close",
                    earlier(end.plus(Duration.ofHours(16))),
                    it -> it.set(ChangeType.STATE, State.CLOSED).set(ChangeType.REVIEW, review));
        }
        return id;
    }

    private void step(UUID change, String by, String action, int daysAgo, Consumer<Step.Edit> edit) {
        at(change, by, action, now.minus(Duration.ofDays(daysAgo)), edit);
    }

    private void at(UUID change, String by, String action, Instant moment, Consumer<Step.Edit> edit) {
        var plan = Plan.of(Cause.action(action)).at(moment);
        edit.accept(plan.edit(read(change)));
        company.save(company.entitled(by), plan);
    }

    private void say(UUID change, String by, String text, int daysAgo) {
        step(change, by, "comment", daysAgo, it -> it.add(new Comment(text, false)));
    }

    private void task(UUID change, String title, ChangeTask.Kind kind, long position, String assignee) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(ChangeTaskType.CHANGE_TASK)
                .values()
                .set(ChangeTaskType.TITLE, title)
                .set(ChangeTaskType.CHANGE, change)
                .set(ChangeTaskType.KIND, kind)
                .set(ChangeTaskType.POSITION, position)
                .set(ChangeTaskType.GROUP, read(change).get(ChangeType.GROUP))
                .set(ChangeTaskType.ASSIGNEE, company.person(assignee));
        company.save(company.entitled("nina"), plan);
    }

    private Snapshot read(UUID change) {
        return store.get(company.system(), ChangeType.CHANGE, change).orElseThrow();
    }

    private void ask(UUID change, String by) {
        var outcome = acts.act(
                company.entitled(by),
                ChangeType.CHANGE,
                change,
                "request_approval",
                Input.texts(Map.of()),
                null,
                false);
        if (!(outcome instanceof Done)) {
            throw new IllegalStateException("the demo company could not ask for approval: " + outcome);
        }
    }

    private void policy(String name, Type type, String approver) {
        var policy = made(
                ApprovalPolicyType.APPROVAL_POLICY,
                Map.of(
                        "name",
                        name,
                        "record_type",
                        ChangeType.CHANGE.code(),
                        "condition",
                        "type:" + Codes.of(type),
                        "stewards",
                        company.group("Operations").toString()));
        made(
                ApprovalStepType.APPROVAL_STEP,
                Map.of(
                        "name",
                        "Agree to it",
                        "policy",
                        policy.number(),
                        "approvers",
                        "person",
                        "person",
                        approver,
                        "deadline",
                        "PT96H",
                        "reminder",
                        "PT24H"));
    }

    private Snapshot made(RecordType<?> type, Map<String, String> values) {
        var outcome = acts.create(company.system(), type, Input.texts(values), List.of(), false);
        if (outcome instanceof Done(var record)) {
            return record;
        }
        throw new IllegalStateException("the demo company could not have " + values + ": " + outcome);
    }
}
