package org.mainstay.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Intake;
import org.mainstay.transfer.ImportOrder.Column;
import org.mainstay.transfer.ImportOrder.Use;
import org.mainstay.transfer.Rows.Row;

/// Reads rows as records, by what the columns are for.
final class RowReading {

    /// So many keys are remembered to find rows that mean the same record.
    private static final int REMEMBERED = 1_000_000;

    private static final int LONGEST_KEY = 400;

    private final ImportOrder order;
    private final RecordType<?> type;
    private final CellForms forms;
    private final Map<String, Input.Given> preset;
    private final Map<String, Column> columns;
    private final Map<Long, Long> lines = new HashMap<>();

    /// @param preset what the collection's own filter says of its records
    RowReading(ImportOrder order, RecordType<?> type, CellForms forms, Map<String, Input.Given> preset) {
        this.order = order;
        this.type = type;
        this.forms = forms;
        this.preset = preset;
        columns = order.columns().stream()
                .collect(Collectors.toMap(Column::name, it -> it, (one, _) -> one, LinkedHashMap::new));
    }

    /// A row as a record, or why it is none.
    record Read(
            Row row, Intake.@Nullable Given given, @Nullable Problem problem) {}

    Read read(Row row) {
        if (row.problem() != null) {
            return refused(row, row.problem());
        }
        row.cells().keySet().forEach(this::late);
        var unknown = unknown(row.cells().keySet());
        if (!unknown.isEmpty()) {
            return refused(row, Message.of("transfer.row.unknown_columns", String.join(", ", unknown)));
        }
        var key = key(row);
        if (key == null && !order.source().isEmpty()) {
            return refused(row, Message.of("transfer.row.no_key"));
        }
        if (key != null) {
            if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
                return refused(row, Message.of("transfer.row.bad_key", LONGEST_KEY));
            }
            var other = remember(key, row.line());
            if (other != null) {
                return refused(row, Message.of("transfer.row.same_key", Names.clip(key), other));
            }
        }
        var values = new LinkedHashMap<>(preset);
        columns.values().forEach(it -> value(it, row, values));
        var number = order.source().isEmpty() ? key : text(row.cells().get(numberColumn()));
        var external = order.source().isEmpty() || key == null ? null : new Step.ExternalKey(order.source(), key);
        return new Read(row, new Intake.Given(number, external, new Input(values)), null);
    }

    private void value(Column column, Row row, Map<String, Input.Given> values) {
        var cell = row.cells().get(column.name());
        if (cell == null || column.attribute().isEmpty() || column.attribute().equals(Header.NUMBER.code())) {
            return;
        }
        if (column.use() != Use.TAKEN && column.use() != Use.KEY) {
            return;
        }
        Attribute<?> attribute = type.need(column.attribute());
        if (!blank(cell)) {
            values.put(column.attribute(), forms.read(attribute, cell));
        } else if (order.clear()) {
            values.put(column.attribute(), new Input.Given.Text(""));
        }
    }

    /// Rows of JSON name what they have, so that one far down may name an attribute, by its code, that the first rows
    /// did not: items have the attributes of their class.
    private void late(String name) {
        if (!columns.containsKey(name)) {
            type.attribute(name)
                    .filter(it -> it != Header.NUMBER && it != Header.ORGANISATION)
                    .ifPresent(
                            it -> columns.put(name, new Column(name, it.code(), it.recorded() ? Use.TAKEN : Use.KEPT)));
        }
    }

    private Set<String> unknown(Set<String> cells) {
        var unknown = new TreeSet<String>();
        cells.stream()
                .filter(it -> !columns.containsKey(it) && !it.equals(Columns.REASON))
                .forEach(it -> unknown.add(Names.clip(it)));
        return unknown;
    }

    /// What tells which record is meant; null where the row does not say.
    private @Nullable String key(Row row) {
        var parts = columns.values().stream()
                .filter(it -> it.use() == Use.KEY)
                .map(it -> text(row.cells().get(it.name())))
                .toList();
        if (parts.stream().allMatch(it -> it == null)) {
            return null;
        }
        return parts.stream().map(it -> it == null ? "" : it).collect(Collectors.joining("|"));
    }

    private String numberColumn() {
        return columns.values().stream()
                .filter(it -> it.attribute().equals(Header.NUMBER.code()))
                .map(Column::name)
                .findFirst()
                .orElse("");
    }

    /// @return the line on which the same key stood before, or null
    private @Nullable Long remember(String key, long line) {
        var other = lines.get(hash(key));
        if (other == null && lines.size() < REMEMBERED) {
            lines.put(hash(key), line);
        }
        return other;
    }

    /// FNV-1a of 64 bits: two of a million keys share one with a chance of 1 to 37 million.
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static boolean blank(Input.Given cell) {
        return switch (cell) {
            case Input.Given.Text(var text) -> text.isBlank();
            case Input.Given.Json(var node) ->
                node.isNull()
                        || (node.isArray() && node.isEmpty())
                        || (node.isString() && node.stringValue().isBlank());
        };
    }

    private static @Nullable String text(Input.@Nullable Given cell) {
        return switch (cell) {
            case null -> null;
            case Input.Given cellGiven when blank(cellGiven) -> null;
            case Input.Given.Text(var text) -> text.strip();
            case Input.Given.Json(var node) ->
                node.isValueNode() ? node.asString().strip() : node.toString();
        };
    }

    private static Read refused(Row row, Message reason) {
        return new Read(row, null, new Problem("", reason));
    }

    /// What the filter of an alias (`services`) says of each of its records.
    static Map<String, Input.Given> preset(String filter) {
        int colon = filter.indexOf(':');
        return colon < 0
                ? Map.of()
                : Map.of(filter.substring(0, colon), new Input.Given.Text(filter.substring(colon + 1)));
    }

    static List<Column> open(List<Column> columns) {
        return columns.stream().filter(it -> it.use() == Use.UNKNOWN).toList();
    }
}
