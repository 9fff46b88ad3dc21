package org.mainstay.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The API described as OpenAPI 3.1. Records come from descriptors, the same for every installation but for
/// custom fields; what surrounds them from each module's part, `openapi/<module>.json`. A path below
/// `/{collection}` in a part stands for every collection, with `{Record}`, `{record}` and `{records}` for
/// what it holds.
final class OpenApi {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String EACH = "/{collection}";

    private final RecordTypes types;
    private final Messages messages;
    private final Schemas schemas;
    private final List<ObjectNode> parts;

    OpenApi(RecordTypes types, Messages messages, List<Told> told) {
        this.types = types;
        this.messages = messages;
        this.schemas = new Schemas(messages, told);
        this.parts = parts();
    }

    private static List<ObjectNode> parts() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.json")).stream()
                    .sorted(Comparator.comparing(it -> String.valueOf(it.getFilename())))
                    .map(OpenApi::part)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode part(Resource resource) {
        try (var stream = resource.getInputStream()) {
            return (ObjectNode) MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode document() {
        var document = NODES.objectNode().put("openapi", "3.1.0");
        parts.forEach(part -> part.path("about").forEachEntry((key, value) -> document.set(key, value.deepCopy())));
        document.putArray("servers").addObject().put("url", "/api/v1");
        var security = document.putArray("security");
        for (String scheme : List.of("bearer", "basic", "session")) {
            security.addObject().putArray(scheme);
        }
        var paths = document.putObject("paths");
        types.collections().forEach(it -> collection(paths, it));
        parts.forEach(part -> part.path("paths").forEachEntry((path, node) -> {
            if (!path.startsWith(EACH)) {
                paths.withObjectProperty(path).setAll((ObjectNode) node.deepCopy());
            }
        }));
        var components = document.putObject("components");
        parts.forEach(part -> part.path("components")
                .forEachEntry(
                        (group, named) -> components.withObjectProperty(group).setAll((ObjectNode) named.deepCopy())));
        var described = components.withObjectProperty("schemas");
        types.all().forEach(it -> {
            add(described, name(it), schemas.record(it));
            add(described, name(it) + "Input", schemas.input(it));
        });
        return document;
    }

    private static void add(ObjectNode schemas, String name, ObjectNode schema) {
        if (schemas.has(name)) {
            throw new IllegalStateException("two schemas are called " + name);
        }
        schemas.set(name, schema);
    }

    private void collection(ObjectNode paths, String collection) {
        var type = types.byCollection(collection).orElseThrow().type();
        var words = Map.of(
                "{collection}", collection,
                "{Record}", name(type),
                "{record}", lower(type.code()),
                "{records}", lower(type.code() + ".plural"),
                "{Records}", messages.say(Locale.ENGLISH, type.code() + ".plural"));
        for (var part : parts) {
            part.path("paths").forEachEntry((path, node) -> {
                if (path.startsWith(EACH)) {
                    var operations = (ObjectNode) filled(node, words);
                    keep(operations, type);
                    if (type.attribute(Asked.CLASS).isPresent()) {
                        narrow(operations);
                    }
                    if (!operations.isEmpty()) {
                        paths.withObjectProperty(path.replace("{collection}", collection))
                                .setAll(operations);
                    }
                }
            });
        }
        type.actions().forEach(it -> action(paths, collection, type, it, words));
    }

    /// Without the operations that the type does not have.
    private static void keep(ObjectNode operations, RecordType<?> type) {
        for (var method : List.of("delete", "post")) {
            if (operations.get(method) instanceof ObjectNode operation && operation.has("x-only")) {
                operation.remove("x-only");
                if (!type.deletable()) {
                    operations.remove(method);
                }
            }
        }
        if (operations.has("parameters") && operations.size() == 1) {
            operations.removeAll();
        }
    }

    /// Of a type that has classes whatever can be filtered can be narrowed to one.
    private static void narrow(ObjectNode operations) {
        if (operations.path("get").path("parameters") instanceof ArrayNode parameters
                && parameters.valueStream().anyMatch(it -> it.equals(Schemas.pointer("parameters", "Filter")))) {
            parameters.add(Schemas.pointer("parameters", "Class"));
        }
    }

    private void action(
            ObjectNode paths, String collection, RecordType<?> type, Action<?> action, Map<String, String> words) {
        var path = paths.withObjectProperty("/" + collection + "/{key}/" + action.name());
        path.putArray("parameters").add(Schemas.pointer("parameters", "Key"));
        var operation = path.putObject("post");
        operation.put("operationId", action.name() + "_" + collection.replace('-', '_'));
        operation.putArray("tags").add(Objects.requireNonNull(words.get("{Records}")));
        operation.put("summary", messages.say(Locale.ENGLISH, type.code() + ".action." + action.name()));
        var parameters = operation.putArray("parameters");
        for (String name : List.of("DryRun", "IfMatch", "IdempotencyKey")) {
            parameters.add(Schemas.pointer("parameters", name));
        }
        var asks = schemas.asks(type, action.asks());
        operation
                .putObject("requestBody")
                .put("required", asks.has("required"))
                .putObject("content")
                .putObject("application/json")
                .set("schema", asks);
        var responses = operation.putObject("responses");
        var done = responses
                .putObject("200")
                .put("description", "The record as it stands now; with dry_run, what would be written.");
        done.putObject("headers").set("ETag", Schemas.pointer("headers", "ETag"));
        done.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .putArray("oneOf")
                .add(Schemas.reference(name(type)))
                .add(Schemas.reference("Plan"));
        for (var refusal :
                Map.of("409", "Running", "412", "Stale", "4XX", "Refused", "5XX", "Failed").entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            responses.set(refusal.getKey(), Schemas.pointer("responses", refusal.getValue()));
        }
    }

    /// A copy with the words filled in; an operation's id takes underscores.
    private static JsonNode filled(JsonNode node, Map<String, String> words) {
        if (node instanceof ObjectNode object) {
            var copy = NODES.objectNode();
            object.forEachEntry((key, value) -> copy.set(
                    key,
                    key.equals("operationId")
                            ? NODES.stringNode(
                                    filled(value.stringValue(), words).replace('-', '_'))
                            : filled(value, words)));
            return copy;
        }
        if (node.isArray()) {
            var copy = NODES.arrayNode();
            node.forEach(it -> copy.add(filled(it, words)));
            return copy;
        }
        return node.isString() ? NODES.stringNode(filled(node.stringValue(), words)) : node;
    }

    private static String filled(String text, Map<String, String> words) {
        var filled = text;
        for (var word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    private String lower(String key) {
        return messages.say(Locale.ENGLISH, key).toLowerCase(Locale.ENGLISH);
    }

    private static String name(RecordType<?> type) {
        var name = new StringBuilder();
        for (String word : type.code().split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
