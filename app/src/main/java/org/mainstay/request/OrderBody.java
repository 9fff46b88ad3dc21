package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import tools.jackson.databind.JsonNode;

/// What a body says of an order: how many, for whom, and the answers to the item's questions. No price: what something
/// costs is what it is offered for.
final class OrderBody {

    static final String[] KEYS = {"quantity", "for", "answers"};

    private static final String ANSWERS = "answers";

    private final RecordStore store;

    OrderBody(RecordStore store) {
        this.store = store;
    }

    /// @throws Refusal at the place that is at fault
    Orders.Wish wish(Actor actor, UUID item, JsonNode body) throws Refusal {
        answers(body.get(ANSWERS));
        return new Orders.Wish(item, quantity(body.get(Wishes.QUANTITY), 1), people(actor, body.get(Wishes.FOR)));
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

    /// No item asks anything yet.
    private static void answers(@Nullable JsonNode node) throws Refusal {
        if (node != null && !node.isNull() && !(node.isObject() && node.isEmpty())) {
            throw new Refusal(new Problem(
                    ANSWERS, Problem.of("request.order.no_questions").reason()));
        }
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
