package org.mainstay.approval;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// The lines of tables in which steps look up whom they ask: the first of a list that holds for the record decides.
public final class ApprovalRuleType {

    /// The name of the table.
    public static final Attribute<String> LIST = Attribute.column("list", new Kind.Text(60), REQUIRED, SEARCHED);

    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);
    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED);

    /// In the filter language; empty for any record.
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000));

    /// Amounts of another currency are never within.
    public static final Attribute<Money> AMOUNT_FROM = Attribute.column("amount_from", new Kind.Amount());

    public static final Attribute<Money> AMOUNT_BELOW = Attribute.column("amount_below", new Kind.Amount());
    public static final Attribute<UUID> PERSON = Attribute.column("person", new Kind.Reference("person"));
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> APPROVAL_RULE = RecordType.<Snapshot>named(
                    "approval_rule", "approval-rules")
            .table("approval", "approval_rule")
            .numbered("APL")
            .label(Header.NUMBER)
            .attributes(LIST, POSITION, RECORD_TYPE, CONDITION, AMOUNT_FROM, AMOUNT_BELOW, PERSON, GROUP, ACTIVE)
            .orders(Order.by(Order.ascending(LIST), Order.ascending(POSITION)))
            .columns(LIST, POSITION, CONDITION, AMOUNT_FROM, AMOUNT_BELOW, PERSON, GROUP, ACTIVE)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private ApprovalRuleType() {}
}
