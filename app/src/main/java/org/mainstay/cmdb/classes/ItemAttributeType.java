package org.mainstay.cmdb.classes;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import org.mainstay.kernel.definition.CustomField;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// An attribute of a class of configuration items; items have it under its plain code. Its number is
/// `<class>.<code>`.
public final class ItemAttributeType {

    public static final Attribute<String> ITEM_CLASS =
            Attribute.column("ci_class", new Kind.Pick(ItemClasses.ANY), REQUIRED, SET_ONCE);
    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(60), REQUIRED, SET_ONCE, SEARCHED)
            .derived();
    public static final Attribute<CustomField.Sort> KIND =
            Attribute.column("kind", new Kind.Choice<>(CustomField.Sort.class), REQUIRED);

    /// The list of a pick, the record type of a reference; empty for the other kinds.
    public static final Attribute<String> OPTIONS = Attribute.column("options", new Kind.Text(120), SET_ONCE);

    public static final Attribute<String> UNIT = Attribute.column("unit", new Kind.Text(20));

    /// Named apart from the traits of the same meaning.
    public static final Attribute<Boolean> IS_REQUIRED =
            Attribute.column("required", new Kind.YesNo(), REQUIRED).preset(false);

    public static final Attribute<Boolean> IS_SEARCHED =
            Attribute.column("searched", new Kind.YesNo(), REQUIRED).preset(false);

    /// Whether its values come and go by themselves, so that a change of one says nothing.
    public static final Attribute<Boolean> IS_VOLATILE =
            Attribute.column("volatile", new Kind.YesNo(), REQUIRED).preset(false);

    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    public static final RecordType<ItemAttribute> ITEM_ATTRIBUTE = RecordType.<ItemAttribute>named(
                    "ci_attribute", "ci-attributes")
            .table("cmdb", "ci_attribute")
            .coded(".", ITEM_CLASS, CODE)
            .label(LABEL)
            .attributes(
                    LABEL,
                    LABEL_DE,
                    ITEM_CLASS,
                    KIND,
                    OPTIONS,
                    UNIT,
                    CODE,
                    IS_REQUIRED,
                    IS_SEARCHED,
                    IS_VOLATILE,
                    POSITION)
            .orders(
                    Order.by(Order.ascending(ITEM_CLASS), Order.ascending(POSITION)),
                    Order.by(Order.ascending(Header.NUMBER)))
            .columns(LABEL, ITEM_CLASS, CODE, KIND, UNIT, POSITION)
            .configuration()
            .deletable()
            .reader(ItemAttribute::of)
            .build();

    private ItemAttributeType() {}
}
