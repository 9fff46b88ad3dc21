package org.mainstay.request;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.mainstay.rest.Problems;

/// Whether what somebody wants can be ordered, by them and for whom they want it, and if not, why.
final class Wishes {

    /// People by one line, and items by one order.
    static final int MOST_PEOPLE = 50;

    static final int MOST_ITEMS = 200;

    static final String QUANTITY = "quantity";
    static final String FOR = "for";

    /// What a bundle chose, and what is wanted otherwise.
    static final String ITEMS = "items";

    private final RecordStore store;
    private final Entitlements entitlements;
    private final ItemForms forms;
    private final Bundles bundles;
    private final Clock clock;

    Wishes(RecordStore store, Entitlements entitlements, ItemForms forms, Bundles bundles, Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.forms = forms;
        this.bundles = bundles;
        this.clock = clock;
    }

    /// @param version as it is offered now
    /// @param people who get it, at least one
    /// @param answered null where nothing is asked
    /// @param cost of one
    /// @param bundled null where it was wished for by itself
    record Granted(
            CatalogItem item,
            Snapshot version,
            long quantity,
            List<Snapshot> people,
            ItemForms.@Nullable Answered answered,
            Cost cost,
            Orders.@Nullable Bundled bundled) {}

    sealed interface Checked {

        record Good(List<Granted> wishes) implements Checked {}

        record Bad(Outcome outcome) implements Checked {}
    }

    /// What the wish for a bundle comes to.
    sealed interface Unbundled {

        /// @param wishes for its items, whose own answers may be missing; at least one
        record Good(List<Orders.Wish> wishes) implements Unbundled {}

        record Bad(Outcome outcome) implements Unbundled {}
    }

    Checked check(Actor actor, List<Orders.Wish> wanted) {
        var granted = new ArrayList<Granted>();
        int items = 0;
        for (var wish : wanted) {
            switch (answered(actor, wish)) {
                case Checked.Good(var good) -> {
                    granted.addAll(good);
                    items += good.stream().mapToInt(it -> it.people().size()).sum();
                }
                case Checked.Bad(var outcome) -> {
                    return new Checked.Bad(at(wish.place(), outcome));
                }
            }
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

    /// The same outcome, with problems where the wish stands.
    private static Outcome at(String place, Outcome outcome) {
        return !place.isEmpty() && outcome instanceof Outcome.Refused(var problems)
                ? new Outcome.Refused(problems.stream()
                        .map(it -> new Problem(place + Problems.pointer(it.attribute()), it.reason()))
                        .toList())
                : outcome;
    }

    private Checked answered(Actor actor, Orders.Wish wish) {
        return switch (allowed(actor, wish)) {
            case Checked.Good(var granted)
            when Bundles.is(granted.getFirst().version()) -> unbundledAndAnswered(actor, wish, granted.getFirst());
            case Checked.Good(var granted) -> answered(actor, wish, granted.getFirst());
            case Checked.Bad bad -> bad;
        };
    }

    private Checked unbundledAndAnswered(Actor actor, Orders.Wish wish, Granted bundle) {
        return switch (unbundled(actor, wish, bundle)) {
            case Unbundled.Bad(var outcome) -> new Checked.Bad(outcome);
            case Unbundled.Good(var wishes) -> {
                var granted = new ArrayList<Granted>();
                for (var one : wishes) {
                    switch (answered(actor, one)) {
                        case Checked.Good(var good) -> granted.addAll(good);
                        case Checked.Bad(var outcome) -> {
                            yield new Checked.Bad(at(one.place(), outcome));
                        }
                    }
                }
                yield new Checked.Good(granted);
            }
        };
    }

    /// Empty where the item is no bundle, as far as it is offered.
    Optional<Unbundled> unbundled(Actor actor, Orders.Wish wish) {
        return switch (allowed(actor, wish)) {
            case Checked.Good(var granted) ->
                Bundles.is(granted.getFirst().version())
                        ? Optional.of(unbundled(actor, wish, granted.getFirst()))
                        : Optional.empty();
            case Checked.Bad _ -> Optional.empty();
        };
    }

    private Unbundled unbundled(Actor actor, Orders.Wish wish, Granted bundle) {
        var people = bundle.people().stream().map(Snapshot::id).toList();
        var read = forms.read(actor, bundle.version(), people, wish.answers());
        if (!read.problems().isEmpty()) {
            return new Unbundled.Bad(new Outcome.Refused(read.problems()));
        }
        var parts = bundles.parts(actor, bundle.version(), Bundles.answers(read), people, wish);
        var known = parts.list().stream().map(it -> it.choice().of().id()).toList();
        if (!known.containsAll(wish.changes().keySet())) {
            return new Unbundled.Bad(
                    new Outcome.Refused(List.of(new Problem(ITEMS, Message.of("request.bundle.no_item")))));
        }
        var wishes = parts.wishes();
        return wishes.isEmpty()
                ? new Unbundled.Bad(new Outcome.Refused(List.of(new Problem(
                        "", Message.of("request.bundle.nothing", bundle.item().name())))))
                : new Unbundled.Good(wishes);
    }

    private Checked answered(Actor actor, Orders.Wish wish, Granted one) {
        if (!wish.changes().isEmpty()) {
            return bad(ITEMS, "request.bundle.none");
        }
        var people = one.people().stream().map(Snapshot::id).toList();
        var read = forms.read(actor, one.version(), people, wish.answers());
        return read.problems().isEmpty()
                ? new Checked.Good(List.of(new Granted(
                        one.item(),
                        one.version(),
                        one.quantity(),
                        one.people(),
                        read.answered(),
                        Cost.of(one.version(), read.answers()),
                        wish.bundled())))
                : new Checked.Bad(new Outcome.Refused(read.problems()));
    }

    /// The same apart from answers, which may still be missing.
    Checked allowed(Actor actor, Orders.Wish wish) {
        var known = entitlements.known(wish.item());
        if (known == null || known.item().state() == CatalogItem.State.DRAFT && !sees(actor, wish.item())) {
            return new Checked.Bad(new Outcome.Missing());
        }
        var own = entitlements.of(actor.id());
        // whether they may have what a bundle chooses depends on those who get it
        if (wish.bundled() == null && !own.sees(wish.item()) && !sees(actor, wish.item())) {
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
            var entitled = id.equals(actor.id()) ? own : entitlements.of(id);
            var refused = refused(actor, item, person, entitled);
            if (refused != null) {
                return refused;
            }
            people.add(person);
        }
        var version = Orders.version(store, item.version());
        return new Checked.Good(List.of(
                new Granted(item, version, wish.quantity(), people, null, Cost.offered(version), wish.bundled())));
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
    private @Nullable Checked refused(Actor actor, CatalogItem item, Snapshot person, Entitlements.Subject entitled) {
        boolean own = person.id().equals(actor.id());
        if (!own && !item.forOthers()) {
            return bad(FOR, "request.order.for_oneself_only", item.name());
        }
        if (own && !actor.may(RequestItemType.ORDER, person.organisation()) || !own && !mayOrderFor(actor, person)) {
            return own
                    ? bad(Message.of("kernel.access.permission_needed", RequestItemType.ORDER))
                    : bad(FOR, "request.order.not_for", person.label());
        }
        var failing =
                entitled.findings(item.id()).stream().filter(it -> !it.holds()).findFirst();
        if (failing.isEmpty() && entitled.sees(item.id())) {
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
