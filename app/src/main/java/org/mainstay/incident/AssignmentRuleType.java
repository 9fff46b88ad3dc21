package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import java.util.UUID;
import org.mainstay.incident.AssignmentRule.Method;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Rules that route incidents to groups: in the order of their positions, the first whose condition holds
/// decides.
public final class AssignmentRuleType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(160), REQUIRED, SEARCHED);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    /// In the filter language; checked when the rule is saved.
    public static final Attribute<String> CONDITION = Attribute.column("condition", new Kind.Text(2_000), REQUIRED);

    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"), REQUIRED);
    public static final Attribute<Method> METHOD = Attribute.column("method", new Kind.Choice<>(Method.class), REQUIRED)
            .preset(Method.GROUP_ONLY);
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<AssignmentRule> ASSIGNMENT_RULE = RecordType.<AssignmentRule>named(
                    "assignment_rule", "assignment-rules")
            .table("incident", "assignment_rule")
            .numbered("ARU")
            .label(NAME)
            .attributes(NAME, POSITION, CONDITION, GROUP, METHOD, ACTIVE)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, POSITION, CONDITION, GROUP, METHOD, ACTIVE)
            .configuration()
            .deletable()
            .reader(AssignmentRule::of)
            .build();

    private AssignmentRuleType() {}
}
