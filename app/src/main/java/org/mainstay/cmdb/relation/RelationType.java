package org.mainstay.cmdb.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// What two items have to do with each other: *from* runs on *to*. Its descriptor is [RelationTypes].
///
/// @param label what *from* does to *to*: "runs on"
/// @param reverseLabel what *to* does to *from*: "runs"
/// @param containment whether *to* is a part of *from*, so that there are no cycles
/// @param pairs which classes it joins, those below them included; empty for any
/// @param toAtMost so many items one *from* may be related to this way; null for any number
/// @param fromAtMost so many items one *to* may be related to this way; null for any number
public record RelationType(
        String code,
        String label,
        @Nullable String labelInGerman,
        String reverseLabel,
        @Nullable String reverseLabelInGerman,
        Failure failure,
        boolean containment,
        List<Pair> pairs,
        @Nullable Long toAtMost,
        @Nullable Long fromAtMost,
        boolean active) {

    /// Which way failure travels along a relation.
    public enum Failure {
        /// Where *to* fails, *from* is hit.
        UP,
        /// Where *from* fails, *to* is hit.
        DOWN,
        BOTH,
        NONE
    }

    /// Codes of two classes; [#ANY] stands for every class.
    public record Pair(String from, String to) {

        public static final String ANY = "*";

        /// @return null where the line is no pair
        static @Nullable Pair parse(String line) {
            var parts = line.strip().split("\\s*>\\s*", -1);
            return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
                    ? new Pair(parts[0].strip(), parts[1].strip())
                    : null;
        }
    }

    static RelationType of(Snapshot it) {
        return new RelationType(
                it.need(RelationTypes.CODE),
                it.need(RelationTypes.LABEL),
                it.get(RelationTypes.LABEL_DE),
                it.need(RelationTypes.REVERSE_LABEL),
                it.get(RelationTypes.REVERSE_LABEL_DE),
                it.need(RelationTypes.FAILURE),
                it.need(RelationTypes.CONTAINMENT),
                pairs(it.get(RelationTypes.PAIRS)),
                it.get(RelationTypes.TO_AT_MOST),
                it.get(RelationTypes.FROM_AT_MOST),
                it.need(RelationTypes.ACTIVE));
    }

    private static List<Pair> pairs(@Nullable String lines) {
        return lines == null
                ? List.of()
                : Arrays.stream(lines.split("\n"))
                        .map(Pair::parse)
                        .filter(it -> it != null)
                        .toList();
    }

    public String label(Locale locale) {
        return german(locale) && labelInGerman != null ? labelInGerman : label;
    }

    public String reverseLabel(Locale locale) {
        return german(locale) && reverseLabelInGerman != null ? reverseLabelInGerman : reverseLabel;
    }

    private static boolean german(Locale locale) {
        return locale.getLanguage().equals("de");
    }
}
