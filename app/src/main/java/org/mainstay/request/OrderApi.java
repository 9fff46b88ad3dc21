package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.rest.Answers;
import org.mainstay.rest.Body;
import org.mainstay.rest.Idempotency;
import org.mainstay.rest.Problems;
import org.mainstay.rest.Rendering;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `/api/v1/catalog-items/{key}/order`, and why somebody may or may not.
@RestController
@RequestMapping("/api/v1/catalog-items/{key}")
class OrderApi {

    private static final int LONGEST = 200;

    private final RecordStore store;
    private final Orders orders;
    private final OrderBody order;
    private final Entitlements entitlements;
    private final Body bodies;
    private final Answers answers;
    private final Problems problems;
    private final Idempotency idempotency;

    OrderApi(
            RecordStore store,
            Orders orders,
            Entitlements entitlements,
            Body bodies,
            Answers answers,
            Problems problems,
            Idempotency idempotency) {
        this.store = store;
        this.orders = orders;
        this.order = new OrderBody(store);
        this.entitlements = entitlements;
        this.bodies = bodies;
        this.answers = answers;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    @PostMapping(path = "/order", consumes = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> order(@PathVariable String key, HttpServletRequest request, Actor actor, Locale reader)
            throws IOException {
        var body = bodies.bytes(request);
        return idempotency.once(
                request,
                actor,
                body,
                reader,
                () -> answered(answers, problems, actor, reader, () -> {
                    var item = item(store, key);
                    if (item.isEmpty()) {
                        return new Outcome.Missing();
                    }
                    var read = bodies.object(body, OrderBody.KEYS);
                    return ordered(actor, item.get(), read);
                }));
    }

    private Outcome ordered(Actor actor, Snapshot item, JsonNode body) {
        try {
            return orders.order(actor, List.of(order.wish(actor, item.id(), body)));
        } catch (Refusal e) {
            boolean seen = entitlements.sees(item.id(), actor.id())
                    || store.get(actor, CatalogItemType.CATALOG_ITEM, item.id()).isPresent();
            return seen ? new Outcome.Refused(e.problems()) : new Outcome.Missing();
        }
    }

    static ResponseEntity<byte[]> answered(
            Answers answers, Problems problems, Actor actor, Locale reader, Supplier<Outcome> work) {
        return switch (work.get()) {
            case Outcome.Done(var made) -> answers.created(actor, "requests", made);
            case Outcome.Missing _ -> problems.missing(reader);
            case Outcome other -> answers.of(actor, other, reader);
        };
    }

    /// Also one that is not offered any more: who could order it is told so.
    static Optional<Snapshot> item(RecordStore store, String key) {
        boolean possible = key.length() <= LONGEST && key.chars().noneMatch(Character::isISOControl);
        return possible ? store.find(Installation.ITSELF, CatalogItemType.CATALOG_ITEM, key) : Optional.empty();
    }

    /// `{"sees","orders","conditions":[{"of","text","holds"}]}`
    @GetMapping("/entitlement")
    ResponseEntity<byte[]> entitlement(
            @PathVariable String key, @RequestParam(defaultValue = "me") String person, Actor actor, Locale reader) {
        var item = item(store, key)
                .flatMap(it -> store.get(actor, CatalogItemType.CATALOG_ITEM, it.id()))
                .orElse(null);
        if (item == null) {
            return problems.missing(reader);
        }
        var who = who(actor, person);
        if (who == null) {
            return problems.parameter("person", Message.of("request.order.unknown_person"), reader);
        }
        if (!who.id().equals(actor.id()) && !actor.may(Grants.ADMIN, item.organisation())) {
            return problems.denied(Message.of("kernel.access.administrators_only"), reader);
        }
        var findings = entitlements.findings(item.id(), who.id());
        boolean sees = entitlements.sees(item.id(), who.id());
        return answers.ok(Rendering.json(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("sees", sees);
            json.writeBooleanProperty("orders", sees && findings.stream().allMatch(Entitlements.Finding::holds));
            json.writeArrayPropertyStart("conditions");
            for (var finding : findings) {
                json.writeStartObject();
                json.writeStringProperty("of", finding.of().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("text", finding.text());
                json.writeBooleanProperty("holds", finding.holds());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private @Nullable Snapshot who(Actor actor, String person) {
        var found = person.equals("me")
                ? store.get(Installation.ITSELF, PersonType.PERSON, actor.id())
                : person.length() > LONGEST || person.chars().anyMatch(Character::isISOControl)
                        ? Optional.<Snapshot>empty()
                        : store.find(actor, PersonType.PERSON, person);
        return found.orElse(null);
    }
}
