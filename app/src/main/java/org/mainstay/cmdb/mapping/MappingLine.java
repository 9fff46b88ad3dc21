package org.mainstay.cmdb.mapping;

import java.util.List;
import java.util.Map;

/// What one column, or one place in a JSON record, means.
///
/// @param from name of the column, or JSON pointer whose segments may be `*`; empty where the value is constant
/// @param to code of an attribute, [#CLASS], [#IDENTIFIER] and a kind, or [#RELATION]
/// @param value that every record has; empty where it comes from the file
/// @param letters `upper` or `lower`; empty to leave them
/// @param split what stands between several values; empty for one
/// @param date pattern of days; empty for ISO and `24.12.2026`
/// @param comma whether numbers have a comma before their fraction
/// @param skip values that say nothing, compared without case
/// @param table what stands for a value, compared without case
/// @param scope column with the scope of an identifier: the manufacturer of a serial
/// @param end what a relation leads to
public record MappingLine(
        String from,
        String to,
        String value,
        String letters,
        String split,
        String date,
        boolean comma,
        List<String> skip,
        Map<String, String> table,
        String scope,
        End end) {

    static final String CLASS = "class";
    static final String IDENTIFIER = "identifier.";
    static final String RELATION = "relation";

    /// The other item of a relation, which is found and never made.
    ///
    /// @param type of the relation
    /// @param outward whether the record is the *from* of the relation
    /// @param itemClass of the other item or above it; empty for any
    /// @param by kind of the identifier that the value is; empty for the item's name
    public record End(String type, boolean outward, String itemClass, String by) {

        static final End NONE = new End("", true, "", "");
    }

    static MappingLine of(String from, String to) {
        return new MappingLine(from, to, "", "", "", "", false, List.of(), Map.of(), "", End.NONE);
    }

    /// How it is called where something is wrong with it.
    String called() {
        return from.isEmpty() ? "= " + value : from;
    }

    /// The kind of identifier that it gives; empty for none.
    String identifier() {
        return to.startsWith(IDENTIFIER) ? to.substring(IDENTIFIER.length()) : "";
    }
}
