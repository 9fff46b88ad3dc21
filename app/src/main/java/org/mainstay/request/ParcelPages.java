package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.conversation.Comment;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/catalog/requests`: what somebody ordered, or gets, and where it is.
@Controller
@RequestMapping("/catalog/requests")
class ParcelPages {

    private static final int PAGE = 20;

    /// What they call it, and the action behind it.
    private static final Map<String, String> VERBS = Map.of("confirm", "close", "reopen", "reopen", "cancel", "cancel");

    private final RecordStore store;
    private final Acts acts;
    private final Carts carts;
    private final Course course;
    private final ItemForms forms;
    private final ParcelViews views;
    private final Storefront storefront;
    private final Frames frames;

    ParcelPages(
            RecordStore store,
            Acts acts,
            Carts carts,
            Course course,
            ItemForms forms,
            ParcelViews views,
            Storefront storefront,
            Frames frames) {
        this.store = store;
        this.acts = acts;
        this.carts = carts;
        this.course = course;
        this.forms = forms;
        this.views = views;
        this.storefront = storefront;
        this.frames = frames;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var page = storefront.parcels(actor, closed, PAGE, cursor);
        var next = page.next() == null
                ? ""
                : "/catalog/requests?" + (closed ? "closed=true&" : "") + "cursor=" + page.next();
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new ParcelView.Listed(
                        closed,
                        page.items().stream()
                                .map(it -> views.card(it, actor, frame))
                                .toList(),
                        next));
        return "request/requests";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(record(actor, key), List.of(), "", actor, frames.of(actor, request, locale), model);
    }

    /// A request or one of its items, for those whom it concerns; others work on it elsewhere.
    private Snapshot record(Actor actor, String key) {
        var request = store.find(actor, RequestType.REQUEST, key)
                .filter(it -> Request.of(it).concerns(actor));
        return request.or(() -> item(actor, key)).orElseThrow(NoSuchPage::new);
    }

    private Optional<Snapshot> item(Actor actor, String key) {
        return store.find(actor, RequestItemType.REQUEST_ITEM, key)
                .filter(it -> RequestItem.of(it).concerns(actor));
    }

    private String page(Snapshot record, List<String> errors, String typed, Actor actor, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        if (record.type().code().equals(RequestType.REQUEST.code())) {
            model.addAttribute("view", views.request(record, errors, typed, actor, frame));
        } else {
            var request = store.get(actor, RequestType.REQUEST, record.need(RequestItemType.REQUEST))
                    .filter(it -> Request.of(it).concerns(actor))
                    .orElse(null);
            model.addAttribute("view", views.item(record, request, errors, typed, actor, frame));
        }
        return "request/parcels";
    }

    @PostMapping("/{key}/{verb:confirm|reopen|cancel|reply|again|rate}")
    String act(
            @PathVariable String key,
            @PathVariable String verb,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String rating,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, key);
        var said = text.replace("\r\n", "\n");
        var outcome = switch (verb) {
            case "again" -> again(actor, record);
            case "reply" -> reply(actor, record, said);
            case "rate" -> rate(actor, record, rating, said);
            default -> {
                var answers =
                        said.isBlank() || verb.equals("confirm") ? Map.<String, String>of() : Map.of("reason", said);
                var action = String.valueOf(VERBS.get(verb));
                yield acts.act(actor, record.type(), record.id(), action, Input.texts(answers), null, false);
            }
        };
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return verb.equals("again") ? "redirect:/catalog/cart" : "redirect:" + ParcelViews.href(record) + "#saved";
        }
        var frame = frames.of(actor, request, locale);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(record, Says.errors(outcome, frame), said, actor, frame, model);
    }

    private Outcome rate(Actor actor, Snapshot record, String rating, String text) {
        var answers = Map.of(
                "rating", rating.strip(), "rating_text", text.replace('\n', ' ').strip());
        return acts.act(actor, record.type(), record.id(), "rate", Input.texts(answers), null, false);
    }

    private Outcome reply(Actor actor, Snapshot record, String text) {
        return text.isBlank()
                ? new Outcome.Refused(List.of(Problem.of("request.parcel.text_needed")))
                : acts.add(actor, record.type(), record.id(), new Comment(text, false));
    }

    /// Puts what was ordered into the cart once more, as far as it is offered still.
    private Outcome again(Actor actor, Snapshot record) {
        boolean whole = record.type().code().equals(RequestType.REQUEST.code());
        var items = whole ? course.items(record.id()) : List.of(record);
        boolean any = false;
        Outcome refused = new Outcome.Refused(List.of(new Problem("", Message.of("request.cart.gone"))));
        for (var item : items) {
            var beneficiary = item.need(RequestItemType.BENEFICIARY);
            var of = item.need(RequestItemType.ITEM);
            var version = CartApi.versions(store, List.of(of)).get(of);
            var wish = new Orders.Wish(
                    of,
                    item.need(RequestItemType.QUANTITY),
                    beneficiary.equals(actor.id()) ? List.of() : List.of(beneficiary),
                    version == null
                            ? JsonNodeFactory.instance.objectNode()
                            : forms.fitting(actor, version, beneficiary, item.get(RequestItemType.ANSWERS)));
            switch (carts.again(actor, wish)) {
                case Carts.Changed.Done _ -> any = true;
                case Carts.Changed.Not(Outcome.Missing _) -> {}
                case Carts.Changed.Not(var outcome) -> refused = outcome;
            }
        }
        return any ? new Outcome.Gone() : refused;
    }
}
