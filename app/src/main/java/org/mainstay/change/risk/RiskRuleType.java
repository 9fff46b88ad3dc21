package org.mainstay.change.risk;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;

import org.mainstay.change.Change.Risk;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about the rules that make points and classes of facts; administrators own them.
public final class RiskRuleType {

    /// `blast_radius >= 100` where nobody says otherwise.
    public static final Attribute<String> NAME =
            Attribute.column("name", new Kind.Text(80), REQUIRED, SEARCHED).derived();

    public static final Attribute<Fact> FACT = Attribute.column("fact", new Kind.Choice<>(Fact.class), REQUIRED);

    /// From this value on it holds. Of all rules about a fact that hold the one with most points counts.
    public static final Attribute<Long> THRESHOLD = Attribute.column(
                    "threshold", new Kind.Whole(0, 1_000_000), REQUIRED)
            .preset(1L);

    public static final Attribute<Long> POINTS =
            Attribute.column("points", new Kind.Whole(0, 1_000), REQUIRED).preset(0L);

    /// The class that a change has at least where the rule holds, whatever its points.
    public static final Attribute<Risk> LEAST = Attribute.column("least", new Kind.Choice<>(Risk.class));

    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    public static final RecordType<Snapshot> RISK_RULE = RecordType.<Snapshot>named("risk_rule", "risk-rules")
            .table("change", "risk_rule")
            .numbered("RSR")
            .label(NAME)
            .attributes(NAME, FACT, THRESHOLD, POINTS, LEAST, ACTIVE, POSITION)
            .orders(Order.by(Order.ascending(POSITION)))
            .columns(NAME, FACT, THRESHOLD, POINTS, LEAST, ACTIVE)
            .configuration()
            .deletable()
            .reader(it -> it)
            .build();

    private RiskRuleType() {}
}
