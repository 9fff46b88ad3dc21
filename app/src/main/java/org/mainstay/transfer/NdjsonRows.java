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

    private final Reader text;
    private final Set<String> columns = new LinkedHashSet<>();
    private long line;

    NdjsonRows(Reader text) {
        this.text = text;
    }

    @Override
    public List<String> columns() {
        return new ArrayList<>(columns);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            var found = line();
            if (found == null) {
                return null;
            }
            if (!found.isBlank()) {
                return row(found);
            }
        }
    }

    @Override
    public boolean skip() throws IOException {
        var found = line();
        while (found != null && found.isBlank()) {
            found = line();
        }
        return found != null;
    }

    private Row row(String found) throws BadFile {
        var cells = new LinkedHashMap<String, Input.Given>();
        var fields = JsonNodeFactory.instance.stringNode(CsvRows.storable(found));
        try {
            var node = MAPPER.readTree(found);
            if (!node.isObject()) {
                return new Row(line, cells, fields, Message.of("transfer.row.no_object"));
            }
            node.forEachEntry((name, value) -> {
                if (name.equals("custom") && value.isObject()) {
                    value.forEachEntry((field, inner) -> put(cells, "custom." + field, inner));
                } else {
                    put(cells, name, value);
                }
            });
        } catch (JacksonException e) {
            return new Row(line, new LinkedHashMap<>(), fields, Message.of("transfer.row.no_json"));
        }
        columns.addAll(cells.keySet());
        if (columns.size() > MOST_COLUMNS) {
            throw new BadFile("transfer.file.too_many_columns", columns.size(), MOST_COLUMNS);
        }
        return new Row(line, cells, fields, null);
    }

    private static void put(LinkedHashMap<String, Input.Given> cells, String name, JsonNode value) {
        cells.put(name, new Input.Given.Json(value));
    }

    private @Nullable String line() throws IOException {
        var found = new StringBuilder();
        line++;
        for (int unit = text.read(); unit != '\n'; unit = text.read()) {
            if (unit < 0) {
                return found.isEmpty() ? null : found.toString();
            }
            found.append((char) unit);
            if (found.length() > MOST_CHARACTERS) {
                throw new BadFile("transfer.file.line_too_long", line, MOST_CHARACTERS);
            }
        }
        return found.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
