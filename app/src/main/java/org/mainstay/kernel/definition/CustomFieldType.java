package org.mainstay.kernel.definition;

import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// A field that administrators add to a record type; it is `custom.<code>` there. Its number is
/// `<type>.<code>`.
public final class CustomFieldType {

    public static final Attribute<String> RECORD_TYPE =
            Attribute.column("record_type", new Kind.Pick(Definitions.RECORD_TYPES), REQUIRED, SET_ONCE);

    /// Made of the label where nobody gives one.
    public static final Attribute<String> CODE = Attribute.column(
                    "code", new Kind.Text(60), REQUIRED, SET_ONCE, SEARCHED)
            .derived();

    public static final Attribute<CustomField.Sort> KIND =
            Attribute.column("kind", new Kind.Choice<>(CustomField.Sort.class), REQUIRED, SET_ONCE);

    /// The list of a pick, the record type of a reference; empty for the other kinds.
    public static final Attribute<String> OPTIONS = Attribute.column("options", new Kind.Text(120), SET_ONCE);

    public static final Attribute<String> LABEL = Attribute.column("label", new Kind.Text(120), REQUIRED, SEARCHED);
    public static final Attribute<String> LABEL_DE = Attribute.column("label_de", new Kind.Text(120), SEARCHED);

    /// Named apart from the trait of the same meaning.
    public static final Attribute<Boolean> IS_REQUIRED =
            Attribute.column("required", new Kind.YesNo(), REQUIRED).preset(false);

    public static final Attribute<Boolean> IS_SEARCHED =
            Attribute.column("searched", new Kind.YesNo(), REQUIRED).preset(false);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    public static final RecordType<CustomField> CUSTOM_FIELD = RecordType.<CustomField>named(
                    "custom_field", "custom-fields")
            .table("kernel", "custom_field")
            .coded(".", RECORD_TYPE, CODE)
            .label(LABEL)
            .attributes(LABEL, LABEL_DE, RECORD_TYPE, KIND, OPTIONS, CODE, IS_REQUIRED, IS_SEARCHED, POSITION)
            .orders(
                    Order.by(Order.ascending(RECORD_TYPE), Order.ascending(POSITION)),
                    Order.by(Order.ascending(Header.NUMBER)))
            .columns(LABEL, RECORD_TYPE, CODE, KIND, POSITION)
            .configuration()
            .deletable()
            .reader(CustomField::of)
            .build();

    private CustomFieldType() {}

    /// The number of a field.
    public static String number(String type, String code) {
        return type + "." + code;
    }
}
