package org.mainstay.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Person;
import org.mainstay.people.PersonType;

/// Whether what somebody wants can be ordered, by them and for whom they want it, and if not, why.
final class Wishes {

    /// People by one line, and items by one order.
    static final int MOST_PEOPLE = 50;

    static final int MOST_ITEMS = 200;

    static final String QUANTITY = "quantity";
    static final String FOR = "for";

    private final RecordStore store;
    private final Entitlements entitlements;
    private final Clock clock;

    Wishes(RecordStore store, Entitlements entitlements, Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /// @param version as it is offered now
    /// @param people who get it, at least one
    record Granted(CatalogItem item, Snapshot version, long quantity, List<Snapshot> people) {}

    sealed interface Checked {

        record Good(List<Granted> wishes) implements Checked {}

        record Bad(Outcome outcome) implements Checked {}
    }

    Checked check(Actor actor, List<Orders.Wish> wanted) {
        var granted = new ArrayList<Granted>();
        int items = 0;
        for (var wish : wanted) {
            switch (check(actor, wish)) {
                case Checked.Good(var good) -> granted.addAll(good);
                case Checked.Bad bad -> {
                    return bad;
                }
            }
            items += granted.getLast().people().size();
        }
        if (items > MOST_ITEMS) {
            return bad("", "request.order.too_much", MOST_ITEMS);
        }
        boolean one = granted.stream()
                        .flatMap(it -> it.people().stream())
                        .map(Snapshot::organisation)
                        .distinct()
                        .count()
                == 1;
        return one ? new Checked.Good(granted) : bad(FOR, "request.order.one_organisation");
    }

    private Checked check(Actor actor, Orders.Wish wish) {
        var known = entitlements.known(wish.item());
        if (known == null || known.item().state() == CatalogItem.State.DRAFT && !sees(actor, wish.item())) {
            return new Checked.Bad(new Outcome.Missing());
        }
        if (!entitlements.sees(wish.item(), actor.id()) && !sees(actor, wish.item())) {
            return new Checked.Bad(new Outcome.Missing());
        }
        var item = known.item();
        if (!item.offered(clock.instant()) || item.version() == null) {
            return bad("", "request.order.not_offered", item.name());
        }
        if (wish.quantity() < 1 || wish.quantity() > item.most()) {
            return bad(QUANTITY, "request.order.quantity", item.name(), item.most());
        }
        if (wish.people().size() > MOST_PEOPLE) {
            return bad(FOR, "request.order.too_many_people", MOST_PEOPLE);
        }
        var people = new ArrayList<Snapshot>();
        var ids = wish.people().isEmpty() ? List.of(actor.id()) : wish.people();
        var found = people(actor, ids);
        for (var id : ids.stream().distinct().toList()) {
            var person = found.get(id);
            if (person == null) {
                return bad(FOR, "request.order.unknown_person");
            }
            var refused = refused(actor, item, person);
            if (refused != null) {
                return refused;
            }
            people.add(person);
        }
        return new Checked.Good(
                List.of(new Granted(item, Orders.version(store, item.version()), wish.quantity(), people)));
    }

    private boolean sees(Actor actor, UUID item) {
        return store.get(actor, CatalogItemType.CATALOG_ITEM, item).isPresent();
    }

    /// Those of the people who can be given something and whom the actor sees, as everybody does themselves.
    private Map<UUID, Snapshot> people(Actor actor, List<UUID> ids) {
        var found = new HashMap<UUID, Snapshot>();
        var others = ids.stream().filter(it -> !it.equals(actor.id())).toList();
        store.get(actor, PersonType.PERSON, others).forEach(it -> found.put(it.id(), it));
        if (ids.contains(actor.id())) {
            store.get(Installation.ITSELF, PersonType.PERSON, actor.id()).ifPresent(it -> found.put(it.id(), it));
        }
        found.values().removeIf(it -> !it.need(PersonType.ACTIVE) || it.need(PersonType.KIND) != Person.Sort.PERSON);
        return found;
    }

    /// Null where the person may get it from the actor.
    private @Nullable Checked refused(Actor actor, CatalogItem item, Snapshot person) {
        boolean own = person.id().equals(actor.id());
        if (!own && !item.forOthers()) {
            return bad(FOR, "request.order.for_oneself_only", item.name());
        }
        if (own && !actor.may(RequestItemType.ORDER, person.organisation()) || !own && !mayOrderFor(actor, person)) {
            return own
                    ? bad(Message.of("kernel.access.permission_needed", RequestItemType.ORDER))
                    : bad(FOR, "request.order.not_for", person.label());
        }
        var failing = entitlements.findings(item.id(), person.id()).stream()
                .filter(it -> !it.holds())
                .findFirst();
        if (failing.isEmpty() && entitlements.sees(item.id(), person.id())) {
            return null;
        }
        var text = failing.map(Entitlements.Finding::text).orElse("–");
        return own
                ? bad(Message.of("request.order.not_entitled", item.name(), text))
                : bad(FOR, "request.order.they_not_entitled", person.label(), item.name(), text);
    }

    /// Those who work on the requests of somebody's organisation order for them, and their manager does.
    static boolean mayOrderFor(Actor actor, Snapshot person) {
        return actor.may(RequestItemType.WORK, person.organisation())
                || actor.may(RequestItemType.ORDER) && actor.id().equals(person.get(PersonType.MANAGER));
    }

    private static Checked bad(String place, String key, Object... arguments) {
        return new Checked.Bad(new Outcome.Refused(List.of(new Problem(place, Message.of(key, arguments)))));
    }

    private static Checked bad(Message reason) {
        return new Checked.Bad(new Outcome.Denied(reason));
    }
}
