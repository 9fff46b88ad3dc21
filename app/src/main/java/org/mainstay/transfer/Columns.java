package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.transfer.ImportOrder.Column;
import org.mainstay.transfer.ImportOrder.Use;

/// Finds out what the columns of a file are: by the mapping that was given, else by their names.
final class Columns {

    /// Makes every column that nobody mapped one to ignore.
    static final String ALL = "*";

    /// What refused rows get beside their fields; they may be sent again as they are.
    static final String REASON = "import_reason";

    private final RecordType<?> type;
    private final Names names;
    private final Map<String, String> mapping;
    private final Set<String> ignored;
    private final List<String> key;
    private final boolean keyed;
    private final List<Wrong> wrong = new ArrayList<>();

    /// @param mapping column to attribute; an empty attribute ignores the column
    /// @param keyed whether the key columns hold keys of another source, and not numbers
    Columns(
            RecordType<?> type,
            Names names,
            Map<String, String> mapping,
            Set<String> ignored,
            List<String> key,
            boolean keyed) {
        this.type = type;
        this.names = names;
        this.mapping = mapping;
        this.ignored = ignored;
        this.key = key;
        this.keyed = keyed;
    }

    /// @param columns as the file names them
    List<Column> of(List<String> columns) {
        var uses = new LinkedHashMap<String, Column>();
        var taken = new HashMap<Attribute<?>, String>();
        for (String column : columns) {
            var one = of(column);
            uses.put(column, one);
            var attribute = type.attribute(one.attribute());
            if (one.use() == Use.TAKEN && attribute.isPresent()) {
                var other = taken.put(attribute.get(), column);
                if (other != null) {
                    wrong("mapping", "transfer.mapping.twice", one.attribute(), clip(other), clip(column));
                }
            }
        }
        mapping.keySet().stream()
                .filter(it -> !columns.contains(it))
                .forEach(it -> wrong("mapping", "transfer.mapping.no_column", clip(it)));
        key.stream()
                .filter(it -> !columns.contains(it))
                .forEach(it -> wrong("key", "transfer.mapping.no_column", clip(it)));
        return List.copyOf(uses.values());
    }

    /// What is wrong with the mapping; columns of which nobody knows the meaning are not, they are
    /// [Use#UNKNOWN].
    List<Wrong> wrong() {
        return wrong;
    }

    private Column of(String column) {
        var asked = mapping.get(column);
        var attribute = asked == null ? names.find(column) : asked.isEmpty() ? null : names.find(asked);
        if (asked != null && !asked.isEmpty() && attribute == null) {
            wrong("mapping", "transfer.mapping.no_attribute", clip(asked), type.code());
        }
        if (key.contains(column)) {
            return key(column, attribute);
        }
        if ((asked != null && asked.isEmpty())
                || (asked == null && ignored.contains(column))
                || column.equals(REASON)) {
            return new Column(column, "", Use.IGNORED);
        }
        if (attribute == null) {
            boolean own = column.equals("id");
            return new Column(column, "", own ? Use.KEPT : ignored.contains(ALL) ? Use.IGNORED : Use.UNKNOWN);
        }
        return new Column(column, attribute.code(), use(attribute));
    }

    /// A key may be an attribute as well, unless it is the number that Mainstay gives.
    private Column key(String column, @Nullable Attribute<?> attribute) {
        if (!keyed && attribute != Header.NUMBER) {
            wrong("source", "transfer.mapping.source_needed", clip(column));
        }
        if (!keyed && attribute == Header.NUMBER) {
            return new Column(column, attribute.code(), Use.KEY);
        }
        var also = keyed && attribute != null && use(attribute) == Use.TAKEN ? attribute.code() : "";
        return new Column(column, also, Use.KEY);
    }

    private Use use(Attribute<?> attribute) {
        if (attribute == Header.NUMBER) {
            boolean own = type.prefix() == null && !type.coded();
            return keyed && own ? Use.TAKEN : keyed ? Use.KEPT : Use.KEY;
        }
        // a record that is its own organisation cannot be given another
        boolean own = attribute == Header.ORGANISATION
                && type.code().equals(attribute.kind().target());
        return attribute.recorded() && !own ? Use.TAKEN : Use.KEPT;
    }

    private void wrong(String parameter, String message, Object... arguments) {
        wrong.add(new Wrong(parameter, Message.of(message, arguments)));
    }

    private static String clip(String text) {
        return Names.clip(text);
    }
}
