package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about classification rules.
public final class ClassificationRuleType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<Long> POSITION = Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED);

    /// On configuration items, in the filter language; checked when the rule is saved.
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000), REQUIRED);

    public static final Attribute<String> ITEM_CLASS =
            Attribute.column("ci_class", new Kind.Pick(ItemClasses.WITH_ITEMS), REQUIRED);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<ClassificationRule> CLASSIFICATION_RULE = RecordType.<ClassificationRule>named(
                    "classification_rule", "classification-rules")
            .table("cmdb", "classification_rule")
            .numbered("CLR")
            .label(NAME)
            .attributes(NAME, POSITION, CONDITION, ITEM_CLASS, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, POSITION, CONDITION, ITEM_CLASS, ACTIVE)
            .configuration()
            .deletable()
            .reader(ClassificationRule::of)
            .build();

    private ClassificationRuleType() {}
}
