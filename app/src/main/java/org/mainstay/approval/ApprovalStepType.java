package org.mainstay.approval;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Duration;
import java.util.UUID;
import org.mainstay.approval.StepTerms.Approvers;
import org.mainstay.approval.StepTerms.Overdue;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.approval.StepTerms.Rejection;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// The steps of policies.
public final class ApprovalStepType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<UUID> POLICY =
            Attribute.column("policy", new Kind.Reference("approval_policy"), REQUIRED, SET_ONCE);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    /// Whether it is asked at the same time as the step before it.
    public static final Attribute<Boolean> BESIDE =
            Attribute.column("beside", new Kind.YesNo(), REQUIRED).preset(false);

    static final Attribute<Approvers> APPROVERS =
            Attribute.column("approvers", new Kind.Choice<>(Approvers.class), REQUIRED);
    public static final Attribute<UUID> PERSON = Attribute.column("person", new Kind.Reference("person"));
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    /// The approval rules that say who is asked.
    public static final Attribute<String> LIST = Attribute.column("list", new Kind.Text(60));

    static final Attribute<Quorum> QUORUM = Attribute.column("quorum", new Kind.Choice<>(Quorum.class), REQUIRED)
            .preset(Quorum.ANY);
    public static final Attribute<Long> NEEDED = Attribute.column("needed", new Kind.Whole(1, 100));
    static final Attribute<Rejection> REJECTION = Attribute.column(
                    "rejection", new Kind.Choice<>(Rejection.class), REQUIRED)
            .preset(Rejection.FIRST);

    /// In the filter language, on the record that is decided on.
    public static final Attribute<String> SKIP_WHEN = Attribute.column("skip_when", new Kind.Text(2_000));

    public static final Attribute<String> APPROVE_WHEN = Attribute.column("approve_when", new Kind.Text(2_000));

    /// Whoever is asked has so long.
    public static final Attribute<Duration> DEADLINE = Attribute.column("deadline", new Kind.Span());

    public static final Attribute<Duration> REMINDER = Attribute.column("reminder", new Kind.Span());
    static final Attribute<Overdue> OVERDUE = Attribute.column("overdue", new Kind.Choice<>(Overdue.class), REQUIRED)
            .preset(Overdue.WAIT);
    public static final Attribute<UUID> ESCALATION_PERSON =
            Attribute.column("escalation_person", new Kind.Reference("person"));
    public static final Attribute<UUID> ESCALATION_GROUP =
            Attribute.column("escalation_group", new Kind.Reference("group"));

    public static final RecordType<Snapshot> APPROVAL_STEP = RecordType.<Snapshot>named(
                    "approval_step", "approval-steps")
            .table("approval", "approval_step")
            .numbered("APS")
            .label(NAME)
            .attributes(
                    NAME,
                    POLICY,
                    POSITION,
                    BESIDE,
                    APPROVERS,
                    PERSON,
                    GROUP,
                    LIST,
                    QUORUM,
                    NEEDED,
                    REJECTION,
                    SKIP_WHEN,
                    APPROVE_WHEN,
                    DEADLINE,
                    REMINDER,
                    OVERDUE,
                    ESCALATION_PERSON,
                    ESCALATION_GROUP)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, POLICY, POSITION, APPROVERS, QUORUM, DEADLINE)
            .section("who", APPROVERS, PERSON, GROUP, LIST)
            .section("enough", QUORUM, NEEDED, REJECTION)
            .section("without", SKIP_WHEN, APPROVE_WHEN)
            .section("time", DEADLINE, REMINDER, OVERDUE, ESCALATION_PERSON, ESCALATION_GROUP)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private ApprovalStepType() {}

    static StepTerms terms(Snapshot it) {
        var needed = it.get(NEEDED);
        return new StepTerms(
                it.need(NAME),
                Boolean.TRUE.equals(it.get(BESIDE)),
                it.need(APPROVERS),
                it.get(PERSON),
                it.get(GROUP),
                it.get(LIST),
                it.need(QUORUM),
                needed == null ? 1 : needed.intValue(),
                it.need(REJECTION),
                it.get(SKIP_WHEN),
                it.get(APPROVE_WHEN),
                it.get(DEADLINE),
                it.get(REMINDER),
                it.need(OVERDUE),
                it.get(ESCALATION_PERSON),
                it.get(ESCALATION_GROUP));
    }
}
