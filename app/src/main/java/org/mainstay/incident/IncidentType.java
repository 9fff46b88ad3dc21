package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mainstay.conversation.Watchers;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.Incident.Major;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about incidents. Read this first.
public final class IncidentType {

    /// Permission to report incidents of an organisation; everybody has it in their own.
    public static final String REPORT = "incident:report";

    /// Permission to work on the incidents of an organisation.
    public static final String WORK = "incident:work";

    /// Permission to declare and demote major incidents.
    public static final String MANAGE_MAJOR = "incident:major";

    /// Lists of picks.
    public static final String CHANNELS = "channel";

    public static final String RESOLUTION_CODES = "resolution_code";

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);
    public static final Attribute<UUID> CALLER = Attribute.column("caller", new Kind.Reference("person"));
    public static final Attribute<UUID> OPENED_BY =
            Attribute.column("opened_by", new Kind.Reference("person"), READ_ONLY);
    public static final Attribute<String> CHANNEL = Attribute.column("channel", new Kind.Pick(CHANNELS));
    public static final Attribute<UUID> CATEGORY = Attribute.column("category", new Kind.TreePick("category"));
    public static final Attribute<UUID> SERVICE = Attribute.column("service", new Kind.Reference("configuration_item"));
    public static final Attribute<UUID> CONFIGURATION_ITEM =
            Attribute.column("configuration_item", new Kind.Reference("configuration_item"));
    public static final Attribute<UUID> LOCATION = Attribute.column("location", new Kind.Reference("location"));

    public static final Attribute<Level> IMPACT =
            Attribute.column("impact", new Kind.Choice<>(Level.class), REQUIRED).preset(Level.MEDIUM);
    public static final Attribute<Level> URGENCY = Attribute.column("urgency", new Kind.Choice<>(Level.class), REQUIRED)
            .preset(Level.MEDIUM);

    /// 1 is gravest. Follows from impact and urgency; a value of one's own is an override and needs a
    /// reason.
    public static final Attribute<Long> PRIORITY =
            Attribute.column("priority", new Kind.Whole(1, 5), REQUIRED).derived();

    public static final Attribute<Boolean> PRIORITY_OVERRIDE =
            Attribute.column("priority_override", new Kind.YesNo(), REQUIRED).derived();
    public static final Attribute<String> PRIORITY_REASON = Attribute.column("priority_reason", new Kind.Text(400));

    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.NEW);
    public static final Attribute<HoldReason> HOLD_REASON =
            Attribute.column("hold_reason", new Kind.Choice<>(HoldReason.class), READ_ONLY);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));

    public static final Attribute<UUID> PARENT_INCIDENT =
            Attribute.column("parent_incident", new Kind.Reference("incident"));
    public static final Attribute<UUID> DUPLICATE_OF =
            Attribute.column("duplicate_of", new Kind.Reference("incident"), READ_ONLY);

    /// The incident whose consequence this one is.
    public static final Attribute<UUID> CAUSED_BY = Attribute.column("caused_by", new Kind.Reference("incident"));

    public static final Attribute<String> RESOLUTION_CODE =
            Attribute.column("resolution_code", new Kind.Pick(RESOLUTION_CODES), READ_ONLY);
    public static final Attribute<String> RESOLUTION =
            Attribute.column("resolution", new Kind.Prose(), READ_ONLY, SEARCHED);
    public static final Attribute<UUID> RESOLVED_BY =
            Attribute.column("resolved_by", new Kind.Reference("person"), READ_ONLY);

    public static final Attribute<Instant> OPENED_AT =
            Attribute.column("opened_at", new Kind.Moment(), REQUIRED, SET_ONCE).derived();
    public static final Attribute<Instant> FIRST_RESPONSE_AT =
            Attribute.column("first_response_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> RESOLVED_AT = Attribute.column("resolved_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> CLOSED_AT = Attribute.column("closed_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> DUE_AT = Attribute.column("due_at", new Kind.Moment());

    public static final Attribute<Long> REASSIGNMENT_COUNT = Attribute.column(
                    "reassignment_count", new Kind.Whole(0, 1_000_000), REQUIRED, READ_ONLY)
            .preset(0L);
    public static final Attribute<Long> REOPEN_COUNT = Attribute.column(
                    "reopen_count", new Kind.Whole(0, 1_000_000), REQUIRED, READ_ONLY)
            .preset(0L);
    public static final Attribute<Major> MAJOR_INCIDENT = Attribute.column(
                    "major_incident", new Kind.Choice<>(Major.class), REQUIRED, READ_ONLY)
            .preset(Major.NONE);

    /// What everybody of the organisation is told while it is a major incident. Whoever writes it writes for them.
    public static final Attribute<String> STATUS_TEXT = Attribute.column("status_text", new Kind.Text(200));

    /// How many people said that it affects them, or are known to be affected.
    public static final Attribute<Long> AFFECTED_COUNT =
            Attribute.computed("affected_count", new Kind.Whole(0, 10_000_000), OutageQueries::count);

    /// Only those concerned and the group that works on it see it.
    public static final Attribute<Boolean> CONFIDENTIAL =
            Attribute.column("confidential", new Kind.YesNo(), REQUIRED).preset(false);

    public static final Attribute<Set<UUID>> WATCHERS = Watchers.ATTRIBUTE;

    /// As modules name it; the installation's own has its settings.
    public static final RecordType<Incident> INCIDENT = with(IncidentSettings.DEFAULT);

    private IncidentType() {}

    static RecordType<Incident> with(IncidentSettings settings) {
        return RecordType.<Incident>named("incident", "incidents")
                .table("incident", "incident")
                .numbered("INC")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        HOLD_REASON,
                        PRIORITY,
                        IMPACT,
                        URGENCY,
                        PRIORITY_OVERRIDE,
                        PRIORITY_REASON,
                        CALLER,
                        GROUP,
                        ASSIGNEE,
                        CATEGORY,
                        SERVICE,
                        CONFIGURATION_ITEM,
                        LOCATION,
                        CHANNEL,
                        DESCRIPTION,
                        RESOLUTION_CODE,
                        RESOLUTION,
                        RESOLVED_BY,
                        MAJOR_INCIDENT,
                        STATUS_TEXT,
                        AFFECTED_COUNT,
                        PARENT_INCIDENT,
                        DUPLICATE_OF,
                        CAUSED_BY,
                        CONFIDENTIAL,
                        WATCHERS,
                        OPENED_BY,
                        OPENED_AT,
                        FIRST_RESPONSE_AT,
                        RESOLVED_AT,
                        CLOSED_AT,
                        DUE_AT,
                        REASSIGNMENT_COUNT,
                        REOPEN_COUNT)
                .actions(
                        new Take(),
                        new Assign(),
                        new Start(),
                        new Hold(),
                        new Resume(),
                        new Escalate(),
                        new Resolve(),
                        new Close(),
                        new Reopen(settings.reopenWindow()),
                        new Cancel(),
                        new ProposeMajor(),
                        new AcceptMajor(),
                        new DemoteMajor(),
                        new AddAffected(),
                        new LinkChild(),
                        new MergeDuplicate(),
                        new UndoMerge(settings.undoMergeWithin()))
                .orders(
                        Order.by(Order.ascending(PRIORITY), Order.descending(OPENED_AT)),
                        Order.by(Order.descending(OPENED_AT)),
                        Order.by(Order.descending(Header.UPDATED_AT)),
                        Order.by(Order.ascending(Header.NUMBER)),
                        Order.by(Order.ascending(DUE_AT)))
                .columns(TITLE, STATE, PRIORITY, CALLER, SERVICE, GROUP, ASSIGNEE, OPENED_AT, Header.UPDATED_AT)
                .people(CALLER, ASSIGNEE, GROUP)
                .finished(STATE, State.RESOLVED, State.CLOSED, State.CANCELLED)
                .suggested(CATEGORY, SERVICE, GROUP)
                .section(
                        "work",
                        STATE,
                        HOLD_REASON,
                        PRIORITY,
                        IMPACT,
                        URGENCY,
                        PRIORITY_OVERRIDE,
                        PRIORITY_REASON,
                        DUE_AT,
                        MAJOR_INCIDENT,
                        STATUS_TEXT,
                        AFFECTED_COUNT)
                .section("people", CALLER, ASSIGNEE, GROUP, WATCHERS, CONFIDENTIAL)
                .section("about", CATEGORY, SERVICE, CONFIGURATION_ITEM, LOCATION, CHANNEL)
                .section("related", PARENT_INCIDENT, CAUSED_BY, DUPLICATE_OF)
                .section("resolution", RESOLUTION_CODE, RESOLUTION, RESOLVED_BY, RESOLVED_AT, CLOSED_AT)
                .section("course", OPENED_BY, OPENED_AT, FIRST_RESPONSE_AT, REASSIGNMENT_COUNT, REOPEN_COUNT)
                .deletable()
                .reader(Incident::of)
                .build();
    }
}
