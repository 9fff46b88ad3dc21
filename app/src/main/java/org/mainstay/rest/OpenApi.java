package org.mainstay.rest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The API described: OpenAPI 3.1 from the descriptors, the same for every installation but for custom
/// fields.
final class OpenApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LIST_DETAIL = "A page of records that the caller sees.";

    private final RecordTypes types;
    private final Messages messages;
    private final Schemas schemas;

    OpenApi(RecordTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
        this.schemas = new Schemas(messages);
    }

    ObjectNode document() {
        var document = NODES.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Mainstay")
                .put("version", "v1")
                .put("description", "Every collection lists, creates, reads and edits its records the same way.");
        document.putArray("servers").addObject().put("url", "/api/v1");
        var security = document.putArray("security");
        security.addObject().putArray("bearer");
        security.addObject().putArray("basic");
        var paths = document.putObject("paths");
        for (String collection : types.collections()) {
            types.byCollection(collection).ifPresent(it -> collection(paths, collection, it.type()));
        }
        var components = document.putObject("components");
        var schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemas(components.putObject("schemas"));
        return document;
    }

    private void schemas(ObjectNode into) {
        var reference = into.putObject("Reference").put("description", "On write an id, a number or a unique label.");
        var referenceTypes = reference.putArray("type");
        referenceTypes.add("object").add("string").add("null");
        var properties = reference.putObject("properties");
        properties.putObject("id").put("type", "string").put("format", "uuid");
        properties.putObject("number").put("type", "string");
        properties.putObject("label").put("type", "string");
        var money = into.putObject("Money");
        money.putArray("type").add("object").add("null");
        money.putObject("properties").putObject("amount").put("type", "string");
        money.withObject("properties").putObject("currency").put("type", "string");
        var problem = into.putObject("Problem").put("type", "object");
        var fields = problem.putObject("properties");
        for (var name : new String[] {"type", "title", "detail"}) {
            fields.putObject(name).put("type", "string");
        }
        fields.putObject("status").put("type", "integer");
        fields.putObject("errors").put("type", "array").putObject("items").put("type", "object");
        types.all().forEach(it -> into.set(name(it), schemas.record(it)));
    }

    private void collection(ObjectNode paths, String collection, RecordType<?> type) {
        var label = messages.say(Locale.ENGLISH, type.code() + ".plural");
        var many = paths.putObject("/" + collection);
        var list = operation(many, "get", collection, "list", label);
        parameters(list, "filter", "sort", "fields", "limit", "cursor", "count", "as_of");
        var page = NODES.objectNode().put("type", "object");
        page.putObject("properties")
                .putObject("items")
                .put("type", "array")
                .set("items", Schemas.reference(name(type)));
        Schemas.nullable(page.withObject("properties").putObject("next"), "string");
        answer(list, "200", LIST_DETAIL, page);
        var create = operation(many, "post", collection, "create", label);
        body(create, Schemas.reference(name(type)));
        answer(create, "201", "The record as it was created.", Schemas.reference(name(type)));
        var stats = operation(paths.putObject("/" + collection + "/stats"), "get", collection, "stats", label);
        parameters(stats, "filter", "group_by", "measure");
        answer(stats, "200", "A group each.", NODES.objectNode().put("type", "object"));
        var suggest = operation(paths.putObject("/" + collection + "/suggest"), "get", collection, "suggest", label);
        parameters(suggest, "q");
        answer(suggest, "200", "Completions.", NODES.objectNode().put("type", "object"));
        one(paths, "/" + collection + "/{key}", collection, type, label);
    }

    private void one(ObjectNode paths, String path, String collection, RecordType<?> type, String label) {
        var one = paths.putObject(path);
        key(one);
        var read = operation(one, "get", collection, "read", label);
        parameters(read, "as_of");
        answer(read, "200", "The record; its version is the ETag.", Schemas.reference(name(type)));
        var edit = operation(one, "patch", collection, "edit", label);
        body(edit, Schemas.reference(name(type)));
        answer(edit, "200", "The record as it stands now.", Schemas.reference(name(type)));
        answer(edit, "412", "It has changed since the version of If-Match.", Schemas.reference("Problem"));
        if (type.deletable()) {
            answer(operation(one, "delete", collection, "delete", label), "204", "It is deleted.", null);
            var restored = paths.putObject(path + "/restore");
            key(restored);
            var restore = operation(restored, "post", collection, "restore", label);
            answer(restore, "200", "The record, back as it was.", Schemas.reference(name(type)));
        }
        for (var part : new String[] {"actions", "history", "why", "comments", "attachments", "links", "watchers"}) {
            var under = paths.putObject(path + "/" + part);
            key(under);
            answer(
                    operation(under, "get", collection, part, label),
                    "200",
                    "Those the caller may read.",
                    NODES.objectNode().put("type", "object"));
            if (part.equals("comments") || part.equals("links") || part.equals("watchers")) {
                var add = operation(under, "post", collection, "add_" + part, label);
                body(add, NODES.objectNode().put("type", "object"));
                answer(add, "201", "What was added.", NODES.objectNode().put("type", "object"));
            }
        }
        for (Action<?> action : type.actions()) {
            var under = paths.putObject(path + "/" + action.name());
            key(under);
            var act = operation(under, "post", collection, action.name(), label);
            parameters(act, "dry_run");
            body(act, schemas.answers(type, action.asks()));
            answer(act, "200", "The record as it stands now; with dry_run the plan.", Schemas.reference(name(type)));
        }
    }

    private static ObjectNode operation(ObjectNode path, String method, String collection, String name, String label) {
        var operation = path.putObject(method);
        operation.put("operationId", name + "_" + collection.replace('-', '_'));
        operation.putArray("tags").add(label);
        var error = operation.putObject("responses").putObject("default");
        error.put("description", "Why it was not done.");
        error.putObject("content").putObject("application/problem+json").set("schema", Schemas.reference("Problem"));
        return operation;
    }

    private static void key(ObjectNode path) {
        path.putArray("parameters")
                .addObject()
                .put("name", "key")
                .put("in", "path")
                .put("required", true)
                .put("description", "Id, number, code or user name.")
                .putObject("schema")
                .put("type", "string");
    }

    private static void parameters(ObjectNode operation, String... names) {
        var parameters = operation.putArray("parameters");
        for (String name : names) {
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string");
        }
    }

    private static void body(ObjectNode operation, ObjectNode schema) {
        operation
                .putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .set("schema", schema);
    }

    private static void answer(ObjectNode operation, String status, String description, @Nullable ObjectNode schema) {
        var answer = operation.withObject("responses").putObject(status).put("description", description);
        if (schema != null) {
            answer.putObject("content").putObject("application/json").set("schema", schema);
        }
    }

    private static String name(RecordType<?> type) {
        var name = new StringBuilder();
        for (String word : type.code().split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
