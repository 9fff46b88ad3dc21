package org.mainstay.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.rest.Asked;
import org.mainstay.rest.Body;
import org.mainstay.rest.Idempotency;
import org.mainstay.rest.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `POST /api/v1/{collection}/bulk`: the same to many records, as a job; or what it would come to.
@RestController
class BulkApi {

    private static final String[] KEYS = {"records", "filter", "set", "action", "with", "comment"};

    private final RecordTypes types;
    private final Bulks bulks;
    private final Body bodies;
    private final Idempotency idempotency;
    private final OwnJobs own;
    private final JobAnswer answer;
    private final Problems problems;
    private final Messages messages;

    BulkApi(
            RecordTypes types,
            Bulks bulks,
            Body bodies,
            Idempotency idempotency,
            OwnJobs own,
            JobAnswer answer,
            Problems problems,
            Messages messages) {
        this.types = types;
        this.bulks = bulks;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.own = own;
        this.answer = answer;
        this.problems = problems;
        this.messages = messages;
    }

    @PostMapping(path = "/api/v1/{collection}/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> bulk(
            @PathVariable String collection,
            @RequestParam(name = "dry_run", required = false) @Nullable String dryRun,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var of = types.byCollection(collection).orElse(null);
        if (of == null) {
            return problems.missing(reader);
        }
        boolean dry = Asked.yes("dry_run", dryRun);
        var bytes = bodies.bytes(request);
        var body = bodies.object(bytes, KEYS);
        var wrong = shape(body);
        if (!wrong.isEmpty()) {
            return refused(wrong, reader);
        }
        // a second call finds other records than the first one, and is answered like it all the same
        return idempotency.once(request, actor, bytes, reader, () -> begin(collection, of, body, dry, actor, reader));
    }

    private ResponseEntity<byte[]> begin(
            String collection, RecordTypes.Collection of, JsonNode body, boolean dry, Actor actor, Locale reader) {
        var order = order(collection, body, dry, actor);
        List<Chosen> chosen;
        try {
            chosen = body.has("filter")
                    ? bulks.matching(actor, of, order.filter())
                    : bulks.named(actor, of, texts(body.get("records")));
        } catch (Asked.BadFilter e) {
            return problems.filter(e.errors(), "/filter", reader);
        }
        var wrong = bulks.problems(actor, of, order, chosen);
        if (!wrong.isEmpty()) {
            return refused(wrong, reader);
        }
        var id = own.begin(actor, order, bulks.kept(chosen), chosen.size());
        var job = own.find(id, actor).orElseThrow();
        return ResponseEntity.status(TakingBack.over(job) ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/jobs/" + id))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.whole(job, actor, reader));
    }

    private static BulkOrder order(String collection, JsonNode body, boolean dry, Actor actor) {
        var comment = body.path("comment");
        return new BulkOrder(
                collection,
                body.has("action") ? body.get("action").stringValue().strip() : "",
                values(body.path(body.has("action") ? "with" : "set")),
                false,
                comment.isObject() ? comment.get("text").stringValue().strip() : "",
                comment.path("internal").asBoolean(false),
                body.has("filter") ? CsvRows.storable(body.get("filter").stringValue()) : "",
                dry,
                null,
                null,
                Actors.scopes(actor));
    }

    private static ObjectNode values(JsonNode given) {
        var values = JsonNodeFactory.instance.objectNode();
        if (given.isObject()) {
            Body.flat(given).forEach(values::set);
        }
        return values;
    }

    private static List<String> texts(JsonNode records) {
        return records.valueStream().map(JsonNode::stringValue).toList();
    }

    /// What is wrong with the body before anything of it is looked up.
    private static List<Problem> shape(JsonNode body) {
        var wrong = new ArrayList<Problem>();
        if (body.has("records") == body.has("filter")) {
            wrong.add(at("records", "transfer.bulk.which"));
        }
        check(wrong, "records", !body.has("records") || named(body.get("records")), "transfer.bulk.list_of_numbers");
        check(wrong, "filter", !body.has("filter") || body.get("filter").isString(), "transfer.bulk.text");
        check(wrong, "action", !body.has("action") || body.get("action").isString(), "transfer.bulk.text");
        check(wrong, "set", !body.has("set") || body.get("set").isObject(), "transfer.bulk.object");
        check(wrong, "with", !body.has("with") || body.get("with").isObject(), "transfer.bulk.object");
        check(wrong, "set", !body.has("set") || !body.has("action"), "transfer.bulk.set_or_action");
        check(wrong, "with", !body.has("with") || body.has("action"), "transfer.bulk.with_action");
        check(wrong, "comment", !body.has("comment") || comment(body.get("comment")), "transfer.bulk.comment");
        return wrong;
    }

    private static boolean named(JsonNode records) {
        return records.isArray() && records.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean comment(JsonNode comment) {
        return comment.isObject()
                && comment.path("text").isString()
                && (!comment.has("internal") || comment.get("internal").isBoolean())
                && comment.size() == (comment.has("internal") ? 2 : 1);
    }

    private static void check(List<Problem> wrong, String place, boolean right, String key) {
        if (!right) {
            wrong.add(at(place, key));
        }
    }

    private static Problem at(String place, String key) {
        return new Problem(place, Problem.of(key).reason());
    }

    private ResponseEntity<byte[]> refused(List<Problem> wrong, Locale reader) {
        var errors = wrong.stream()
                .map(it -> new Problems.Error(pointer(it.attribute()), messages.say(it.reason(), reader), Map.of()))
                .toList();
        return problems.answer(
                HttpStatus.UNPROCESSABLE_CONTENT, "not-valid", errors.getFirst().detail(), errors);
    }

    private static String pointer(String place) {
        int under = place.indexOf('/');
        return under < 0
                ? Problems.pointer(place)
                : "/" + place.substring(0, under) + Problems.pointer(place.substring(under + 1));
    }
}
