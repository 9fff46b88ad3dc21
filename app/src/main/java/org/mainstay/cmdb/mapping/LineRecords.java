package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.TextLines;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/// The records of a file that has one JSON object on each line; a line that is none is refused alone.
final class LineRecords implements Records {

    private final TextLines lines;

    LineRecords(Reader text) {
        lines = new TextLines(text);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable Found next() throws IOException {
        var found = lines.next();
        return found == null ? null : record(found);
    }

    @Override
    public boolean skip() throws IOException {
        return lines.next() != null;
    }

    private Found record(String found) throws IOException {
        try (var parser = RecordJson.MAPPER.createParser(found)) {
            parser.nextToken();
            var record = RecordJson.value(parser);
            if (parser.nextToken() != null) {
                return refused(found, Message.of("transfer.row.no_json"));
            }
            return JsonRecords.found(lines.number(), record);
        } catch (JacksonException e) {
            return refused(found, Message.of("transfer.row.no_json"));
        } catch (BadFile e) {
            return refused(found, e.reason());
        }
    }

    private Found refused(String found, Message why) {
        return new Found(lines.number(), Fields.NONE, JsonNodeFactory.instance.stringNode(found), why);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
