package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.request.CatalogCategoryType;
import org.mainstay.request.CatalogItem;
import org.mainstay.request.CatalogItemType;
import org.mainstay.request.CatalogTaskTemplateType;
import org.mainstay.request.CatalogType;
import org.mainstay.request.Orders;
import org.mainstay.request.Request;
import org.mainstay.request.RequestItemType;
import org.mainstay.request.RequestType;
import org.mainstay.request.TaskType;

/// What the demo company offers, and what its people ordered in the last weeks.
final class DemoCatalog {

    private static final List<String> BUYERS =
            List.of("max", "eve", "lena.vogt", "jonas.falk", "signe.holm", "dario.conti", "yusuf.demir");

    private final RecordStore store;
    private final DemoPeople company;
    private final Acts acts;
    private final Orders orders;
    private final Actors actors;
    private final Instant now;
    private final Map<String, UUID> items = new HashMap<>();

    DemoCatalog(RecordStore store, DemoPeople company, Acts acts, Orders orders, Actors actors, Clock clock) {
        this.store = store;
        this.company = company;
        this.acts = acts;
        this.orders = orders;
        this.actors = actors;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    void make() {
        var offers = DemoOffers.all();
        offer(offers);
        offers.forEach(
                it -> act(CatalogItemType.CATALOG_ITEM, Objects.requireNonNull(items.get(it.name())), "publish"));
    }

    /// After what is offered is committed, because who may order is kept in memory until then.
    void order() {
        read();
        past();
        var laptop = ordered("max", "New laptop");
        done(laptop, 1);
        ordered("max", "Headset");
        done(ordered("eve", "New shared mailbox"), 1);
        done(ordered("eve", "Mobile phone"), 0);
        done(ordered("signe.holm", "Second monitor"), 1);
        ordered("lena.vogt", "VPN access");
        done(ordered("jonas.falk", "Permission for a folder"), 1);
        var cancelled = ordered("eve", "Drawing program");
        act(RequestType.REQUEST, cancelled.id(), "cancel");
        ordered("otto", "Virtual server");
    }

    /// What waits for somebody's decision, after the policies are committed.
    void ask() {
        read();
        ordered("jonas.falk", "New laptop");
        ordered("otto", "Firewall rule");
        ordered("carl", "Virtual server");
        ordered("signe.holm", "VPN access");
    }

    private void read() {
        store.list(
                        company.system(),
                        CatalogItemType.CATALOG_ITEM,
                        Query.of(Filter.EVERYTHING).limit(200))
                .items()
                .forEach(it -> items.put(it.label(), it.id()));
    }

    UUID item(String name) {
        if (items.isEmpty()) {
            read();
        }
        return Objects.requireNonNull(items.get(name), name);
    }

    private void offer(List<DemoOffers.Offer> offers) {
        var plan = Plan.of(Cause.CREATED).at(now.minus(Duration.ofDays(120)));
        var catalog = plan.create(CatalogType.CATALOG);
        catalog.values()
                .set(CatalogType.NAME, "IT services")
                .set(CatalogType.NAME_DE, "IT-Leistungen")
                .set(CatalogType.SEEN_BY, "organisation:\"" + DemoWords.COMPANY + "\"");
        var shelves = new HashMap<String, UUID>();
        long position = 0;
        for (var shelf : DemoOffers.SHELVES) {
            position += 10;
            var category = plan.create(CatalogCategoryType.CATALOG_CATEGORY);
            category.values()
                    .set(CatalogCategoryType.NAME, shelf.name())
                    .set(CatalogCategoryType.NAME_DE, shelf.nameInGerman())
                    .set(CatalogCategoryType.CATALOG, catalog.id())
                    .set(CatalogCategoryType.ICON, shelf.icon())
                    .set(CatalogCategoryType.POSITION, position);
            shelves.put(shelf.name(), category.id());
        }
        offers.forEach(it -> offer(plan, it, Objects.requireNonNull(shelves.get(it.category()))));
        company.save(company.system(), plan);
    }

    private void offer(Plan plan, DemoOffers.Offer offer, UUID category) {
        var item = plan.create(CatalogItemType.CATALOG_ITEM);
        var monthly = offer.monthly().isEmpty() ? null : Money.parse(offer.monthly());
        item.values()
                .set(CatalogItemType.NAME, offer.name())
                .set(CatalogItemType.NAME_DE, offer.nameInGerman())
                .set(CatalogItemType.CATEGORY, category)
                .set(CatalogItemType.ICON, offer.icon())
                .set(CatalogItemType.SHORT_TEXT, offer.text())
                .set(CatalogItemType.SHORT_TEXT_DE, offer.textInGerman())
                .set(CatalogItemType.PRICE, offer.price().isEmpty() ? null : Money.parse(offer.price()))
                .set(CatalogItemType.RECURRING_PRICE, monthly)
                .set(CatalogItemType.RECURRING_PERIOD, monthly == null ? null : CatalogItem.Period.MONTH)
                .set(CatalogItemType.PROMISE, offer.days() == 0 ? Duration.ofHours(4) : Duration.ofDays(offer.days()))
                .set(CatalogItemType.MOST, (long) offer.most())
                .set(CatalogItemType.ORDERED_BY, offer.orderedBy().isEmpty() ? null : offer.orderedBy())
                .set(CatalogItemType.OWNER, company.person("elena"))
                .set(CatalogItemType.GROUP, company.group("Service Desk"));
        items.put(offer.name(), item.id());
        long position = 0;
        for (var task : offer.tasks()) {
            position += 10;
            var parts = task.split(": | \\| ");
            plan.create(CatalogTaskTemplateType.CATALOG_TASK_TEMPLATE)
                    .values()
                    .set(CatalogTaskTemplateType.NO_RETURN, parts.length > 3)
                    .set(CatalogTaskTemplateType.ITEM, item.id())
                    .set(CatalogTaskTemplateType.POSITION, position)
                    .set(CatalogTaskTemplateType.GROUP, company.group(parts[0]))
                    .set(CatalogTaskTemplateType.TITLE, parts[1])
                    .set(CatalogTaskTemplateType.TITLE_DE, parts[2]);
        }
    }

    /// Delivered and closed long ago.
    private void past() {
        var names = List.of("Headset", "Second monitor", "VPN access", "Docking station", "Software licence");
        for (int i = 0; i < 40; i++) {
            var name = names.get(i % names.size());
            var ordered = now.minus(Duration.ofDays(10 + 2L * i)).plus(Duration.ofMinutes(37L * i % 400));
            delivered(
                    company.person(BUYERS.get(i % BUYERS.size())),
                    Objects.requireNonNull(items.get(name)),
                    name,
                    ordered,
                    ordered.plus(Duration.ofHours(20 + 7L * (i % 6))));
        }
    }

    private void delivered(UUID buyer, UUID item, String name, Instant ordered, Instant fulfilled) {
        var offered =
                store.get(company.system(), CatalogItemType.CATALOG_ITEM, item).orElseThrow();
        var plan = Plan.of(Cause.CREATED).at(ordered);
        var request = plan.create(RequestType.REQUEST);
        request.values()
                .set(RequestType.TITLE, name)
                .set(RequestType.REQUESTER, buyer)
                .set(RequestType.BENEFICIARY, buyer)
                .set(RequestType.TOTAL_PRICE, offered.get(CatalogItemType.PRICE))
                .set(RequestType.ORDERED_AT, ordered)
                .set(RequestType.STATE, Request.State.IN_FULFILMENT);
        var one = plan.create(RequestItemType.REQUEST_ITEM);
        one.values()
                .set(RequestItemType.TITLE, name)
                .set(RequestItemType.REQUEST, request.id())
                .set(RequestItemType.ITEM, item)
                .set(RequestItemType.ITEM_VERSION, offered.get(CatalogItemType.CURRENT_VERSION))
                .set(RequestItemType.PRICE, offered.get(CatalogItemType.PRICE))
                .set(RequestItemType.REQUESTER, buyer)
                .set(RequestItemType.BENEFICIARY, buyer)
                .set(RequestItemType.GROUP, company.group("Service Desk"))
                .set(RequestItemType.ORDERED_AT, ordered)
                .set(RequestItemType.STATE, Request.State.IN_FULFILMENT);
        company.save(company.system(), plan);
        for (var state : List.of(Request.State.FULFILLED, Request.State.CLOSED)) {
            var at = state == Request.State.FULFILLED ? fulfilled : fulfilled.plus(Duration.ofDays(2));
            var next = Plan.of(Cause.action(state == Request.State.FULFILLED ? "fulfil" : "close"))
                    .at(at);
            next.edit(store.get(company.system(), RequestType.REQUEST, request.id())
                            .orElseThrow())
                    .set(RequestType.STATE, state);
            next.edit(store.get(company.system(), RequestItemType.REQUEST_ITEM, one.id())
                            .orElseThrow())
                    .set(RequestItemType.STATE, state);
            company.save(company.system(), next);
        }
    }

    private Snapshot ordered(String buyer, String name) {
        var person = company.person(buyer);
        var answers = new DemoForms(store, company, this)
                .answers(name, person, buyer.equals("jonas.falk"), DemoForms.day(now));
        var wish = new Orders.Wish(item(name), 1, List.of(), answers);
        var outcome = orders.order(actors.of(person), List.of(wish));
        if (outcome instanceof Outcome.Done(var request)) {
            return request;
        }
        throw new IllegalStateException("the demo company could not order " + name + ": " + outcome);
    }

    /// Completes so many of its tasks.
    private void done(Snapshot request, int tasks) {
        var items = store.list(
                        company.system(),
                        RequestItemType.REQUEST_ITEM,
                        Query.of(Filter.is(RequestItemType.REQUEST, request.id())))
                .items();
        var open = new ArrayList<Snapshot>();
        items.forEach(it -> open.addAll(
                store.list(company.system(), TaskType.TASK, Query.of(Filter.is(TaskType.REQUEST_ITEM, it.id())))
                        .items()));
        open.stream()
                .sorted((a, b) -> a.need(TaskType.POSITION).compareTo(b.need(TaskType.POSITION)))
                .limit(tasks)
                .forEach(it -> act(TaskType.TASK, it.id(), "complete"));
    }

    void act(RecordType<?> type, UUID id, String action) {
        var outcome = acts.act(company.system(), type, id, action, Input.texts(Map.of()), null, false);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the demo company could not " + action + ": " + outcome);
        }
    }
}
