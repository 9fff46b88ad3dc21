package org.mainstay.cmdb.discovery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mainstay.cmdb.discovery.AgentCall.Language;
import org.mainstay.cmdb.discovery.AgentCall.Purpose;

/// What an agent is told in return, in its language and packed as its call was, because it understands nothing else.
public record AgentAnswer(byte[] body, String contentType) {

    /// That its call was taken, and when to call again.
    ///
    /// @param hours until it shall call again
    public static AgentAnswer taken(AgentCall call, int hours) {
        return switch (call.language()) {
            case JSON -> json(call.packing(), "{\"status\":\"ok\",\"expiration\":" + hours + "}");
            case XML ->
                xml(
                        call.packing(),
                        call.purpose() == Purpose.DELIVERY
                                ? "<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>"
                                : "<RESPONSE>SEND</RESPONSE><PROLOG_FREQ>" + hours + "</PROLOG_FREQ>");
        };
    }

    /// That its call was refused.
    ///
    /// @param body of the call, from which language and packing are taken as far as they can be read
    /// @param sentence that says why
    public static AgentAnswer refused(byte[] body, String sentence) {
        var packing = Packing.of(body);
        return switch (language(packing, body)) {
            case JSON ->
                json(
                        packing,
                        SafeJson.MAPPER
                                .createObjectNode()
                                .put("status", "error")
                                .put("message", sentence)
                                .toString());
            case XML ->
                xml(
                        packing,
                        "<ERROR>"
                                + sentence.replace("&", "&amp;")
                                        .replace("<", "&lt;")
                                        .replace(">", "&gt;") + "</ERROR>");
        };
    }

    private static Language language(Packing packing, byte[] body) {
        try (var content = new BufferedInputStream(packing.open(body))) {
            return AgentCall.language(content);
        } catch (IOException e) {
            return Language.XML;
        }
    }

    private static AgentAnswer json(Packing packing, String text) {
        return packed(packing, text, "application/json");
    }

    private static AgentAnswer xml(Packing packing, String text) {
        var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<REPLY>" + text + "</REPLY>\n";
        return packed(packing, document, "application/xml");
    }

    private static AgentAnswer packed(Packing packing, String text, String plain) {
        var type = switch (packing) {
            case NONE -> plain;
            case ZLIB -> "application/x-compress-zlib";
            case GZIP -> "application/x-compress-gzip";
            case DEFLATE -> "application/x-compress-deflate";
        };
        return new AgentAnswer(packing.pack(text.getBytes(StandardCharsets.UTF_8)), type);
    }
}
