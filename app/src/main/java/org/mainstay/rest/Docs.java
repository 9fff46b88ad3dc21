package org.mainstay.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Markdown;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Assets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One page of the description as its template shows it.
///
/// @param intro HTML from the sanitiser; empty where operations are shown
/// @param shapes the schemas that the operations speak of
public record Docs(String of, String intro, List<String> tags, List<Operation> operations, List<Shape> shapes) {

    static final String SHAPES = "Schemas";

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> METHODS = List.of("get", "post", "patch", "delete");

    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Row> parameters,
            List<Body> bodies,
            List<Answer> answers) {}

    /// A parameter or a property.
    public record Row(
            String name,
            String where,
            boolean required,
            String type,
            @Nullable String shape,
            String description) {}

    public record Body(String mediaTypes, @Nullable String shape, List<Row> rows, String example) {}

    public record Answer(
            String status,
            String description,
            String type,
            @Nullable String shape) {}

    public record Shape(String name, String description, List<Row> rows, String example) {}

    public boolean introduces() {
        return of.isEmpty();
    }

    public boolean shapely() {
        return of.equals(SHAPES);
    }

    /// Texts and assets for the template.
    public record Say(Messages messages, Assets assets, Locale reader) {

        public String text(String key) {
            return messages.say(reader, "rest.docs." + key);
        }

        public String asset(String name) {
            return assets.path(name);
        }

        public String language() {
            return Messages.language(reader).getLanguage();
        }

        public String heading(Docs docs) {
            if (docs.introduces()) {
                return text("introduction");
            }
            return docs.shapely() ? text("schemas") : docs.of();
        }

        public @Nullable String current(boolean here) {
            return here ? "page" : null;
        }
    }

    /// @return null where there is no such part
    static @Nullable Docs of(JsonNode document, String of) {
        var tags = new LinkedHashSet<String>();
        var operations = new ArrayList<Operation>();
        document.get("paths").forEachEntry((path, methods) -> {
            for (String method : METHODS) {
                if (methods.has(method)) {
                    var tag = methods.get(method).get("tags").get(0).stringValue();
                    tags.add(tag);
                    if (tag.equals(of)) {
                        operations.add(operation(document, path, method, methods));
                    }
                }
            }
        });
        var all = List.copyOf(tags);
        if (of.isEmpty()) {
            var text = document.at("/info/description").stringValue();
            return new Docs(of, Markdown.html(text, Markdown.Resolver.NONE), all, List.of(), List.of());
        }
        if (of.equals(SHAPES)) {
            var shapes = new ArrayList<Shape>();
            document.at("/components/schemas").forEachEntry((name, schema) -> shapes.add(shape(name, schema)));
            return new Docs(of, "", all, List.of(), shapes);
        }
        return tags.contains(of) ? new Docs(of, "", all, operations, List.of()) : null;
    }

    private static Operation operation(JsonNode document, String path, String method, JsonNode methods) {
        var operation = methods.get(method);
        var parameters = new ArrayList<Row>();
        for (var list : List.of(methods.path("parameters"), operation.path("parameters"))) {
            list.forEach(it -> parameters.add(parameter(resolved(document, it))));
        }
        var bodies = new LinkedHashMap<JsonNode, Body>();
        operation
                .at("/requestBody/content")
                .forEachEntry((type, content) -> bodies.merge(
                        content.get("schema"),
                        body(type, content),
                        (a, b) -> new Body(a.mediaTypes + ", " + b.mediaTypes, a.shape, a.rows, a.example)));
        var answers = new ArrayList<Answer>();
        operation
                .get("responses")
                .forEachEntry((status, answer) -> answers.add(answer(status, resolved(document, answer))));
        return new Operation(
                operation.get("operationId").stringValue(),
                method,
                path,
                operation.get("summary").stringValue(),
                plain(operation),
                parameters,
                List.copyOf(bodies.values()),
                answers);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private static Row parameter(JsonNode parameter) {
        var example =
                parameter.has("example") ? " · " + parameter.get("example").asString() : "";
        return new Row(
                parameter.get("name").stringValue(),
                parameter.get("in").stringValue(),
                parameter.path("required").asBoolean(false),
                type(parameter.get("schema")),
                null,
                plain(parameter) + example);
    }

    private static Body body(String type, JsonNode content) {
        var schema = content.get("schema");
        var example = content.has("example") ? PRETTY.writeValueAsString(content.get("example")) : "";
        return new Body(type, named(schema), rows(schema), example);
    }

    private static Answer answer(String status, JsonNode answer) {
        var types = new ArrayList<String>();
        String shape = null;
        for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
            var schema = content.getValue().get("schema");
            types.add(content.getKey());
            shape = named(schema.has("oneOf") ? schema.get("oneOf").get(0) : listed(schema));
        }
        return new Answer(status, plain(answer), String.join(", ", types), shape);
    }

    /// Of a page what it lists.
    private static JsonNode listed(JsonNode schema) {
        var items = schema.at("/properties/items/items");
        return items.isMissingNode() ? schema : items;
    }

    private static Shape shape(String name, JsonNode schema) {
        var example = schema.path("examples").isEmpty()
                ? ""
                : PRETTY.writeValueAsString(schema.get("examples").get(0));
        var rows = rows(schema);
        var description = plain(schema);
        return new Shape(
                name, rows.isEmpty() ? (type(schema) + " " + description).strip() : description, rows, example);
    }

    private static List<Row> rows(JsonNode schema) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(it -> required.add(it.stringValue()));
        var rows = new ArrayList<Row>();
        schema.path("properties")
                .forEachEntry((name, property) -> rows.add(new Row(
                        name,
                        "",
                        required.contains(name),
                        type(property),
                        named(property.has("items") ? property.get("items") : property),
                        plain(property))));
        return rows;
    }

    /// Tables show descriptions without their marks for code.
    private static String plain(JsonNode described) {
        return described.path("description").asString("").replace("`", "");
    }

    private static @Nullable String named(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /// In short words: `string ≤ 200`, `high | medium | low`, `array of Mentioned`.
    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return String.valueOf(named(schema));
        }
        if (schema.has("enum")) {
            var options = new ArrayList<String>();
            schema.get("enum").forEach(it -> {
                if (!it.isNull()) {
                    options.add(it.asString());
                }
            });
            return String.join(" | ", options);
        }
        if (schema.has("oneOf")) {
            return type(schema.get("oneOf").get(0));
        }
        var names = new ArrayList<String>();
        var types = schema.path("type");
        if (types.isArray()) {
            types.forEach(it -> names.add(it.stringValue()));
        } else if (types.isString()) {
            names.add(types.stringValue());
        }
        names.remove("null");
        var text = new StringBuilder(String.join(" | ", names));
        if (schema.has("items")) {
            text.append(" of ").append(type(schema.get("items")));
        }
        for (var more : List.of(Map.entry("format", " "), Map.entry("maxLength", " ≤ "), Map.entry("maximum", " ≤ "))) {
            if (schema.has(more.getKey())) {
                text.append(more.getValue()).append(schema.get(more.getKey()).asString());
            }
        }
        return text.toString();
    }
}
