package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Watchers;
import org.mainstay.incident.Incident.Level;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.people.Permissions;
import org.mainstay.problem.Problem.ClosureCode;
import org.mainstay.problem.Problem.State;

/// Everything the platform knows about problems. Read this first.
public final class ProblemType {

    /// Permission to see the problems of an organisation and to work on them.
    public static final String WORK = Permissions.PROBLEM_WORK;

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.NEW);
    public static final Attribute<Level> IMPACT =
            Attribute.column("impact", new Kind.Choice<>(Level.class), REQUIRED).preset(Level.MEDIUM);
    public static final Attribute<Level> URGENCY = Attribute.column("urgency", new Kind.Choice<>(Level.class), REQUIRED)
            .preset(Level.MEDIUM);

    /// 1 is gravest. Follows from impact and urgency by the matrix of incidents.
    public static final Attribute<Long> PRIORITY =
            Attribute.column("priority", new Kind.Whole(1, 5), REQUIRED).derived();

    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));
    public static final Attribute<UUID> CATEGORY = Attribute.column("category", new Kind.TreePick("category"));
    public static final Attribute<UUID> SERVICE = Attribute.column("service", new Kind.Reference("configuration_item"));
    public static final Attribute<UUID> CONFIGURATION_ITEM =
            Attribute.column("configuration_item", new Kind.Reference("configuration_item"));

    public static final Attribute<String> CAUSE = Attribute.column("cause", new Kind.Prose(), SEARCHED);

    /// How people go on working until the cause is removed.
    public static final Attribute<String> WORKAROUND = Attribute.column("workaround", new Kind.Prose(), SEARCHED);

    public static final Attribute<String> FIX = Attribute.column("fix", new Kind.Prose(), SEARCHED);
    public static final Attribute<ClosureCode> CLOSURE_CODE =
            Attribute.column("closure_code", new Kind.Choice<>(ClosureCode.class), READ_ONLY);
    public static final Attribute<UUID> DUPLICATE_OF =
            Attribute.column("duplicate_of", new Kind.Reference("problem"), READ_ONLY);
    public static final Attribute<Instant> OPENED_AT =
            Attribute.column("opened_at", new Kind.Moment(), REQUIRED, SET_ONCE).derived();
    public static final Attribute<Instant> RESOLVED_AT = Attribute.column("resolved_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> CLOSED_AT = Attribute.column("closed_at", new Kind.Moment(), READ_ONLY);

    /// How many incidents came back within 30 days of the resolution, counted once these are over; see [Recurrences].
    public static final Attribute<Long> RECURRED_30 = Attribute.column("recurred_30", new Kind.Whole(), READ_ONLY);

    /// The same within 90 days.
    public static final Attribute<Long> RECURRED_90 = Attribute.column("recurred_90", new Kind.Whole(), READ_ONLY);

    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

    /// As modules name it; the installation's own knows what is linked.
    public static final RecordType<Problem> PROBLEM = with(Links.NONE);

    private ProblemType() {}

    static RecordType<Problem> with(Links links) {
        return RecordType.<Problem>named("problem", "problems")
                .table("problem", "problem")
                .numbered("PRB")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        PRIORITY,
                        IMPACT,
                        URGENCY,
                        GROUP,
                        ASSIGNEE,
                        CATEGORY,
                        SERVICE,
                        CONFIGURATION_ITEM,
                        DESCRIPTION,
                        CAUSE,
                        WORKAROUND,
                        FIX,
                        CLOSURE_CODE,
                        DUPLICATE_OF,
                        WATCHERS,
                        OPENED_AT,
                        RESOLVED_AT,
                        CLOSED_AT,
                        RECURRED_30,
                        RECURRED_90)
                .actions(
                        new Assess(),
                        new Analyse(),
                        new StartFix(),
                        new Resolve(links),
                        new Close(links),
                        new Cancel(),
                        new Reopen(),
                        new MakeChange(),
                        new LinkIncidents(links))
                .orders(
                        Order.by(Order.ascending(PRIORITY), Order.descending(OPENED_AT)),
                        Order.by(Order.descending(OPENED_AT)),
                        Order.by(Order.descending(Header.UPDATED_AT)),
                        Order.by(Order.ascending(Header.NUMBER)))
                .columns(TITLE, STATE, PRIORITY, SERVICE, GROUP, ASSIGNEE, OPENED_AT, Header.UPDATED_AT)
                .people(ASSIGNEE, GROUP)
                .finished(STATE, State.RESOLVED, State.CLOSED)
                .suggested(CATEGORY, SERVICE, GROUP)
                .section("work", STATE, PRIORITY, IMPACT, URGENCY)
                .section("people", ASSIGNEE, GROUP, WATCHERS)
                .section("about", CATEGORY, SERVICE, CONFIGURATION_ITEM)
                .section("closure", CLOSURE_CODE, DUPLICATE_OF)
                .section("course", OPENED_AT, RESOLVED_AT, CLOSED_AT, RECURRED_30, RECURRED_90)
                .workedBy(WORK)
                .deletable()
                .reader(Problem::of)
                .build();
    }
}
