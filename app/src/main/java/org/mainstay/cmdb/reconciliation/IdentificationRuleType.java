package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about identification rules.
public final class IdentificationRuleType {

    public static final Attribute<String> ITEM_CLASS = Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY));
    public static final Attribute<Long> POSITION = Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED);
    public static final Attribute<String> IDENTIFIER =
            Attribute.column("identifier", new Kind.Text(60), REQUIRED, SEARCHED);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<IdentificationRule> IDENTIFICATION_RULE = RecordType.<IdentificationRule>named(
                    "identification_rule", "identification-rules")
            .table("cmdb", "identification_rule")
            .numbered("IDR")
            .label(IDENTIFIER)
            .attributes(ITEM_CLASS, POSITION, IDENTIFIER, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(ITEM_CLASS, POSITION, IDENTIFIER, ACTIVE)
            .configuration()
            .deletable()
            .reader(IdentificationRule::of)
            .build();

    private IdentificationRuleType() {}
}
