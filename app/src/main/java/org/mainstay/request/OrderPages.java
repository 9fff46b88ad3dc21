package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mainstay.conversation.Markdown;
import org.mainstay.conversation.Mentions;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/catalog/items/{key}`: what an item is, and the form that orders it or puts it into the cart.
@Controller
@RequestMapping("/catalog/items/{key}")
class OrderPages {

    private final RecordStore store;
    private final Orders orders;
    private final Carts carts;
    private final Entitlements entitlements;
    private final CatalogViews views;
    private final People people;
    private final Mentions mentions;
    private final Frames frames;
    private final Clock clock;

    OrderPages(
            RecordStore store,
            Orders orders,
            Carts carts,
            Entitlements entitlements,
            CatalogViews views,
            Mentions mentions,
            Frames frames,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.carts = carts;
        this.entitlements = entitlements;
        this.views = views;
        this.people = new People(store);
        this.mentions = mentions;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String item(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(actor, item(actor, key), CatalogView.Typed.NOTHING, "", frames.of(actor, request, locale), model);
    }

    /// What whoever could order it saw before it was withdrawn still has a page, which says so.
    private Snapshot item(Actor actor, String key) {
        return OrderApi.item(store, key)
                .filter(it -> it.get(CatalogItemType.CURRENT_VERSION) != null)
                .filter(it -> entitlements.sees(it.id(), actor.id())
                        || store.get(actor, CatalogItemType.CATALOG_ITEM, it.id())
                                .isPresent())
                .orElseThrow(NoSuchPage::new);
    }

    private String page(Actor actor, Snapshot item, CatalogView.Typed typed, String once, Frame frame, Model model) {
        var version = Orders.version(store, item.need(CatalogItemType.CURRENT_VERSION));
        var description =
                CatalogViews.said(version, CatalogVersionType.DESCRIPTION, CatalogVersionType.DESCRIPTION_DE, frame);
        var text = description == null ? "" : description;
        var why = views.why(item.id(), actor.id(), actor, frame);
        var category = item.need(CatalogItemType.CATEGORY);
        boolean allowed = why.stream().allMatch(CatalogView.Condition::holds);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CatalogView.Item(
                        views.card(item, version, frame),
                        item.number(),
                        text.isEmpty() ? "" : Markdown.html(text, mentions.in(List.of(text), actor)),
                        views.categoryHref(category),
                        views.name(category, frame),
                        item.need(CatalogItemType.MOST),
                        item.need(CatalogItemType.FOR_OTHERS) && ordersForOthers(actor),
                        CatalogItem.of(item).offered(clock.instant()),
                        allowed ? List.of() : why,
                        typed,
                        once.isEmpty() ? UUID.randomUUID().toString() : once,
                        carts.count(actor)));
        return "request/item";
    }

    private boolean ordersForOthers(Actor actor) {
        return actor.may(RequestItemType.WORK)
                || !store.list(
                                actor,
                                PersonType.PERSON,
                                Query.of(Filter.is(PersonType.MANAGER, actor.id()))
                                        .limit(1))
                        .items()
                        .isEmpty();
    }

    @PostMapping
    String order(
            @PathVariable String key,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(name = "for", defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "now") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var item = item(actor, key);
        var frame = frames.of(actor, request, locale);
        Outcome outcome;
        try {
            var wish = new Orders.Wish(item.id(), quantity(quantity), people.read(actor, whom));
            if (go.equals("cart")) {
                switch (carts.add(actor, wish)) {
                    case Carts.Changed.Done _ -> {
                        return "redirect:/catalog/cart#saved";
                    }
                    case Carts.Changed.Not(var not) -> outcome = not;
                }
            } else {
                var token = token(once);
                outcome = orders.once(actor, token, () -> orders.order(actor, List.of(wish)));
            }
        } catch (Refusal e) {
            outcome = new Outcome.Refused(e.problems());
        }
        if (outcome instanceof Outcome.Done(var made)) {
            return "redirect:/catalog/requests/" + made.number() + "#saved";
        }
        if (outcome instanceof Outcome.Missing) {
            throw new NoSuchPage();
        }
        response.setStatus(Says.status(outcome).value());
        var typed = new CatalogView.Typed(quantity, whom, Says.errors(outcome, frame));
        return page(actor, item, typed, token(once).toString(), frame, model);
    }

    static long quantity(String text) throws Refusal {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(new Problem(
                    Wishes.QUANTITY, Problem.of("request.order.whole_quantity").reason()));
        }
    }

    /// A form without one is sent once each time.
    static UUID token(String once) {
        try {
            return UUID.fromString(once);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
