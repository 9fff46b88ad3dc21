package org.mainstay.transfer;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Input;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Rows of a file that has one JSON object on each line. Fields under `custom` count as columns
/// `custom.<code>`.
final class NdjsonRows implements Rows {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(100)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final TextLines lines;
    private final Set<String> columns = new LinkedHashSet<>();

    NdjsonRows(Reader text) {
        lines = new TextLines(text);
    }

    @Override
    public List<String> columns() {
        return new ArrayList<>(columns);
    }

    @Override
    public @Nullable Row next() throws IOException {
        var found = lines.next();
        return found == null ? null : row(found);
    }

    @Override
    public boolean skip() throws IOException {
        return lines.next() != null;
    }

    private Row row(String found) throws BadFile {
        var cells = new LinkedHashMap<String, Input.Given>();
        var fields = JsonNodeFactory.instance.stringNode(CsvRows.storable(found));
        try {
            var node = MAPPER.readTree(found);
            if (!node.isObject()) {
                return new Row(lines.number(), cells, fields, Message.of("transfer.row.no_object"));
            }
            node.forEachEntry((name, value) -> {
                if (name.equals("custom") && value.isObject()) {
                    value.forEachEntry((field, inner) -> put(cells, "custom." + field, inner));
                } else {
                    put(cells, name, value);
                }
            });
        } catch (JacksonException e) {
            return new Row(lines.number(), new LinkedHashMap<>(), fields, Message.of("transfer.row.no_json"));
        }
        columns.addAll(cells.keySet());
        if (columns.size() > MOST_COLUMNS) {
            throw new BadFile("transfer.file.too_many_columns", columns.size(), MOST_COLUMNS);
        }
        return new Row(lines.number(), cells, fields, null);
    }

    private static void put(LinkedHashMap<String, Input.Given> cells, String name, JsonNode value) {
        cells.put(name, new Input.Given.Json(value));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
