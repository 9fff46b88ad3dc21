package org.mainstay.kernel.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
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

    static final Pattern LIST = Pattern.compile("[a-z][a-z0-9_:.]*");

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

        /// @param from what it chooses from, where it chooses: the list of a pick, the record type of a reference
        public Kind<?> kind(@Nullable String from) {
            return switch (this) {
                case TEXT -> new Kind.Text(1_000);
                case PROSE -> new Kind.Prose();
                case WHOLE -> new Kind.Whole();
                case DECIMAL -> new Kind.Decimal();
                case MONEY -> new Kind.Amount();
                case YES_NO -> new Kind.YesNo();
                case DAY -> new Kind.Day();
                case MOMENT -> new Kind.Moment();
                case DURATION -> new Kind.Span();
                case CHOICE, PICK -> new Kind.Pick(needed(from));
                case TREE_PICK -> new Kind.TreePick(needed(from));
                case REFERENCE -> new Kind.Reference(needed(from));
                case REFERENCES -> new Kind.References(needed(from));
            };
        }

        private static String needed(@Nullable String from) {
            return Objects.requireNonNull(from, "a field of this kind names what it chooses from");
        }

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

    /// Refuses what does not go together in the definition of a field of this sort.
    ///
    /// @param types record types by their codes
    public static void check(
            Draft draft,
            Sort sort,
            Attribute<String> options,
            Attribute<Boolean> searched,
            Function<String, Optional<RecordType<?>>> types) {
        var given = draft.get(options);
        boolean needed = sort == Sort.PICK || sort.pointsAtRecords();
        if (needed && given == null) {
            draft.refuse(options, "kernel.save.required");
        } else if (!needed && given != null) {
            draft.refuse(options, "kernel.definition.no_options");
        } else if (given != null && sort.pointsAtRecords() && types.apply(given).isEmpty()) {
            draft.refuse(options, "kernel.definition.unknown_type", given);
        } else if (given != null
                && draft.changes(options)
                && sort == Sort.PICK
                && !LIST.matcher(given).matches()) {
            draft.refuse(options, "kernel.definition.not_a_code", given);
        }
        if (Boolean.TRUE.equals(draft.get(searched)) && !sort.isText()) {
            draft.refuse(searched, "kernel.definition.only_texts_are_searched");
        }
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
        return Attribute.custom(
                        code, sort.kind(sort == Sort.CHOICE ? list(type, code) : options), traits.toArray(Trait[]::new))
                .named(names);
    }
}
