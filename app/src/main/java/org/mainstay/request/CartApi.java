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
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Idempotency;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

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

    CartApi(RecordStore store, Carts carts, Body bodies, Answers answers, Problems problems, Idempotency idempotency) {
        this.store = store;
        this.carts = carts;
        this.order = new OrderBody(store);
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    @GetMapping
    ResponseEntity<byte[]> read(Actor actor) {
        return answers.ok(render(actor));
    }

    @PostMapping(path = "/items", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> add(HttpServletRequest request, Actor actor, Locale reader) throws IOException {
        var bytes = bodies.bytes(request);
        return idempotency.once(request, actor, bytes, reader, () -> {
            var body = bodies.object(bytes, ITEM, "quantity", "for", "answers");
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
            case Carts.Changed.Done _ -> answers.ok(render(actor));
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
        var body = bodies.object(bodies.bytes(request), "quantity", LATER);
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
            return changed(carts.change(actor, id, quantity, put), actor, reader);
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

    /// `{"items":[{"id","item","quantity","for","price",…}],"later":[…],"total_price",…,"next":null}`
    private byte[] render(Actor actor) {
        var cart = carts.of(actor);
        var versions = versions(cart);
        var labels = labels(actor, cart);
        var prices = new Prices();
        cart.now().forEach(it -> {
            var version = versions.get(it.item());
            if (version != null) {
                prices.add(version, it.pieces());
            }
        });
        return Rendering.json(json -> {
            json.writeStartObject();
            lines(json, "items", cart.now(), versions, labels);
            lines(json, LATER, cart.later(), versions, labels);
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
        var versions = new HashMap<UUID, UUID>();
        store.get(Installation.ITSELF, CatalogItemType.CATALOG_ITEM, items).forEach(it -> {
            var version = it.get(CatalogItemType.CURRENT_VERSION);
            if (version != null) {
                versions.put(it.id(), version);
            }
        });
        var byItem = new HashMap<UUID, Snapshot>();
        store.get(Installation.ITSELF, CatalogVersionType.CATALOG_ITEM_VERSION, versions.values())
                .forEach(it -> byItem.put(it.need(CatalogVersionType.ITEM), it));
        return byItem;
    }

    private Map<UUID, Label> labels(Actor actor, Cart cart) {
        var ids = new HashSet<UUID>();
        cart.lines().forEach(it -> {
            ids.add(it.item());
            ids.addAll(it.people());
        });
        return store.labelsOf(actor, ids);
    }

    private static void lines(
            JsonGenerator json,
            String name,
            List<Cart.Line> lines,
            Map<UUID, Snapshot> versions,
            Map<UUID, Label> labels) {
        json.writeArrayPropertyStart(name);
        for (var line : lines) {
            json.writeStartObject();
            json.writeStringProperty("id", line.id().toString());
            json.writeName(ITEM);
            Rendering.reference(json, labels.get(line.item()));
            json.writeNumberProperty("quantity", line.quantity());
            json.writeArrayPropertyStart("for");
            line.people().forEach(it -> {
                if (labels.get(it) != null) {
                    Rendering.reference(json, labels.get(it));
                }
            });
            json.writeEndArray();
            var version = versions.get(line.item());
            value(json, CatalogVersionType.PRICE, version);
            value(json, CatalogVersionType.RECURRING_PRICE, version);
            value(json, CatalogVersionType.RECURRING_PERIOD, version);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Attribute<?> attribute, @Nullable Snapshot version) {
        value(json, attribute, version == null ? null : (Object) version.get(attribute));
    }

    private static void value(JsonGenerator json, Attribute<?> attribute, @Nullable Object value) {
        json.writeName(attribute.code());
        Rendering.value(json, attribute, value, Map.of());
    }
}
