package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.Rows;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/// The records of a file that has one JSON object on each line; a line that is none is refused alone.
final class LineRecords implements Records {

    private final Reader text;
    private long line;

    LineRecords(Reader text) {
        this.text = text;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable Found next() throws IOException {
        for (var found = line(); found != null; found = line()) {
            if (!found.isBlank()) {
                return record(found);
            }
        }
        return null;
    }

    private Found record(String found) throws IOException {
        try (var parser = RecordJson.MAPPER.createParser(found)) {
            parser.nextToken();
            var record = RecordJson.value(parser);
            if (parser.nextToken() != null) {
                return refused(found, Message.of("transfer.row.no_json"));
            }
            return JsonRecords.found(line, record);
        } catch (JacksonException e) {
            return refused(found, Message.of("transfer.row.no_json"));
        } catch (BadFile e) {
            return refused(found, e.reason());
        }
    }

    private Found refused(String found, Message why) {
        return new Found(line, Fields.NONE, JsonNodeFactory.instance.stringNode(found), why);
    }

    private @Nullable String line() throws IOException {
        var found = new StringBuilder();
        line++;
        for (int unit = text.read(); unit != '\n'; unit = text.read()) {
            if (unit < 0) {
                return found.isEmpty() ? null : found.toString();
            }
            found.append((char) unit);
            if (found.length() > Rows.MOST_CHARACTERS) {
                throw new BadFile("transfer.file.line_too_long", line, Rows.MOST_CHARACTERS);
            }
        }
        return found.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
