package org.mainstay.incident;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.function.Function;
import org.mainstay.incident.Incident.Level;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;

/// One cell of the priority matrix. Its number is `<impact>.<urgency>`.
public final class PriorityRuleType {

    public static final Attribute<String> NAME = Attribute.column("name", new Kind.Text(80), REQUIRED, READ_ONLY);
    public static final Attribute<Level> IMPACT =
            Attribute.column("impact", new Kind.Choice<>(Level.class), REQUIRED, SET_ONCE);
    public static final Attribute<Level> URGENCY =
            Attribute.column("urgency", new Kind.Choice<>(Level.class), REQUIRED, SET_ONCE);
    public static final Attribute<Long> PRIORITY = Attribute.column("priority", new Kind.Whole(1, 5), REQUIRED);

    public static final RecordType<Snapshot> PRIORITY_RULE = RecordType.<Snapshot>named(
                    "priority_rule", "priority-rules")
            .table("incident", "priority_rule")
            .coded(".", IMPACT, URGENCY)
            .label(NAME)
            .attributes(NAME, IMPACT, URGENCY, PRIORITY)
            .orders(Order.by(Order.ascending(Header.NUMBER)))
            .columns(NAME, IMPACT, URGENCY, PRIORITY)
            .configuration()
            .reader(Function.identity())
            .build();

    private PriorityRuleType() {}

    static String number(Level impact, Level urgency) {
        return Codes.of(impact) + "." + Codes.of(urgency);
    }

    /// A cell is called by what it is about.
    static final class Naming implements Rule {

        @Override
        public String type() {
            return "priority_rule";
        }

        @Override
        public void apply(Draft draft) {
            var impact = draft.get(IMPACT);
            var urgency = draft.get(URGENCY);
            if (impact != null && urgency != null) {
                draft.set(NAME, Codes.of(impact) + " × " + Codes.of(urgency));
            }
        }
    }
}
