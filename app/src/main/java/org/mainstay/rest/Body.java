package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
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
final class Body {

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
    byte[] bytes(HttpServletRequest request) throws IOException {
        var bytes = request.getContentLengthLong() > most
                ? new byte[0]
                : request.getInputStream().readNBytes((int) most + 1);
        if (request.getContentLengthLong() > most || bytes.length > most) {
            throw new Unreadable(413, Message.of("rest.too_large", most));
        }
        return bytes;
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
        var given = new LinkedHashMap<String, JsonNode>();
        object(bytes).forEachEntry((code, node) -> {
            if (code.equals("custom") && node.isObject()) {
                node.forEachEntry((key, value) -> given.put("custom." + key, value));
            } else {
                given.put(code, node);
            }
        });
        return Input.json(Map.copyOf(given));
    }

    /// A body that cannot be read at all.
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Message reason;

        Unreadable(int status, Message reason) {
            super(reason.key(), null, false, false);
            this.status = status;
            this.reason = reason;
        }

        int status() {
            return status;
        }

        Message reason() {
            return reason;
        }
    }
}
