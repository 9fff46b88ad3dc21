package org.mainstay.cmdb.classes;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClass.Phase;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about classes of configuration items. Their codes and their tree follow the Common
/// Service Data Model; a class's number is its code.
public final class ItemClassType {

    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(60), REQUIRED, SET_ONCE, SEARCHED)
            .derived();
    public static final Attribute<UUID> PARENT = Attribute.column("parent", new Kind.Reference("ci_class"), SET_ONCE);
    public static final Attribute<Phase> PHASE =
            Attribute.column("phase", new Kind.Choice<>(Phase.class), REQUIRED).preset(Phase.OPERATIONAL);
    public static final Attribute<Boolean> ABSTRACT =
            Attribute.column("abstract", new Kind.YesNo(), REQUIRED).preset(false);
    public static final Attribute<String> ICON = Attribute.column("icon", new Kind.Text(60));
    public static final Attribute<String> DISPLAY = Attribute.column("display", new Kind.Text(400));

    /// Whether changes of its items that no change record tells of are drift; empty as the class above says.
    public static final Attribute<Boolean> WATCHED = Attribute.column("watched", new Kind.YesNo());

    public static final Attribute<Boolean> ACTIVE =
            Attribute.column("active", new Kind.YesNo(), REQUIRED).preset(true);

    public static final RecordType<ItemClass> ITEM_CLASS = RecordType.<ItemClass>named("ci_class", "ci-classes")
            .table("cmdb", "ci_class")
            .coded("", CODE)
            .label(LABEL)
            .attributes(LABEL, LABEL_DE, CODE, PARENT, PHASE, ABSTRACT, ICON, DISPLAY, WATCHED, ACTIVE)
            .orders(Order.by(Order.ascending(LABEL)), Order.by(Order.ascending(Header.NUMBER)))
            .columns(LABEL, CODE, PARENT, PHASE, ABSTRACT, ACTIVE)
            .configuration()
            .deletable()
            .reader(ItemClass::of)
            .build();

    private ItemClassType() {}
}
