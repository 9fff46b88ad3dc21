package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about precedence rules.
public final class PrecedenceRuleType {

    public static final Attribute<String> ITEM_CLASS = Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY));

    /// Code of the attribute.
    public static final Attribute<String> ATTRIBUTE = Attribute.column("attribute", new Kind.Text(80), SEARCHED);

    public static final Attribute<UUID> SOURCE = Attribute.column("source", new Kind.Reference("discovery_source"));
    public static final Attribute<Long> RANK = Attribute.column("rank", new Kind.Whole(0, 10_000), REQUIRED);
    public static final Attribute<Long> FRESH_DAYS = Attribute.column("fresh_days", new Kind.Whole(1, 3_650));
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<PrecedenceRule> PRECEDENCE_RULE = RecordType.<PrecedenceRule>named(
                    "precedence_rule", "precedence-rules")
            .table("cmdb", "precedence_rule")
            .numbered("PRC")
            .label(Header.NUMBER)
            .attributes(ITEM_CLASS, ATTRIBUTE, SOURCE, RANK, FRESH_DAYS, ACTIVE)
            .orders(Order.by(Order.ascending(ATTRIBUTE), Order.ascending(RANK)))
            .columns(ITEM_CLASS, ATTRIBUTE, SOURCE, RANK, FRESH_DAYS, ACTIVE)
            .configuration()
            .deletable()
            .reader(PrecedenceRule::of)
            .build();

    private PrecedenceRuleType() {}
}
