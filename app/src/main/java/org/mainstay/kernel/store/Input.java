package org.mainstay.kernel.store;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Values as they come from outside, by attribute code: JSON from the API, texts from forms and files. An
/// empty text or a JSON null empties the attribute.
public record Input(Map<String, Given> values) {

    public sealed interface Given {

        /// Where each kind insists on its JSON type.
        record Json(JsonNode node) implements Given {}

        /// Where each kind parses its text form, in the actor's language and zone.
        record Text(String text) implements Given {}
    }

    public static Input json(Map<String, JsonNode> nodes) {
        var given = new LinkedHashMap<String, Given>();
        nodes.forEach((code, node) -> given.put(code, new Given.Json(node)));
        return new Input(given);
    }

    public static Input texts(Map<String, String> texts) {
        var given = new LinkedHashMap<String, Given>();
        texts.forEach((code, text) -> given.put(code, new Given.Text(text)));
        return new Input(given);
    }
}
