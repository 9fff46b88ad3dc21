package org.mainstay.kernel.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Snapshot;

/// A field that administrators added to a record type.
///
/// @param type code of the record type it belongs to
/// @param options the list of a pick, the record type of a reference
public record CustomField(
        String type,
        String code,
        Sort sort,
        @Nullable String options,
        String label,
        @Nullable String labelInGerman,
        boolean required,
        boolean searched) {

    /// The kinds a custom field may have.
    public enum Sort {
        TEXT,
        PROSE,
        WHOLE,
        DECIMAL,
        MONEY,
        YES_NO,
        DAY,
        MOMENT,
        DURATION,
        /// One of a list of its own, `custom:<type>.<code>`.
        CHOICE,
        PICK,
        TREE_PICK,
        REFERENCE,
        REFERENCES;

        boolean pointsAtRecords() {
            return switch (this) {
                case TREE_PICK, REFERENCE, REFERENCES -> true;
                default -> false;
            };
        }

        boolean isText() {
            return this == TEXT || this == PROSE;
        }
    }

    static CustomField of(Snapshot it) {
        return new CustomField(
                it.need(CustomFieldType.RECORD_TYPE),
                it.need(CustomFieldType.CODE),
                it.need(CustomFieldType.KIND),
                it.get(CustomFieldType.OPTIONS),
                it.need(CustomFieldType.LABEL),
                it.get(CustomFieldType.LABEL_DE),
                it.need(CustomFieldType.IS_REQUIRED),
                it.need(CustomFieldType.IS_SEARCHED));
    }

    /// The list that holds the choices of a custom field of kind `choice`.
    public static String list(String type, String code) {
        return "custom:" + CustomFieldType.number(type, code);
    }

    String label(Locale locale) {
        return labelInGerman != null && locale.getLanguage().equals("de") ? labelInGerman : label;
    }

    /// The attribute that the platform sees.
    Attribute<?> attribute() {
        var traits = EnumSet.noneOf(Trait.class);
        if (required) {
            traits.add(Trait.REQUIRED);
        }
        if (searched) {
            traits.add(Trait.SEARCHED);
        }
        var names = new HashMap<Locale, String>();
        names.put(Locale.ENGLISH, label);
        if (labelInGerman != null) {
            names.put(Locale.GERMAN, labelInGerman);
        }
        return Attribute.custom(code, kind(), traits.toArray(Trait[]::new)).named(names);
    }

    private Kind<?> kind() {
        return switch (sort) {
            case TEXT -> new Kind.Text(1_000);
            case PROSE -> new Kind.Prose();
            case WHOLE -> new Kind.Whole();
            case DECIMAL -> new Kind.Decimal();
            case MONEY -> new Kind.Amount();
            case YES_NO -> new Kind.YesNo();
            case DAY -> new Kind.Day();
            case MOMENT -> new Kind.Moment();
            case DURATION -> new Kind.Span();
            case CHOICE -> new Kind.Pick(list(type, code));
            case PICK -> new Kind.Pick(target());
            case TREE_PICK -> new Kind.TreePick(target());
            case REFERENCE -> new Kind.Reference(target());
            case REFERENCES -> new Kind.References(target());
        };
    }

    private String target() {
        return Objects.requireNonNull(options, "a field of this kind names what it chooses from");
    }
}
