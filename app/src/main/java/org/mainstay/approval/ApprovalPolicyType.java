package org.mainstay.approval;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Policies of approval. For a record the first active one of its type decides whose condition holds.
public final class ApprovalPolicyType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED, SET_ONCE);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    /// In the filter language; empty for all records of the type.
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000));

    /// The group that settles a step for which nobody else is left.
    public static final Attribute<UUID> STEWARDS = Attribute.column("stewards", new Kind.Reference("group"), REQUIRED);

    public static final Attribute<Boolean> OWN_REQUESTS =
            Attribute.column("own_requests", new Kind.YesNo(), REQUIRED).preset(false);

    /// Whether who approved one step is not asked again by a later one.
    public static final Attribute<Boolean> COUNTS_ONCE =
            Attribute.column("counts_once", new Kind.YesNo(), REQUIRED).preset(true);

    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> APPROVAL_POLICY = RecordType.<Snapshot>named(
                    "approval_policy", "approval-policies")
            .table("approval", "approval_policy")
            .numbered("APP")
            .label(NAME)
            .attributes(NAME, RECORD_TYPE, POSITION, CONDITION, STEWARDS, OWN_REQUESTS, COUNTS_ONCE, ACTIVE)
            .orders(Order.by(Order.ascending(RECORD_TYPE), Order.ascending(POSITION)))
            .columns(NAME, RECORD_TYPE, POSITION, CONDITION, STEWARDS, ACTIVE)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private ApprovalPolicyType() {}
}
