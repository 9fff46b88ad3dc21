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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.Question;
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
    private final CartLines lines;
    private final AnswerViews answers;
    private final CatalogViews views;
    private final RequestSettings settings;
    private final Frames frames;
    private final Clock clock;

    CartPages(
            RecordStore store,
            Carts carts,
            Orders orders,
            CartLines lines,
            AnswerViews answers,
            CatalogViews views,
            RequestSettings settings,
            Frames frames,
            Clock clock) {
        this.store = store;
        this.carts = carts;
        this.orders = orders;
        this.lines = lines;
        this.answers = answers;
        this.views = views;
        this.settings = settings;
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
        var versions = CartApi.versionsOf(store, items.values());
        var people = new HashSet<UUID>();
        cart.lines().forEach(it -> people.addAll(it.people()));
        var labels = store.labelsOf(actor, people);
        var standings = lines.of(actor, cart, versions);
        var prices = CartLines.prices(cart, standings);
        var shown = new Showing(items, versions, labels, standings, new HashMap<>(), actor, frame);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CatalogView.Cart(
                        lines(cart.now(), shown),
                        lines(cart.later(), shown),
                        Amounts.of(prices.once(), prices.monthly(), prices.yearly(), frame),
                        errors,
                        once.isEmpty() ? UUID.randomUUID().toString() : once,
                        settings.cartKept().toDays()));
        return "request/cart";
    }

    private record Showing(
            Map<UUID, Snapshot> items,
            Map<UUID, Snapshot> versions,
            Map<UUID, Label> labels,
            Map<UUID, CartLines.Standing> standings,
            Map<UUID, String> bundles,
            Actor actor,
            Frame frame) {}

    private List<CatalogView.Line> lines(List<Cart.Line> of, Showing showing) {
        var shown = new ArrayList<CatalogView.Line>();
        for (var line : of) {
            var item = showing.items.get(line.item());
            var version = showing.versions.get(line.item());
            var standing = showing.standings.get(line.id());
            if (item != null && version != null && standing != null) {
                shown.add(line(line, item, version, standing, showing));
            }
        }
        return shown;
    }

    private CatalogView.Line line(
            Cart.Line line, Snapshot item, Snapshot version, CartLines.Standing standing, Showing showing) {
        var given = standing.read().answers();
        boolean asks = given != null || !standing.read().problems().isEmpty();
        return new CatalogView.Line(
                line.id().toString(),
                views.card(item, version, null, showing.frame),
                line.quantity(),
                item.need(CatalogItemType.MOST),
                line.people().stream()
                        .map(showing.labels::get)
                        .filter(it -> it != null)
                        .map(Label::label)
                        .collect(Collectors.joining(", ")),
                line.bundled() == null ? "" : bundle(line.bundled(), showing),
                CatalogItem.of(item).offered(clock.instant()),
                Amounts.of(standing.cost(), line.pieces(), showing.frame),
                given == null ? List.of() : answers.lines(given, showing.actor, showing.frame),
                again(standing.read(), showing.frame),
                asks ? CatalogViews.href(item) + "?line=" + line.id() : "");
    }

    private String bundle(Orders.Bundled bundled, Showing showing) {
        return showing.bundles.computeIfAbsent(
                bundled.version(), it -> CatalogViews.title(Orders.version(store, it), showing.frame));
    }

    /// What was not answered as it is asked today, each with its question.
    static List<String> again(ItemForms.Read read, Frame frame) {
        var given = read.answers();
        return read.problems().stream()
                .map(it -> {
                    var said = frame.messages().say(it.reason(), frame.locale());
                    var parts = it.attribute().split("/");
                    var question = given == null || parts.length < 3
                            ? Optional.<Question>empty()
                            : given.form().question(parts[2]);
                    return question.map(asked -> frame.say(
                                    "request.cart.answer", asked.label().in(frame.locale()), said))
                            .orElse(said);
                })
                .toList();
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
        return page(actor, errors(outcome, frame), once, frame, model);
    }

    /// What is wrong with answers stands beside their line.
    private static List<String> errors(Outcome outcome, Frame frame) {
        boolean answers = outcome instanceof Outcome.Refused(var problems)
                && problems.stream().allMatch(it -> it.attribute().contains("/" + ItemForms.ANSWERS));
        return answers ? List.of(frame.say("request.cart.again")) : Says.errors(outcome, frame);
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
