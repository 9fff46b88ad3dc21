package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Input;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON bodies, read strictly: one object, no key twice, nothing after it, bounded in size, depth and
/// numbers.
public final class Body {

    private static final int DEEPEST = 32;

    private final JsonMapper mapper;
    private final long most;

    Body(long most) {
        this.most = most;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(100)
                .maxNameLength(200)
                .build();
        mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /// The bytes of the body.
    ///
    /// @throws Unreadable when there are more than the limit allows
    public byte[] bytes(HttpServletRequest request) throws IOException {
        return bytes(request.getContentLengthLong(), request.getInputStream());
    }

    byte[] bytes(long announced, InputStream stream) throws IOException {
        var bytes = announced > most ? new byte[0] : stream.readNBytes((int) most + 1);
        if (announced > most || bytes.length > most) {
            throw new Unreadable(413, Message.of("rest.too_large", most));
        }
        return bytes;
    }

    /// The bytes of a body without which the request says nothing.
    ///
    /// @throws Unreadable when there are none, or more than the limit allows
    byte[] needed(HttpServletRequest request) throws IOException {
        var bytes = bytes(request);
        if (bytes.length == 0) {
            throw new Unreadable(400, Message.of("rest.not_an_object"));
        }
        return bytes;
    }

    /// @param known the only keys it may have
    /// @throws Unreadable when it is not one JSON object with these keys
    public JsonNode object(byte[] bytes, String... known) {
        var object = object(bytes);
        for (String key : object.propertyNames()) {
            if (!List.of(known).contains(key)) {
                throw new Unreadable(422, Message.of("rest.unknown_key", String.join(", ", known)), "/" + escaped(key));
            }
        }
        return object;
    }

    /// As it stands in a JSON pointer.
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /// @throws Unreadable when it is not one JSON object
    JsonNode object(byte[] bytes) {
        try {
            var node = bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
            if (node == null || !node.isObject()) {
                throw new Unreadable(400, Message.of("rest.not_an_object"));
            }
            return node;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Unreadable(
                    400,
                    Message.of("rest.not_json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
        }
    }

    /// The attributes a body gives; those under `custom` under their full codes.
    Input input(byte[] bytes) {
        return Input.json(flat(object(bytes)));
    }

    /// The values of an object by attribute code; those under `custom` under their full codes.
    public static Map<String, JsonNode> flat(JsonNode object) {
        var given = new LinkedHashMap<String, JsonNode>();
        object.forEachEntry((code, node) -> {
            if (code.equals("custom") && node.isObject()) {
                node.forEachEntry((key, value) -> given.put("custom." + key, value));
            } else {
                given.put(code, node);
            }
        });
        return Map.copyOf(given);
    }

    /// A body that cannot be read at all.
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Message reason;
        private final String pointer;

        Unreadable(int status, Message reason) {
            this(status, reason, "");
        }

        /// @param pointer the place in the body; empty for all of it
        Unreadable(int status, Message reason, String pointer) {
            super(reason.key(), null, false, false);
            this.status = status;
            this.reason = reason;
            this.pointer = pointer;
        }

        int status() {
            return status;
        }

        Message reason() {
            return reason;
        }

        String pointer() {
            return pointer;
        }
    }
}
