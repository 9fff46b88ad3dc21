package org.mainstay.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.rest.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a body says of an order: how many, for whom, and the answers to the item's questions. No price: what something
/// costs is what it is offered for.
final class OrderBody {

    static final String[] KEYS = {Wishes.QUANTITY, Wishes.FOR, ItemForms.ANSWERS, Wishes.ITEMS};

    private static final Set<String> OF_ITEMS = Set.of("id", "leave_out", Wishes.QUANTITY, ItemForms.ANSWERS);

    private final RecordStore store;

    OrderBody(RecordStore store) {
        this.store = store;
    }

    /// @throws Refusal at the place that is at fault
    Orders.Wish wish(Actor actor, UUID item, JsonNode body) throws Refusal {
        return new Orders.Wish(
                item,
                quantity(body.get(Wishes.QUANTITY), 1),
                people(actor, body.get(Wishes.FOR)),
                answers(body.get(ItemForms.ANSWERS), JsonNodeFactory.instance.objectNode()),
                "",
                null,
                changes(body.get(Wishes.ITEMS)));
    }

    /// `[{"id","leave_out","quantity","answers"}]`: what is wanted otherwise than a bundle has it.
    private static Map<UUID, Orders.Change> changes(@Nullable JsonNode node) throws Refusal {
        var changes = new LinkedHashMap<UUID, Orders.Change>();
        if (node == null || node.isNull()) {
            return changes;
        }
        if (!node.isArray() || node.size() > Wishes.MOST_ITEMS) {
            throw new Refusal(Problem.of("request.order.items"));
        }
        for (int i = 0; i < node.size(); i++) {
            var item = node.get(i);
            var place = "/" + Wishes.ITEMS + "/" + i;
            if (!item.isObject() || !OF_ITEMS.containsAll(item.propertyNames())) {
                throw new Refusal(new Problem(place, Message.of("request.order.items")));
            }
            try {
                changes.put(UUID.fromString(item.path("id").asString("")), change(item));
            } catch (IllegalArgumentException e) {
                throw new Refusal(new Problem(place + "/id", Message.of("request.order.items")));
            } catch (Refusal e) {
                throw new Refusal(e.problems().stream()
                        .map(it -> new Problem(place + Problems.pointer(it.attribute()), it.reason()))
                        .toArray(Problem[]::new));
            }
        }
        return changes;
    }

    private static Orders.Change change(JsonNode item) throws Refusal {
        var out = item.get("leave_out");
        if (out != null && !out.isBoolean()) {
            throw new Refusal(new Problem("leave_out", Message.of("request.cart.yes_or_no")));
        }
        var quantity = item.get(Wishes.QUANTITY);
        return new Orders.Change(
                out != null && out.booleanValue(),
                quantity == null || quantity.isNull() ? null : quantity(quantity, 1),
                answers(item.get(ItemForms.ANSWERS), JsonNodeFactory.instance.objectNode()) instanceof ObjectNode it
                        ? it
                        : null);
    }

    static long quantity(@Nullable JsonNode node, long otherwise) throws Refusal {
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new Refusal(new Problem(
                    Wishes.QUANTITY, Problem.of("request.order.whole_quantity").reason()));
        }
        return node.longValue();
    }

    static JsonNode answers(@Nullable JsonNode node, JsonNode otherwise) throws Refusal {
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isObject()) {
            throw new Refusal(new Problem(
                    ItemForms.ANSWERS,
                    Problem.of("request.order.answers_by_code").reason()));
        }
        return node;
    }

    private List<UUID> people(Actor actor, @Nullable JsonNode node) throws Refusal {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new Refusal(
                    new Problem(Wishes.FOR, Problem.of("request.order.people").reason()));
        }
        if (node.size() > Wishes.MOST_PEOPLE) {
            throw new Refusal(new Problem(
                    Wishes.FOR,
                    Problem.of("request.order.too_many_people", Wishes.MOST_PEOPLE)
                            .reason()));
        }
        var people = new ArrayList<UUID>();
        for (var name : node) {
            if (!name.isString()) {
                throw new Refusal(new Problem(
                        Wishes.FOR, Problem.of("request.order.people").reason()));
            }
            people.add(person(actor, name.stringValue()));
        }
        return people;
    }

    /// @param name user name or id
    UUID person(Actor actor, String name) throws Refusal {
        if (!name.isBlank() && name.length() <= 200 && name.chars().noneMatch(Character::isISOControl)) {
            var found = store.find(actor, PersonType.PERSON, name.strip());
            if (found.isPresent()) {
                return found.get().id();
            }
        }
        throw new Refusal(new Problem(
                Wishes.FOR, Problem.of("request.order.unknown_person").reason()));
    }
}
