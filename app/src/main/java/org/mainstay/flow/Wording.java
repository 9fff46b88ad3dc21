package org.mainstay.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainstay.kernel.record.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Puts what a record says into texts: `{{number}}` stands for its number, and so on for what [Flowing#texts] names.
/// What it does not name is left out. Nothing that is put in is read again.
final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z0-9_.]{1,100})\\s*}}");

    private final FlowTerms terms;

    Wording(FlowTerms terms) {
        this.terms = terms;
    }

    String plain(String text, Snapshot record) {
        return put(text, record, UnaryOperator.identity());
    }

    /// Of a URL: what is put in is encoded.
    String address(String text, Snapshot record) {
        return put(
                text,
                record,
                it -> URLEncoder.encode(it, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// Of a JSON value: what is put in stays within the texts.
    JsonNode json(JsonNode node, Snapshot record) {
        return switch (node) {
            case ObjectNode object -> {
                var made = JsonMapper.shared().createObjectNode();
                object.properties().forEach(it -> made.set(it.getKey(), json(it.getValue(), record)));
                yield made;
            }
            case JsonNode array
            when array.isArray() -> {
                var made = JsonMapper.shared().createArrayNode();
                array.forEach(it -> made.add(json(it, record)));
                yield made;
            }
            case JsonNode text
            when text.isString() -> JsonMapper.shared().getNodeFactory().stringNode(plain(text.stringValue(), record));
            default -> node;
        };
    }

    private String put(String text, Snapshot record, UnaryOperator<String> as) {
        if (!text.contains("{{")) {
            return text;
        }
        Map<String, String> known = terms.flowing(record.type().code()).texts(record);
        var found = PLACE.matcher(text);
        return found.replaceAll(it -> Matcher.quoteReplacement(as.apply(known.getOrDefault(it.group(1), ""))));
    }
}
