package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.transfer.BadFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The records of one JSON document: what stands in the lists, or as the objects, at one place in it. Whatever else is
/// in the document is passed over without being held.
final class JsonRecords implements Records {

    private final JsonParser parser;
    private final String place;
    private final List<String> segments;
    private final Deque<Opened> opened = new ArrayDeque<>();
    private long number;
    private boolean begun;
    private boolean hit;

    /// @param place JSON pointer whose segments may be `*`
    JsonRecords(Reader text, String place) {
        parser = RecordJson.MAPPER.createParser(text);
        this.place = place;
        segments = RecordJson.segments(place);
    }

    /// A list or object on the way to the records.
    private static final class Opened {

        final boolean list;
        final boolean records;
        int index;

        Opened(boolean list, boolean records) {
            this.list = list;
            this.records = records;
        }
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable Found next() throws IOException {
        try {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case END_OBJECT, END_ARRAY -> opened.removeLast();
                    case PROPERTY_NAME -> {}
                    default -> {
                        var found = value(token);
                        if (found != null) {
                            return found;
                        }
                    }
                }
            }
        } catch (JacksonException e) {
            throw RecordJson.broken(e);
        }
        if (!begun) {
            throw new BadFile("transfer.file.empty");
        }
        if (!hit) {
            throw new BadFile("mapping.file.nothing_there", place);
        }
        return null;
    }

    private @Nullable Found value(JsonToken token) throws IOException {
        var within = opened.peekLast();
        if (within == null && begun) {
            throw new BadFile("mapping.file.more_documents");
        }
        begun = true;
        if (within != null && within.records) {
            return found();
        }
        if (within != null && !leads(segments.get(opened.size() - 1), within)) {
            parser.skipChildren();
            return null;
        }
        boolean there = opened.size() == segments.size();
        hit |= there && (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT);
        if (there && token != JsonToken.START_ARRAY) {
            return found();
        }
        if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
            opened.addLast(new Opened(token == JsonToken.START_ARRAY, there));
        }
        return null;
    }

    private boolean leads(String segment, Opened within) {
        var key = within.list ? String.valueOf(within.index++) : parser.currentName();
        return segment.equals("*") || segment.equals(key);
    }

    private Found found() throws BadFile {
        number++;
        return found(number, RecordJson.value(parser));
    }

    static Found found(long number, JsonNode record) {
        var raw = JsonNodeFactory.instance.stringNode(record.toString());
        if (!record.isObject()) {
            return new Found(number, Fields.NONE, raw, Message.of("discovery.no_record"));
        }
        Map<String, List<String>> known = new HashMap<>();
        return new Found(
                number,
                from -> known.computeIfAbsent(from, it -> RecordJson.texts(record, RecordJson.segments(it))),
                raw,
                null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
