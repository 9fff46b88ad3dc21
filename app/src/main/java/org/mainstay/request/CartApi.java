package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/api/v1/carts/mine`: what the caller means to order.
@RestController
@RequestMapping("/api/v1/carts/mine")
class CartApi {

    private static final String ITEM = "item";
    private static final String LATER = "later";

    private final RecordStore store;
    private final Carts carts;
    private final OrderBody order;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Idempotency idempotency;
    private final CartLines lines;
    private final OrderFiles files;
    private final Messages messages;

    CartApi(
            RecordStore store,
            Carts carts,
            CartLines lines,
            OrderFiles files,
            Body bodies,
            Answers answers,
            Problems problems,
            Messages messages,
            Idempotency idempotency) {
        this.store = store;
        this.carts = carts;
        this.lines = lines;
        this.files = files;
        this.messages = messages;
        this.order = new OrderBody(store);
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    @GetMapping
    ResponseEntity<byte[]> read(Actor actor, Locale reader) {
        return answers.ok(render(actor, reader));
    }

    @PostMapping(path = "/items", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> add(HttpServletRequest request, Actor actor, Locale reader) throws IOException {
        var bytes = bodies.bytes(request);
        return idempotency.once(request, actor, bytes, reader, () -> {
            var body = bodies.object(bytes, ITEM, Wishes.QUANTITY, Wishes.FOR, ItemForms.ANSWERS, Wishes.ITEMS);
            try {
                return changed(carts.add(actor, order.wish(actor, item(body.get(ITEM)), body)), actor, reader);
            } catch (Refusal e) {
                return problems.refused(e.problems(), reader);
            }
        });
    }

    private UUID item(@Nullable JsonNode node) throws Refusal {
        var found = node != null && node.isString()
                ? OrderApi.item(store, node.stringValue()).orElse(null)
                : null;
        if (found == null) {
            throw new Refusal(
                    new Problem(ITEM, Problem.of("request.order.unknown_item").reason()));
        }
        return found.id();
    }

    private ResponseEntity<byte[]> changed(Carts.Changed changed, Actor actor, Locale reader) {
        return switch (changed) {
            case Carts.Changed.Done _ -> answers.ok(render(actor, reader));
            case Carts.Changed.Not(Outcome.Missing _) ->
                problems.refused(
                        List.of(new Problem(
                                ITEM, Problem.of("request.order.unknown_item").reason())),
                        reader);
            case Carts.Changed.Not(var outcome) -> answers.of(actor, outcome, reader);
        };
    }

    @PatchMapping(
            path = "/items/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<byte[]> change(@PathVariable UUID id, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var body = bodies.object(bodies.bytes(request), Wishes.QUANTITY, LATER, ItemForms.ANSWERS);
        var line = carts.line(actor, id).orElse(null);
        if (line == null) {
            return problems.missing(reader);
        }
        var later = body.get(LATER);
        try {
            if (later != null && !later.isBoolean()) {
                throw new Refusal(
                        new Problem(LATER, Problem.of("request.cart.yes_or_no").reason()));
            }
            long quantity = OrderBody.quantity(body.get("quantity"), line.quantity());
            boolean put = later == null ? line.later() : later.booleanValue();
            var given = body.get(ItemForms.ANSWERS);
            var changed = given == null
                    ? carts.change(actor, id, quantity, put)
                    : carts.replace(
                            actor, id, put, new Orders.Wish(line.item(), quantity, line.people(), answered(given)));
            return changed(changed, actor, reader);
        } catch (Refusal e) {
            return problems.refused(e.problems(), reader);
        }
    }

    @DeleteMapping("/items/{id}")
    ResponseEntity<byte[]> remove(@PathVariable UUID id, Actor actor, Locale reader) {
        return carts.remove(actor, id) ? ResponseEntity.noContent().build() : problems.missing(reader);
    }

    @PostMapping(path = "/order", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> order(HttpServletRequest request, Actor actor, Locale reader) throws IOException {
        var bytes = bodies.bytes(request);
        return idempotency.once(request, actor, bytes, reader, () -> {
            bodies.object(bytes);
            return OrderApi.answered(answers, problems, actor, reader, () -> carts.order(actor));
        });
    }

    private static JsonNode answered(JsonNode given) throws Refusal {
        return OrderBody.answers(given, JsonNodeFactory.instance.objectNode());
    }

    /// Takes in a file that is to come with an answer, which then names it by its id:
    /// `{"id","name","media_type","size"}`.
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> file(@RequestParam MultipartFile file, Actor actor, Locale reader) throws IOException {
        try (var content = file.getInputStream()) {
            var kept = files.receive(actor, String.valueOf(file.getOriginalFilename()), content);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Rendering.json(json -> {
                        json.writeStartObject();
                        json.writeStringProperty("id", kept.id().toString());
                        json.writeStringProperty("name", kept.name());
                        json.writeStringProperty("media_type", kept.mediaType());
                        json.writeNumberProperty("size", kept.blob().size());
                        json.writeEndObject();
                    }));
        } catch (Refusal e) {
            return problems.refused(e.problems(), reader);
        }
    }

    /// `{"items":[{"id","item","quantity","for","price",…}],"later":[…],"total_price",…,"next":null}`
    private byte[] render(Actor actor, Locale reader) {
        var cart = carts.of(actor);
        var versions = versions(cart);
        var labels = labels(actor, cart);
        var standings = lines.of(actor, cart, versions);
        var prices = CartLines.prices(cart, standings);
        return Rendering.json(json -> {
            json.writeStartObject();
            lines(json, "items", cart.now(), standings, labels, reader);
            lines(json, LATER, cart.later(), standings, labels, reader);
            value(json, RequestType.TOTAL_PRICE, prices.once());
            value(json, RequestType.MONTHLY_PRICE, prices.monthly());
            value(json, RequestType.YEARLY_PRICE, prices.yearly());
            json.writeNullProperty("next");
            json.writeEndObject();
        });
    }

    /// By item, what is offered of it now.
    private Map<UUID, Snapshot> versions(Cart cart) {
        return versions(
                store, cart.lines().stream().map(Cart.Line::item).distinct().toList());
    }

    static Map<UUID, Snapshot> versions(RecordStore store, Collection<UUID> items) {
        return versionsOf(store, store.get(Installation.ITSELF, CatalogItemType.CATALOG_ITEM, items));
    }

    static Map<UUID, Snapshot> versionsOf(RecordStore store, Collection<Snapshot> items) {
        var versions = items.stream()
                .flatMap(it -> Stream.ofNullable(it.get(CatalogItemType.CURRENT_VERSION)))
                .toList();
        var byItem = new HashMap<UUID, Snapshot>();
        store.get(Installation.ITSELF, CatalogVersionType.CATALOG_ITEM_VERSION, versions)
                .forEach(it -> byItem.put(it.need(CatalogVersionType.ITEM), it));
        return byItem;
    }

    private Map<UUID, Label> labels(Actor actor, Cart cart) {
        var ids = new HashSet<UUID>();
        cart.lines().forEach(it -> {
            ids.add(it.item());
            ids.addAll(it.people());
            if (it.bundled() != null) {
                ids.add(it.bundled().version());
            }
        });
        return store.labelsOf(actor, ids);
    }

    private void lines(
            JsonGenerator json,
            String name,
            List<Cart.Line> shown,
            Map<UUID, CartLines.Standing> standings,
            Map<UUID, Label> labels,
            Locale reader) {
        json.writeArrayPropertyStart(name);
        for (var line : shown) {
            json.writeStartObject();
            json.writeStringProperty("id", line.id().toString());
            json.writeName(ITEM);
            Rendering.reference(json, labels.get(line.item()));
            json.writeName("bundle");
            var bundle =
                    line.bundled() == null ? null : labels.get(line.bundled().version());
            if (bundle == null) {
                json.writeNull();
            } else {
                Rendering.reference(json, bundle);
            }
            json.writeNumberProperty("quantity", line.quantity());
            json.writeArrayPropertyStart("for");
            line.people().forEach(it -> {
                if (labels.get(it) != null) {
                    Rendering.reference(json, labels.get(it));
                }
            });
            json.writeEndArray();
            var standing = standings.get(line.id());
            var cost = standing == null ? CartLines.NOTHING : standing.cost();
            value(json, CatalogVersionType.PRICE, cost.once());
            value(json, CatalogVersionType.RECURRING_PRICE, cost.recurring());
            value(json, CatalogVersionType.RECURRING_PERIOD, cost.due());
            answers(json, standing, reader);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// What was answered so far, and what is wrong with that by what is asked today.
    private void answers(JsonGenerator json, CartLines.@Nullable Standing standing, Locale reader) {
        json.writeName(ItemForms.ANSWERS);
        var given = standing == null ? null : standing.read().answers();
        if (given == null) {
            json.writeNull();
        } else {
            json.writeTree(given.json());
        }
        problems(json, standing == null ? List.of() : standing.read().problems(), messages, reader);
    }

    /// `"problems":[{"pointer","detail"}]`
    static void problems(JsonGenerator json, List<Problem> problems, Messages messages, Locale reader) {
        json.writeArrayPropertyStart("problems");
        for (var problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("pointer", Problems.pointer(problem.attribute()));
            json.writeStringProperty("detail", messages.say(problem.reason(), reader));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Attribute<?> attribute, @Nullable Object value) {
        json.writeName(attribute.code());
        Rendering.value(json, attribute, value, Map.of());
    }
}
