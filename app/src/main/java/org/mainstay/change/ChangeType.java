package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.Risk;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.conversation.Watchers;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.people.Permissions;

/// Everything the platform knows about changes. Read this first.
public final class ChangeType {

    /// Permission to see the changes of an organisation and to work on them.
    public static final String WORK = Permissions.CHANGE_WORK;

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<Type> TYPE = Attribute.column("type", new Kind.Choice<>(Type.class), REQUIRED);

    /// Of the change's type; without one it gets the first of them.
    public static final Attribute<UUID> MODEL = Attribute.column("model", new Kind.Reference("change_model"));

    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.NEW);
    public static final Attribute<UUID> REQUESTED_BY = Attribute.column("requested_by", new Kind.Reference("person"));
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));
    public static final Attribute<UUID> CATEGORY = Attribute.column("category", new Kind.TreePick("category"));
    public static final Attribute<UUID> SERVICE = Attribute.column("service", new Kind.Reference("configuration_item"));

    /// The main item; others are affected items.
    public static final Attribute<UUID> CONFIGURATION_ITEM =
            Attribute.column("configuration_item", new Kind.Reference("configuration_item"));

    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);

    /// What it is good for.
    public static final Attribute<String> JUSTIFICATION = Attribute.column("justification", new Kind.Prose());

    public static final Attribute<String> IMPLEMENTATION_PLAN =
            Attribute.column("implementation_plan", new Kind.Prose());
    public static final Attribute<String> TEST_PLAN = Attribute.column("test_plan", new Kind.Prose());
    public static final Attribute<String> BACK_OUT_PLAN = Attribute.column("back_out_plan", new Kind.Prose());
    public static final Attribute<Instant> PLANNED_START = Attribute.column("planned_start", new Kind.Moment());
    public static final Attribute<Instant> PLANNED_END = Attribute.column("planned_end", new Kind.Moment());
    public static final Attribute<Instant> ACTUAL_START =
            Attribute.column("actual_start", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> ACTUAL_END = Attribute.column("actual_end", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Outcome> OUTCOME =
            Attribute.column("outcome", new Kind.Choice<>(Outcome.class), READ_ONLY);

    /// What was learned: the post-implementation review.
    public static final Attribute<String> REVIEW = Attribute.column("review", new Kind.Prose());

    /// Done first and told afterwards.
    public static final Attribute<Boolean> UNPLANNED =
            Attribute.column("unplanned", new Kind.YesNo(), REQUIRED, READ_ONLY).preset(false);

    /// As it was assessed last, before the implementation.
    public static final Attribute<Risk> RISK = Attribute.column("risk", new Kind.Choice<>(Risk.class), READ_ONLY);

    public static final Attribute<Long> RISK_POINTS =
            Attribute.column("risk_points", new Kind.Whole(0, 1_000_000), READ_ONLY);
    public static final Attribute<Instant> RISK_ASSESSED_AT =
            Attribute.column("risk_assessed_at", new Kind.Moment(), READ_ONLY);

    /// What people answered to the questions about its risk: a line each, `code: answer`.
    public static final Attribute<String> RISK_ANSWERS =
            Attribute.column("risk_answers", new Kind.Prose(10_000), READ_ONLY);

    public static final Attribute<Instant> OPENED_AT =
            Attribute.column("opened_at", new Kind.Moment(), REQUIRED, SET_ONCE).derived();
    public static final Attribute<Instant> CLOSED_AT = Attribute.column("closed_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

    /// What is approved: another value asks anew, and once the implementation has begun they stay.
    public static final List<Attribute<?>> PLAN = List.of(
            TYPE,
            MODEL,
            SERVICE,
            CONFIGURATION_ITEM,
            DESCRIPTION,
            IMPLEMENTATION_PLAN,
            TEST_PLAN,
            BACK_OUT_PLAN,
            PLANNED_START,
            PLANNED_END);

    /// As modules name it; the installation's own asks for approvals.
    public static final RecordType<Change> CHANGE = with(Clearance.NONE, List.of());

    private ChangeType() {}

    /// @param contributed verbs of themes that this one does not know
    static RecordType<Change> with(Clearance clearance, List<Action<Change>> contributed) {
        var actions = new ArrayList<Action<Change>>(List.of(
                new Assess(),
                new RequestApproval(clearance),
                new Schedule(),
                new Implement(clearance),
                new Finish(),
                new Close(),
                new Revise(clearance),
                new RecordAfterwards(),
                new Cancel(clearance)));
        actions.addAll(contributed);
        return RecordType.<Change>named("change", "changes")
                .table("change", "change")
                .numbered("CHG")
                .label(TITLE)
                .attributes(
                        TITLE,
                        TYPE,
                        MODEL,
                        STATE,
                        REQUESTED_BY,
                        GROUP,
                        ASSIGNEE,
                        CATEGORY,
                        SERVICE,
                        CONFIGURATION_ITEM,
                        DESCRIPTION,
                        JUSTIFICATION,
                        IMPLEMENTATION_PLAN,
                        TEST_PLAN,
                        BACK_OUT_PLAN,
                        PLANNED_START,
                        PLANNED_END,
                        ACTUAL_START,
                        ACTUAL_END,
                        OUTCOME,
                        REVIEW,
                        UNPLANNED,
                        RISK,
                        RISK_POINTS,
                        RISK_ASSESSED_AT,
                        RISK_ANSWERS,
                        WATCHERS,
                        OPENED_AT,
                        CLOSED_AT)
                .actions(actions)
                .orders(
                        Order.by(Order.descending(OPENED_AT)),
                        Order.by(Order.ascending(PLANNED_START)),
                        Order.by(Order.descending(Header.UPDATED_AT)),
                        Order.by(Order.ascending(Header.NUMBER)))
                .columns(TITLE, TYPE, STATE, RISK, SERVICE, GROUP, ASSIGNEE, PLANNED_START, PLANNED_END)
                .people(ASSIGNEE, GROUP, REQUESTED_BY)
                .finished(STATE, State.CLOSED, State.CANCELLED)
                .suggested(CATEGORY, SERVICE, GROUP)
                .section("work", STATE, TYPE, MODEL, UNPLANNED, OUTCOME)
                .section("risk", RISK, RISK_POINTS, RISK_ASSESSED_AT)
                .section("window", PLANNED_START, PLANNED_END, ACTUAL_START, ACTUAL_END)
                .section("people", REQUESTED_BY, ASSIGNEE, GROUP, WATCHERS)
                .section("about", CATEGORY, SERVICE, CONFIGURATION_ITEM)
                .section("course", OPENED_AT, CLOSED_AT)
                .apart(RISK_ANSWERS)
                .workedBy(WORK)
                .deletable()
                .reader(Change::of)
                .build();
    }
}
