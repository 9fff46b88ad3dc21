package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mainstay.kernel.record.Texts;
import org.mainstay.transfer.BadFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The first records of a file, from which somebody makes a mapping. The page takes them along as a text, so that
/// nothing has to be kept before there is a mapping.
final class Sample {

    static final int RECORDS = 20;

    private static final int LONGEST = 200_000;
    private static final int LONGEST_CELL = 300;
    private static final int DEEPEST = 5;

    private final boolean table;
    private final List<String> columns;
    private final List<Record> records;

    private record Record(long number, JsonNode node) {}

    private Sample(boolean table, List<String> columns, List<Record> records) {
        this.table = table;
        this.columns = columns;
        this.records = records;
    }

    static Sample none(boolean table) {
        return new Sample(table, List.of(), List.of());
    }

    /// Reads the first records, and no more of the file than that takes.
    static Sample of(Records file, boolean table) throws IOException {
        var records = new ArrayList<Record>();
        int length = 0;
        for (var it = file.next(); it != null && records.size() < RECORDS; it = file.next()) {
            if (it.problem() != null) {
                continue;
            }
            var node = table
                    ? row(it, file.columns())
                    : RecordJson.MAPPER.readTree(it.raw().stringValue());
            length += node.toString().length();
            if (length > LONGEST) {
                break;
            }
            records.add(new Record(it.number(), node));
        }
        if (records.isEmpty()) {
            throw new BadFile("mapping.file.no_records");
        }
        return new Sample(table, table ? file.columns() : places(records), records);
    }

    private static JsonNode row(Records.Found found, List<String> columns) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            var text = String.join("", found.fields().at(column));
            node.put(column, Texts.cut(text, LONGEST_CELL));
        }
        return node;
    }

    private static List<String> places(List<Record> records) {
        var places = new LinkedHashSet<String>();
        records.forEach(it -> collect(it.node, "", 0, places));
        return places.stream().limit(MappingLines.MOST).toList();
    }

    private static void collect(JsonNode node, String place, int depth, Set<String> places) {
        if (node.isObject() && depth < DEEPEST) {
            node.forEachEntry((name, it) -> collect(it, place + RecordJson.segment(name), depth + 1, places));
        } else if (node.isArray() && depth < DEEPEST) {
            node.forEach(it -> collect(it, it.isContainer() ? place + "/*" : place, depth + 1, places));
        } else if (!node.isContainer() && !node.isNull() && !place.isEmpty()) {
            places.add(place);
        }
    }

    List<String> columns() {
        return columns;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    List<Records.Found> records() {
        return records.stream()
                .map(it -> table
                        ? new Records.Found(
                                it.number,
                                from -> it.node.has(from)
                                        ? List.of(it.node.path(from).asString(""))
                                        : List.of(),
                                it.node,
                                null)
                        : JsonRecords.found(it.number, it.node))
                .toList();
    }

    /// What the first records have in a column: several different values, the first first.
    List<String> values(String column) {
        return records().stream()
                .flatMap(it -> it.fields().at(column).stream())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(RECORDS)
                .toList();
    }

    String text() {
        var whole = JsonNodeFactory.instance.objectNode();
        var names = whole.putArray("columns");
        columns.forEach(names::add);
        var all = whole.putArray("records");
        records.forEach(it -> all.addObject().put("n", it.number).set("r", it.node));
        return records.isEmpty() ? "" : whole.toString();
    }

    /// What [#text] gave; nothing where it is something else.
    static Sample read(String text, boolean table) {
        if (text.isEmpty() || text.length() > LONGEST * 3) {
            return none(table);
        }
        try {
            var whole = RecordJson.MAPPER.readTree(text);
            var columns = new ArrayList<String>();
            whole.path("columns").forEach(it -> columns.add(it.asString("")));
            var records = new ArrayList<Record>();
            for (var it : whole.path("records")) {
                if (records.size() < RECORDS && it.path("r").isObject()) {
                    records.add(new Record(it.path("n").asLong(0), it.path("r")));
                }
            }
            return new Sample(table, columns.stream().limit(MappingLines.MOST).toList(), records);
        } catch (JacksonException e) {
            return none(table);
        }
    }
}
