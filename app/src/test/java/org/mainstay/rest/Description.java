package org.mainstay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.mainstay.testing.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the API says of itself, against which answers are held, and which of its operations were tried.
final class Description {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private final Map<String, Schema> schemas = new HashMap<>();
    private final TreeSet<String> tried = new TreeSet<>();
    private final JsonNode document;

    Description(JsonNode document) {
        closed(document);
        this.document = document;
    }

    /// Where properties are named, no others may come.
    private static void closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.has("type")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Description::closed);
    }

    /// Operations that nothing tried.
    TreeSet<String> untried() {
        var all = new TreeSet<String>();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        all.add(operation.get("operationId").stringValue());
                    }
                }));
        all.removeAll(tried);
        return all;
    }

    boolean wasTried(String operation) {
        return tried.contains(operation);
    }

    void tried(String method, String path) {
        var operation = document.get("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        tried.add(operation.get("operationId").stringValue());
    }

    /// Holds the answer against what is described for its status.
    JsonNode holds(Api.Answer answer, int status, String method, String path) {
        answer.is(status);
        tried(method, path);
        var responses = document.get("paths").get(path).get(method).get("responses");
        var described = responses.has(Integer.toString(status))
                ? responses.get(Integer.toString(status))
                : responses.get(status / 100 + "XX");
        assertThat(described).as(method + " " + path + " " + status).isNotNull();
        if (described.has("$ref")) {
            described = document.at(described.get("$ref").stringValue().substring(1));
        }
        if (!described.has("content")) {
            assertThat(answer.text()).isEmpty();
            return answer.json();
        }
        var type = status < 300 ? "application/json" : "application/problem+json";
        assertThat(answer.header("Content-Type")).startsWith(type);
        var schema = described.get("content").get(type).get("schema");
        var mistakes = schema(schema)
                .validate(
                        answer.json(),
                        (ExecutionContext context) -> context.executionConfig(it -> it.formatAssertionsEnabled(true)));
        assertThat(mistakes).as("%s → %s", answer.asked(), answer.text()).isEmpty();
        return answer.json();
    }

    private Schema schema(JsonNode of) {
        return schemas.computeIfAbsent(of.toString(), _ -> {
            var root = ((ObjectNode) of).deepCopy();
            root.set("components", document.get("components"));
            return registry.getSchema(root);
        });
    }
}
