package org.mainstay.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;

/// Makes one request of what somebody wants, with an item for each thing and each person.
public final class Orders {

    private static final int LONGEST_TITLE = 200;

    private final RecordStore store;
    private final Wishes wishes;
    private final OrderQueries queries;
    private final Fulfilment fulfilment;
    private final Course course;
    private final Approvals approvals;
    private final Transactions transactions;
    private final Clock clock;

    Orders(
            RecordStore store,
            Wishes wishes,
            OrderQueries queries,
            Fulfilment fulfilment,
            Course course,
            Approvals approvals,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.wishes = wishes;
        this.queries = queries;
        this.fulfilment = fulfilment;
        this.course = course;
        this.approvals = approvals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param people who gets it, one each; empty for who orders
    public record Wish(UUID item, long quantity, List<UUID> people) {}

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
        return transactions.within(() -> saved(actor, granted, approvals.asks(RequestItemType.REQUEST_ITEM)));
    }

    /// @param asking whether somebody may have to approve items before work on them begins
    private Outcome saved(Actor actor, List<Wishes.Granted> granted, boolean asking) {
        var plan = Plan.of(Cause.CREATED);
        var state = asking ? Request.State.REQUESTED : Request.State.IN_FULFILMENT;
        var id = planned(plan, actor, granted, state, now());
        var saved = store.save(actor, plan);
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

    private UUID planned(Plan plan, Actor actor, List<Wishes.Granted> granted, Request.State state, Instant at) {
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
        for (var one : granted) {
            prices.add(one.version(), one.quantity() * one.people().size());
            titles.add(title(one.version(), german));
            var expected = expected(one, at);
            last = last == null || expected != null && expected.isAfter(last) ? expected : last;
            for (var person : one.people()) {
                item(plan, request.id(), one, person, actor, german, state, at, expected);
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

    private void item(
            Plan plan,
            UUID request,
            Wishes.Granted wish,
            Snapshot person,
            Actor actor,
            boolean german,
            Request.State state,
            Instant at,
            @Nullable Instant expected) {
        var item = plan.create(RequestItemType.REQUEST_ITEM);
        var version = wish.version();
        item.values()
                .set(RequestItemType.TITLE, title(version, german))
                .set(RequestItemType.REQUEST, request)
                .set(RequestItemType.ITEM, wish.item().id())
                .set(RequestItemType.ITEM_VERSION, version.id())
                .set(RequestItemType.QUANTITY, wish.quantity())
                .set(RequestItemType.PRICE, version.get(CatalogVersionType.PRICE))
                .set(RequestItemType.RECURRING_PRICE, version.get(CatalogVersionType.RECURRING_PRICE))
                .set(RequestItemType.RECURRING_PERIOD, version.get(CatalogVersionType.RECURRING_PERIOD))
                .set(RequestItemType.REQUESTER, actor.id())
                .set(RequestItemType.BENEFICIARY, person.id())
                .set(RequestItemType.STATE, state)
                .set(RequestItemType.GROUP, wish.item().group())
                .set(RequestItemType.ORDERED_AT, at)
                .set(RequestItemType.EXPECTED_AT, expected)
                .set(Header.ORGANISATION, person.organisation());
        if (state == Request.State.IN_FULFILMENT) {
            fulfilment.begin(
                    plan,
                    new Fulfilment.Work(
                            item.id(),
                            person.organisation(),
                            version,
                            wish.item().group(),
                            german));
        }
    }

    /// As it was with the item lately, else as promised.
    private @Nullable Instant expected(Wishes.Granted wish, Instant at) {
        Duration promise = wish.version().get(CatalogVersionType.PROMISE);
        return queries.took(wish.item().id())
                .or(() -> Optional.ofNullable(promise))
                .map(at::plus)
                .orElse(null);
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
