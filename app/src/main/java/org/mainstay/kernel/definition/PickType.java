package org.mainstay.kernel.definition;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.function.Function;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// One option of a list that administrators own: channels, resolution codes, the choices of a custom
/// field. Its number is `<list>:<code>`.
public final class PickType {

    public static final Attribute<String> LIST =
            Attribute.column("list", new Kind.Text(120), REQUIRED, SET_ONCE, SEARCHED);
    public static final Attribute<String> CODE =
            Attribute.column("code", new Kind.Text(80), REQUIRED, SET_ONCE, SEARCHED);

    /// In the default language.
    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);

    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    /// An option that is not active stays where it is and cannot be chosen any more.
    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<Snapshot> PICK = RecordType.<Snapshot>named("pick", "picks")
            .table("kernel", "pick")
            .coded(":", LIST, CODE)
            .label(LABEL)
            .attributes(LIST, CODE, LABEL, LABEL_DE, POSITION, ACTIVE)
            .orders(
                    Order.by(Order.ascending(LIST), Order.ascending(POSITION)),
                    Order.by(Order.ascending(Header.NUMBER)))
            .columns(LIST, CODE, LABEL, POSITION, ACTIVE)
            .configuration()
            .deletable()
            .reader(Function.identity())
            .build();

    private PickType() {}

    /// The number of an option.
    public static String number(String list, String code) {
        return list + ":" + code;
    }
}
