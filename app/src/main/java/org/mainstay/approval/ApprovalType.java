package org.mainstay.approval;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about approvals. What their attributes say is folded from the ledger; nobody sets it.
public final class ApprovalType {

    /// What the record that is decided on is called.
    public static final Attribute<String> TITLE =
            Attribute.column("title", new Kind.Text(200), REQUIRED, READ_ONLY, SEARCHED);

    public static final Attribute<Approval.State> STATE =
            Attribute.column("state", new Kind.Choice<>(Approval.State.class), REQUIRED, READ_ONLY);
    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED, READ_ONLY);

    /// Number of the record that is decided on.
    public static final Attribute<String> RECORD =
            Attribute.column("record", new Kind.Text(80), REQUIRED, READ_ONLY, SEARCHED);

    public static final Attribute<UUID> POLICY =
            Attribute.column("policy", new Kind.Reference("approval_policy"), READ_ONLY);

    /// The steps that are open, by name.
    public static final Attribute<String> STEP = Attribute.column("step", new Kind.Text(400), READ_ONLY);

    /// Those who may decide now.
    public static final Attribute<Set<UUID>> WAITING_FOR =
            Attribute.column("waiting_for", new Kind.References("person"), READ_ONLY);

    /// Everybody who was asked or decided.
    public static final Attribute<Set<UUID>> APPROVERS =
            Attribute.column("approvers", new Kind.References("person"), READ_ONLY);

    public static final Attribute<UUID> REQUESTED_BY =
            Attribute.column("requested_by", new Kind.Reference("person"), READ_ONLY);
    public static final Attribute<UUID> REQUESTED_FOR =
            Attribute.column("requested_for", new Kind.Reference("person"), READ_ONLY);
    public static final Attribute<Money> AMOUNT = Attribute.column("amount", new Kind.Amount(), READ_ONLY);
    public static final Attribute<Instant> DUE_AT = Attribute.column("due_at", new Kind.Moment(), READ_ONLY);

    /// Since when an approver waits for an answer; no time goes by while they do.
    public static final Attribute<Instant> STOPPED_AT = Attribute.column("stopped_at", new Kind.Moment(), READ_ONLY);

    /// When the next reminder or deadline is.
    public static final Attribute<Instant> NEXT_AT = Attribute.column("next_at", new Kind.Moment(), READ_ONLY);

    /// Who gave the word that settled it.
    public static final Attribute<UUID> DECIDED_BY =
            Attribute.column("decided_by", new Kind.Reference("person"), READ_ONLY);

    /// In whose place, where it was not their own.
    public static final Attribute<UUID> DECIDED_FOR =
            Attribute.column("decided_for", new Kind.Reference("person"), READ_ONLY);

    public static final Attribute<Instant> DECIDED_AT = Attribute.column("decided_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<String> REASON = Attribute.column("reason", new Kind.Prose(), READ_ONLY);

    public static final RecordType<Approval> APPROVAL = with(List.of());

    private ApprovalType() {}

    @SuppressWarnings("unchecked") // an array of its own element type
    static RecordType<Approval> with(List<Action<Approval>> actions) {
        Action<Approval>[] verbs = actions.toArray(Action[]::new);
        return RecordType.<Approval>named("approval", "approvals")
                .numbered("APR")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        RECORD_TYPE,
                        RECORD,
                        AMOUNT,
                        REQUESTED_BY,
                        REQUESTED_FOR,
                        WAITING_FOR,
                        STEP,
                        DUE_AT,
                        STOPPED_AT,
                        NEXT_AT,
                        DECIDED_BY,
                        DECIDED_FOR,
                        DECIDED_AT,
                        REASON,
                        POLICY,
                        APPROVERS)
                .orders(
                        Order.by(Order.descending(Header.CREATED_AT)),
                        Order.by(Order.ascending(DUE_AT)),
                        Order.by(Order.ascending(STATE), Order.descending(Header.CREATED_AT)))
                .columns(TITLE, STATE, AMOUNT, REQUESTED_BY, DUE_AT, RECORD)
                .section(
                        "decision",
                        STATE,
                        STEP,
                        WAITING_FOR,
                        DUE_AT,
                        STOPPED_AT,
                        NEXT_AT,
                        DECIDED_BY,
                        DECIDED_FOR,
                        DECIDED_AT,
                        REASON)
                .people(REQUESTED_BY, REQUESTED_FOR)
                .finished(
                        STATE,
                        Approval.State.APPROVED,
                        Approval.State.REJECTED,
                        Approval.State.WITHDRAWN,
                        Approval.State.SKIPPED,
                        Approval.State.EXPIRED,
                        Approval.State.SUPERSEDED)
                .actions(verbs)
                .reader(Approval::of)
                .build();
    }
}
