package org.mainstay.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Attachment;
import org.mainstay.conversation.Comment;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Link;
import org.mainstay.conversation.LinkType;
import org.mainstay.conversation.Unattach;
import org.mainstay.conversation.Unlink;
import org.mainstay.conversation.Unwatch;
import org.mainstay.conversation.Uploads;
import org.mainstay.conversation.Watch;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Mentioned;
import org.mainstay.kernel.store.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// What hangs on a record: comments, attachments, links, watchers.
@RestController
@RequestMapping("/api/v1/{collection}/{key}")
class ConversationApi {

    private final Found found;
    private final Conversations conversations;
    private final ConversationAnswer rendering;
    private final Uploads uploads;
    private final Acts acts;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Idempotency idempotency;
    private final Mentioned mentioned;

    ConversationApi(
            Found found,
            Conversations conversations,
            ConversationAnswer rendering,
            Uploads uploads,
            Acts acts,
            Body bodies,
            Answers answers,
            Problems problems,
            Idempotency idempotency,
            Mentioned mentioned) {
        this.found = found;
        this.conversations = conversations;
        this.rendering = rendering;
        this.uploads = uploads;
        this.acts = acts;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
        this.mentioned = mentioned;
    }

    @GetMapping("/comments")
    ResponseEntity<byte[]> comments(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        var record = found.record(actor, collection, key);
        return answers.ok(rendering.comments(actor, conversations.comments(actor, record, Asked.limit(limit), cursor)));
    }

    @PostMapping(path = "/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> comment(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var record = found.record(actor, collection, key);
            var node = bodies.object(body, "text", "internal");
            var text = node.get("text");
            var internal = node.get("internal");
            if (text == null || !text.isString()) {
                return problems.refused(
                        List.of(new Problem(
                                "text", Problem.of("kernel.value.not_text").reason())),
                        reader);
            }
            if (internal != null && !internal.isBoolean()) {
                return problems.refused(
                        List.of(new Problem(
                                "internal",
                                Problem.of("kernel.value.not_yes_no", internal).reason())),
                        reader);
            }
            var comment = new Comment(text.stringValue(), internal != null && internal.booleanValue());
            return added(
                    actor,
                    record,
                    comment,
                    reader,
                    () -> conversations.comment(actor, record, comment.id()).map(it -> rendering.comment(actor, it)));
        });
    }

    @GetMapping("/attachments")
    ResponseEntity<byte[]> attachments(@PathVariable String collection, @PathVariable String key, Actor actor) {
        var record = found.record(actor, collection, key);
        return answers.ok(rendering.attachments(actor, conversations.attachments(actor, record)));
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> attach(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean internal,
            Actor actor,
            Locale reader)
            throws IOException {
        var record = found.record(actor, collection, key);
        try (var content = file.getInputStream()) {
            var received = uploads.receive(String.valueOf(file.getOriginalFilename()), content);
            var attach = internal ? received.internally() : received;
            return added(
                    actor,
                    record,
                    attach,
                    reader,
                    () -> conversations
                            .attachment(actor, record, attach.id())
                            .map(it -> rendering.attachment(actor, it)));
        } catch (Refusal e) {
            return problems.refused(e.problems(), reader);
        }
    }

    @GetMapping("/attachments/{id}/content")
    void content(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var record = found.record(actor, collection, key);
        var content = conversations.content(actor, record, id).orElseThrow(NoSuchRecord::new);
        content.headers().forEach(response::setHeader);
        content.writeTo(response.getOutputStream());
    }

    @DeleteMapping("/attachments/{id}")
    ResponseEntity<byte[]> unattach(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            Locale reader) {
        var record = found.record(actor, collection, key);
        Attachment attachment = conversations.attachment(actor, record, id).orElseThrow(NoSuchRecord::new);
        return removed(actor, record, new Unattach(attachment), reader);
    }

    @GetMapping("/links")
    ResponseEntity<byte[]> links(@PathVariable String collection, @PathVariable String key, Actor actor) {
        var record = found.record(actor, collection, key);
        return answers.ok(rendering.links(actor, conversations.links(actor, record)));
    }

    @PostMapping(path = "/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> link(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var record = found.record(actor, collection, key);
            var node = bodies.object(body, "type", "to");
            try {
                var type = Codes.parse(LinkType.class, text(node, "type"));
                var named = Mentioned.key(node, "to");
                var to = mentioned.record(actor, named);
                if (to == null) {
                    return problems.refused(List.of(Mentioned.problem("to", named)), reader);
                }
                var link = new Link(type, to);
                return added(
                        actor,
                        record,
                        link,
                        reader,
                        () -> conversations.links(actor, record).stream()
                                .filter(it -> it.to().id().equals(to) && it.type() == type)
                                .findFirst()
                                .map(it -> rendering.link(actor, it)));
            } catch (BadValue e) {
                return problems.refused(List.of(new Problem("type", e.reason())), reader);
            }
        });
    }

    @DeleteMapping("/links/{id}")
    ResponseEntity<byte[]> unlink(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable UUID id,
            Actor actor,
            Locale reader) {
        var record = found.record(actor, collection, key);
        var link = conversations.link(actor, record, id).orElseThrow(NoSuchRecord::new);
        return removed(actor, record, new Unlink(link), reader);
    }

    @GetMapping("/watchers")
    ResponseEntity<byte[]> watchers(@PathVariable String collection, @PathVariable String key, Actor actor) {
        var record = found.record(actor, collection, key);
        return answers.ok(rendering.watchers(actor, conversations.watchers(actor, record)));
    }

    @PostMapping(path = "/watchers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> watch(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(request, actor, body, reader, () -> {
            var record = found.record(actor, collection, key);
            var named = Mentioned.key(bodies.object(body, "person"), "person");
            var person = mentioned.person(actor, named);
            if (person == null) {
                return problems.refused(List.of(Mentioned.problem("person", named)), reader);
            }
            return added(
                    actor,
                    record,
                    new Watch(person),
                    reader,
                    () -> conversations.watchers(actor, record).stream()
                            .filter(it -> it.person().equals(person))
                            .findFirst()
                            .map(it -> rendering.watcher(actor, it)));
        });
    }

    @DeleteMapping("/watchers/{person}")
    ResponseEntity<byte[]> unwatch(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String person,
            Actor actor,
            Locale reader) {
        var record = found.record(actor, collection, key);
        var id = mentioned.person(actor, person);
        if (id == null) {
            throw new NoSuchRecord();
        }
        return removed(actor, record, new Unwatch(id), reader);
    }

    private ResponseEntity<byte[]> added(
            Actor actor, Snapshot record, PlanPart part, Locale reader, Supplier<Optional<byte[]>> shown) {
        var outcome = acts.add(actor, record.type(), record.id(), part);
        if (!(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Gone)) {
            return answers.of(actor, outcome, reader);
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.get().orElse(new byte[0]));
    }

    private ResponseEntity<byte[]> removed(Actor actor, Snapshot record, PlanPart part, Locale reader) {
        var outcome = acts.add(actor, record.type(), record.id(), part);
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone
                ? ResponseEntity.noContent().build()
                : answers.of(actor, outcome, reader);
    }

    private static String text(JsonNode node, String name) {
        var value = node.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
