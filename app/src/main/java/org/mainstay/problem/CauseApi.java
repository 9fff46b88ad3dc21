package org.mainstay.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Idempotency;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The causes of a problem in one answer, and their evidence. Causes themselves are records like others.
@RestController
@RequestMapping("/api/v1")
class CauseApi {

    private final RecordStore store;
    private final Board board;
    private final Exhibits exhibits;
    private final EvidenceQueries queries;
    private final EvidenceBody evidence;
    private final Acts acts;
    private final Access access;
    private final Rendering rendering;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Idempotency idempotency;

    CauseApi(
            RecordStore store,
            Board board,
            Exhibits exhibits,
            EvidenceQueries queries,
            EvidenceBody evidence,
            Acts acts,
            Access access,
            Rendering rendering,
            Body bodies,
            Answers answers,
            Problems problems,
            Idempotency idempotency) {
        this.store = store;
        this.board = board;
        this.exhibits = exhibits;
        this.queries = queries;
        this.evidence = evidence;
        this.acts = acts;
        this.access = access;
        this.rendering = rendering;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    /// `{"items":[{"outline","depth","root_cause","cause":{…},"evidence":[…]}],"next":null}`, from above and the left.
    @GetMapping("/problems/{key}/causes")
    ResponseEntity<byte[]> causes(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, ProblemType.PROBLEM, key)
                .map(it -> answers.ok(causes(board.of(actor, it), actor)))
                .orElseGet(() -> problems.missing(reader));
    }

    private byte[] causes(Board.Sight sight, Actor actor) {
        return Rendering.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (var node : sight.tree().flat()) {
                json.writeStartObject();
                json.writeStringProperty("outline", node.outline());
                json.writeNumberProperty("depth", node.depth());
                json.writeBooleanProperty("root_cause", CauseTree.root(node));
                json.writeName("cause");
                var shown = access.readable(node.cause(), actor);
                json.writeRawValue(
                        new String(rendering.record(node.cause(), shown, sight.labels()), StandardCharsets.UTF_8));
                json.writeName("evidence");
                EvidenceAnswer.write(json, sight.evidence(node.cause()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    @GetMapping("/causes/{key}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable String key, Actor actor, Locale reader) {
        return store.find(actor, CauseType.CAUSE, key)
                .map(cause -> answers.ok(Rendering.json(json -> {
                    json.writeStartObject();
                    json.writeName("items");
                    EvidenceAnswer.write(json, of(actor, cause));
                    json.writeNullProperty("next");
                    json.writeEndObject();
                })))
                .orElseGet(() -> problems.missing(reader));
    }

    private List<Exhibit> of(Actor actor, Snapshot cause) {
        return exhibits.of(actor, List.of(cause)).getOrDefault(cause.id(), List.of());
    }

    /// `{"record":"INC0000042","comment":…,"note":…}`: of what is within a record one is named at most.
    @PostMapping(path = "/causes/{key}/evidence", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> add(@PathVariable String key, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var cause = store.find(actor, CauseType.CAUSE, key).orElse(null);
            if (cause == null) {
                return problems.missing(reader);
            }
            if (access.edit(cause, actor) instanceof Decision.Denied(var reason)) {
                return problems.denied(reason, reader);
            }
            try {
                var part = evidence.read(actor, texts(bodies.object(body, EvidenceBody.KEYS.toArray(String[]::new))));
                var outcome = acts.add(actor, CauseType.CAUSE, cause.id(), part);
                return outcome instanceof Outcome.Done(var now)
                        ? added(of(actor, now), part.id())
                        : answers.of(actor, outcome, reader);
            } catch (Refusal e) {
                return problems.refused(e.problems(), reader);
            }
        });
    }

    private static ResponseEntity<byte[]> added(List<Exhibit> all, UUID id) {
        var one = all.stream()
                .filter(it -> it.evidence().id().equals(id))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Rendering.json(json -> EvidenceAnswer.write(json, one)));
    }

    private static Map<String, String> texts(JsonNode body) throws Refusal {
        var texts = new HashMap<String, String>();
        for (var key : EvidenceBody.KEYS) {
            var node = body.get(key);
            if (key.equals(EvidenceBody.RECORD)) {
                texts.put(key, Mentioned.key(body, key));
            } else if (node != null && !node.isNull()) {
                if (!node.isString() && !(key.equals(EvidenceBody.VERSION) && node.isIntegralNumber())) {
                    throw new Refusal(new org.mainstay.kernel.record.Problem(key, Message.of("kernel.value.not_text")));
                }
                texts.put(key, node.asString());
            }
        }
        return texts;
    }

    @DeleteMapping("/causes/{key}/evidence/{id}")
    ResponseEntity<byte[]> withdraw(@PathVariable String key, @PathVariable UUID id, Actor actor, Locale reader) {
        var cause = store.find(actor, CauseType.CAUSE, key).orElse(null);
        var one = cause == null ? null : queries.one(cause.id(), id).orElse(null);
        if (cause == null || one == null) {
            return problems.missing(reader);
        }
        var outcome = acts.add(actor, CauseType.CAUSE, cause.id(), new WithdrawEvidence(one));
        return outcome instanceof Outcome.Done
                ? ResponseEntity.noContent().build()
                : answers.of(actor, outcome, reader);
    }
}
