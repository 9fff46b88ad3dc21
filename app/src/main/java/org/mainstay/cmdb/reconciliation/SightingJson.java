package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mainstay.cmdb.discovery.Identifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// How sightings are kept.
final class SightingJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SightingJson() {}

    static String observed(Map<String, Observation> observed) {
        var node = NODES.objectNode();
        observed.forEach((code, it) -> node.putObject(code)
                .put("since", it.since().toString())
                .put("at", it.at().toString())
                .put("n", it.times())
                .set("v", it.value()));
        return MAPPER.writeValueAsString(node);
    }

    static Map<String, Observation> observed(String json) {
        var observed = new LinkedHashMap<String, Observation>();
        MAPPER.readTree(json)
                .forEachEntry((code, it) -> observed.put(
                        code,
                        new Observation(
                                Objects.requireNonNull(it.get("v")),
                                Instant.parse(text(it, "since")),
                                Instant.parse(text(it, "at")),
                                Objects.requireNonNull(it.get("n")).longValue())));
        return observed;
    }

    static String identifiers(List<Identifier> identifiers) {
        var node = NODES.arrayNode();
        for (var it : identifiers) {
            var one = node.addObject().put("kind", it.kind()).put("value", it.value());
            if (it.scope() != null) {
                one.put("scope", it.scope());
            }
        }
        return MAPPER.writeValueAsString(node);
    }

    static List<Identifier> identifiers(String json) {
        var identifiers = new ArrayList<Identifier>();
        for (var it : MAPPER.readTree(json)) {
            identifiers.add(
                    new Identifier(text(it, "kind"), text(it, "value"), it.has("scope") ? text(it, "scope") : null));
        }
        return identifiers;
    }

    static String text(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode node(String json) {
        return MAPPER.readTree(json);
    }

    private static String text(JsonNode node, String key) {
        return Objects.requireNonNull(node.get(key)).stringValue();
    }
}
