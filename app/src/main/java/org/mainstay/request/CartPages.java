package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
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

/// `/catalog/cart`: what somebody means to order, until they do.
@Controller
@RequestMapping("/catalog/cart")
class CartPages {

    private final RecordStore store;
    private final Carts carts;
    private final Orders orders;
    private final CatalogViews views;
    private final Frames frames;
    private final Clock clock;

    CartPages(RecordStore store, Carts carts, Orders orders, CatalogViews views, Frames frames, Clock clock) {
        this.store = store;
        this.carts = carts;
        this.orders = orders;
        this.views = views;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String cart(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(actor, List.of(), "", frames.of(actor, request, locale), model);
    }

    private String page(Actor actor, List<String> errors, String once, Frame frame, Model model) {
        var cart = carts.of(actor);
        var ids = cart.lines().stream().map(Cart.Line::item).distinct().toList();
        var items = new HashMap<UUID, Snapshot>();
        views.items(ids).forEach(it -> items.put(it.id(), it));
        var versions = CartApi.versions(store, ids);
        var people = new HashSet<UUID>();
        cart.lines().forEach(it -> people.addAll(it.people()));
        var labels = store.labelsOf(actor, people);
        var prices = new Prices();
        cart.now().forEach(it -> {
            var version = versions.get(it.item());
            if (version != null) {
                prices.add(version, it.pieces());
            }
        });
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CatalogView.Cart(
                        lines(cart.now(), items, versions, labels, frame),
                        lines(cart.later(), items, versions, labels, frame),
                        Amounts.of(prices.once(), prices.monthly(), prices.yearly(), frame),
                        errors,
                        once.isEmpty() ? UUID.randomUUID().toString() : once));
        return "request/cart";
    }

    private List<CatalogView.Line> lines(
            List<Cart.Line> lines,
            Map<UUID, Snapshot> items,
            Map<UUID, Snapshot> versions,
            Map<UUID, Label> labels,
            Frame frame) {
        var shown = new ArrayList<CatalogView.Line>();
        for (var line : lines) {
            var item = items.get(line.item());
            var version = versions.get(line.item());
            if (item != null && version != null) {
                shown.add(new CatalogView.Line(
                        line.id().toString(),
                        views.card(item, version, frame),
                        line.quantity(),
                        item.need(CatalogItemType.MOST),
                        line.people().stream()
                                .map(labels::get)
                                .filter(it -> it != null)
                                .map(Label::label)
                                .collect(Collectors.joining(", ")),
                        CatalogItem.of(item).offered(clock.instant()),
                        Amounts.of(version, line.pieces(), frame)));
            }
        }
        return shown;
    }

    @PostMapping
    String order(
            @RequestParam(defaultValue = "") String once,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var token = OrderPages.token(once);
        var outcome = orders.once(actor, token, () -> carts.order(actor));
        if (outcome instanceof Outcome.Done(var made)) {
            return "redirect:/catalog/requests/" + made.number() + "#saved";
        }
        return refused(outcome, token.toString(), request, response, actor, locale, model);
    }

    private String refused(
            Outcome outcome,
            String once,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        response.setStatus(Says.status(outcome).value());
        return page(actor, Says.errors(outcome, frame), once, frame, model);
    }

    /// Changes the quantity, puts a line by or takes it back, or removes it.
    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "change") String verb,
            @RequestParam(defaultValue = "") String quantity,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var line = carts.line(actor, id).orElseThrow(NoSuchPage::new);
        if (verb.equals("remove")) {
            carts.remove(actor, id);
            return "redirect:/catalog/cart";
        }
        boolean later = verb.equals("later") || (line.later() && !verb.equals("now"));
        Outcome outcome;
        try {
            long pieces = quantity.isBlank() ? line.quantity() : OrderPages.quantity(quantity);
            switch (carts.change(actor, id, pieces, later)) {
                case Carts.Changed.Done _ -> {
                    return "redirect:/catalog/cart";
                }
                case Carts.Changed.Not(var not) -> outcome = not;
            }
        } catch (Refusal e) {
            outcome = new Outcome.Refused(e.problems());
        }
        return refused(outcome, "", request, response, actor, locale, model);
    }
}
