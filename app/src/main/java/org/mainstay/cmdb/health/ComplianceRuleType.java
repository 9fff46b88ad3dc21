package org.mainstay.cmdb.health;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about rules that items have to meet.
public final class ComplianceRuleType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> ITEM_CLASS = Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY));
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000), REQUIRED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose(), SEARCHED);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<ComplianceRule> COMPLIANCE_RULE = RecordType.<ComplianceRule>named(
                    "compliance_rule", "compliance-rules")
            .table("cmdb", "compliance_rule")
            .numbered("CPR")
            .label(NAME)
            .attributes(NAME, ITEM_CLASS, CONDITION, ACTIVE, DESCRIPTION)
            .orders(Order.by(Order.ascending(NAME)))
            .columns(NAME, ITEM_CLASS, CONDITION, ACTIVE)
            .configuration()
            .deletable()
            .reader(ComplianceRule::of)
            .build();

    private ComplianceRuleType() {}
}
