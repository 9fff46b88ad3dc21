package org.mainstay.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes one request of what somebody wants, with an item for each thing and each person.
public final class Orders {

    private static final int LONGEST_TITLE = 200;

    private final RecordStore store;
    private final Wishes wishes;
    private final OrderQueries queries;
    private final UsageQueries usage;
    private final Fulfilment fulfilment;
    private final Course course;
    private final Approvals approvals;
    private final Transactions transactions;
    private final Clock clock;

    Orders(
            RecordStore store,
            Wishes wishes,
            OrderQueries queries,
            UsageQueries usage,
            Fulfilment fulfilment,
            Course course,
            Approvals approvals,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.wishes = wishes;
        this.queries = queries;
        this.usage = usage;
        this.fulfilment = fulfilment;
        this.course = course;
        this.approvals = approvals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param people who gets it, one each; empty for who orders
    /// @param answers to what the item asks, by code; an object, and files by the ids of [OrderFiles]
    /// @param place JSON pointer of it in what was sent; empty for all of that
    /// @param bundled null where it is wished for by itself
    /// @param changes to what a bundle chooses, by the ids of its [BundleItemType] records
    public record Wish(
            UUID item,
            long quantity,
            List<UUID> people,
            JsonNode answers,
            String place,
            @Nullable Bundled bundled,
            Map<UUID, Change> changes) {

        public Wish(UUID item, long quantity, List<UUID> people, JsonNode answers) {
            this(item, quantity, people, answers, "", null, Map.of());
        }

        Wish by(@Nullable Bundled bundle) {
            return new Wish(item, quantity, people, answers, place, bundle, changes);
        }
    }

    /// How something came to be wished for by a bundle.
    ///
    /// @param bundling the same for all that was chosen at once
    /// @param version of the bundle
    /// @param part id of the [BundleItemType] record
    /// @param answers to the bundle's questions, as they are kept
    public record Bundled(UUID bundling, UUID version, UUID part, String answers) {}

    /// What is wanted otherwise than a bundle has it.
    ///
    /// @param quantity null for the bundle's
    /// @param answers to what the item asks, besides the bundle's; null for none
    public record Change(
            boolean leftOut,
            @Nullable Long quantity,
            @Nullable ObjectNode answers) {

        static final Change NONE = new Change(false, null, null);
    }

    /// All of it or nothing.
    ///
    /// @return the request as who ordered sees it; [Outcome.Missing] where what is wanted is not there for them
    public Outcome order(Actor actor, List<Wish> wanted) {
        return switch (wishes.check(actor, wanted)) {
            case Wishes.Checked.Good(var granted) -> saved(actor, granted);
            case Wishes.Checked.Bad(var outcome) -> outcome;
        };
    }

    /// The same by a form that may be sent more than once: what it ordered first is the answer to all further ones.
    Outcome once(Actor actor, UUID token, Supplier<Outcome> order) {
        return transactions.within(() -> {
            if (!queries.claim(actor.id(), token, now())) {
                return queries.ordered(actor.id(), token)
                        .flatMap(it -> store.get(actor, RequestType.REQUEST, it))
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(() -> new Outcome.Refused(List.of(Problem.of("request.order.twice"))));
            }
            var outcome = order.get();
            if (outcome instanceof Outcome.Done(var request)) {
                queries.keep(actor.id(), token, request.id());
            } else {
                queries.forget(actor.id(), token);
            }
            return outcome;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Outcome saved(Actor actor, List<Wishes.Granted> granted) {
        var at = now();
        return transactions.within(() -> {
            var taking = taking(granted);
            boolean asking = approvals.asks(RequestItemType.REQUEST_ITEM) && mayAsk(actor, granted, at, taking);
            return saved(actor, granted, asking, at, taking);
        });
    }

    /// Whether any of it may have to be approved: most of what is ordered need not, and is worked on at once.
    private boolean mayAsk(Actor actor, List<Wishes.Granted> granted, Instant at, Map<UUID, Duration> taking) {
        var plan = Plan.of(Cause.CREATED);
        planned(plan, actor, granted, Request.State.REQUESTED, at, taking);
        var drafted = store.drafted(actor, plan);
        return drafted.values().stream()
                .filter(it -> it.type().code().equals(RequestItemType.REQUEST_ITEM.code()))
                .anyMatch(it -> approvals.mayAsk(it, drafted.keySet()));
    }

    /// @param asking whether somebody may have to approve items before work on them begins
    private Outcome saved(
            Actor actor, List<Wishes.Granted> granted, boolean asking, Instant at, Map<UUID, Duration> taking) {
        var plan = Plan.of(Cause.CREATED);
        var state = asking ? Request.State.REQUESTED : Request.State.IN_FULFILMENT;
        var id = planned(plan, actor, granted, state, at, taking);
        var saved = store.save(actor, plan);
        if (saved instanceof Saved.Done) {
            var items = granted.stream().map(it -> it.item().id()).toList();
            usage.note(items, actor.organisation(), UsageQueries.Fate.ORDERED, LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        if (asking && saved instanceof Saved.Done) {
            course.items(id).forEach(it -> approvals.request(actor, it));
        }
        return switch (saved) {
            case Saved.Done _ ->
                store.get(actor, RequestType.REQUEST, id)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(Outcome.Gone::new);
            case Saved.Refused(var problems) -> new Outcome.Refused(problems);
            case Saved.Stale _ -> throw new IllegalStateException("what is new cannot be stale");
        };
    }

    /// @param expected when it is expected, by item; without those of which nothing is known
    private UUID planned(
            Plan plan,
            Actor actor,
            List<Wishes.Granted> granted,
            Request.State state,
            Instant at,
            Map<UUID, Duration> taking) {
        boolean german = Locale.GERMAN.getLanguage().equals(actor.locale().getLanguage());
        var organisation = granted.getFirst().people().getFirst().organisation();
        var prices = new Prices();
        var titles = new ArrayList<String>();
        var people = granted.stream()
                .flatMap(it -> it.people().stream())
                .map(Snapshot::id)
                .distinct()
                .toList();
        @Nullable Instant last = null;
        var request = plan.create(RequestType.REQUEST);
        var order = new BundleOrder(store, granted);
        for (var one : order.sorted()) {
            prices.add(one.cost(), one.quantity() * one.people().size());
            titles.add(order.title(one, german));
            for (var person : one.people()) {
                var before = order.before(one, person.id()).orElse(null);
                var expected = expected(taking.get(one.item().id()), before == null ? at : before.expected());
                last = last == null || expected != null && expected.isAfter(last) ? expected : last;
                var item = item(
                        plan,
                        new Item(request.id(), one, person, before == null ? state : Request.State.REQUESTED, expected),
                        actor,
                        german,
                        at);
                item.values().set(RequestItemType.DEPENDS_ON, before == null ? null : before.item());
                order.made(one, person.id(), new BundleOrder.Made(item.id(), expected));
            }
        }
        request.values()
                .set(
                        RequestType.TITLE,
                        Texts.clip(String.join(", ", titles.stream().distinct().toList()), LONGEST_TITLE - 1))
                .set(RequestType.STATE, state)
                .set(RequestType.REQUESTER, actor.id())
                .set(RequestType.BENEFICIARY, people.size() == 1 ? people.getFirst() : null)
                .set(RequestType.TOTAL_PRICE, prices.once())
                .set(RequestType.MONTHLY_PRICE, prices.monthly())
                .set(RequestType.YEARLY_PRICE, prices.yearly())
                .set(RequestType.ORDERED_AT, at)
                .set(RequestType.EXPECTED_AT, last)
                .set(Header.ORGANISATION, organisation);
        return request.id();
    }

    /// What is to be created, for one person.
    private record Item(
            UUID request,
            Wishes.Granted wish,
            Snapshot person,
            Request.State state,
            @Nullable Instant expected) {}

    private Step.Create item(Plan plan, Item of, Actor actor, boolean german, Instant at) {
        var item = plan.create(RequestItemType.REQUEST_ITEM);
        var wish = of.wish();
        var person = of.person();
        var version = wish.version();
        item.values()
                .set(RequestItemType.TITLE, title(version, german))
                .set(RequestItemType.REQUEST, of.request())
                .set(RequestItemType.ITEM, wish.item().id())
                .set(RequestItemType.ITEM_VERSION, version.id())
                .set(RequestItemType.FLOW_VERSION, version.get(CatalogVersionType.FLOW_VERSION))
                .set(RequestItemType.QUANTITY, wish.quantity())
                .set(RequestItemType.PRICE, wish.cost().once())
                .set(RequestItemType.RECURRING_PRICE, wish.cost().recurring())
                .set(RequestItemType.RECURRING_PERIOD, wish.cost().due())
                .set(RequestItemType.REQUESTER, actor.id())
                .set(RequestItemType.BENEFICIARY, person.id())
                .set(RequestItemType.STATE, of.state())
                .set(RequestItemType.GROUP, wish.item().group())
                .set(RequestItemType.ORDERED_AT, at)
                .set(RequestItemType.EXPECTED_AT, of.expected())
                .set(Header.ORGANISATION, person.organisation());
        var answered = wish.answered();
        if (answered != null) {
            item.values()
                    .set(RequestItemType.FORM_VERSION, answered.form().version())
                    .set(RequestItemType.ANSWERS, answered.answers().kept().toString());
            answered.files()
                    .values()
                    .forEach(some -> some.forEach(it -> item.parts().add(it.attached())));
        }
        if (wish.bundled() != null) {
            item.values()
                    .set(RequestItemType.BUNDLE, wish.bundled().version())
                    .set(RequestItemType.BUNDLE_ANSWERS, wish.bundled().answers());
        }
        if (of.state() == Request.State.IN_FULFILMENT) {
            fulfilment.begin(
                    plan,
                    new Fulfilment.Work(
                            item.id(),
                            person.organisation(),
                            version,
                            wish.item().group(),
                            german));
        }
        return item;
    }

    /// As it was with the item lately, else as promised.
    private Map<UUID, Duration> taking(List<Wishes.Granted> granted) {
        var taking = new HashMap<UUID, Duration>();
        for (var wish : granted) {
            Duration promise = wish.version().get(CatalogVersionType.PROMISE);
            queries.took(wish.item().id())
                    .or(() -> Optional.ofNullable(promise))
                    .ifPresent(it -> taking.put(wish.item().id(), it));
        }
        return taking;
    }

    /// @param at when the work begins; null where nobody knows
    private static @Nullable Instant expected(@Nullable Duration taking, @Nullable Instant at) {
        return taking == null || at == null ? null : at.plus(taking);
    }

    static String title(Snapshot version, boolean german) {
        var name = german ? version.get(CatalogVersionType.NAME_DE) : null;
        return name == null ? version.need(CatalogVersionType.NAME) : name;
    }

    /// What a version is as the house reads it.
    static Snapshot version(RecordStore store, UUID id) {
        return store.get(Installation.ITSELF, CatalogVersionType.CATALOG_ITEM_VERSION, id)
                .orElseThrow();
    }
}
