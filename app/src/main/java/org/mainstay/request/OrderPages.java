package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.AnswerFields;
import org.mainstay.request.form.FormFill;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/catalog/items/{key}`: what an item is, and the form that orders it or puts it into the cart.
@Controller
@RequestMapping("/catalog/items/{key}")
class OrderPages {

    private static final String CART = "cart";

    private final RecordStore store;
    private final Orders orders;
    private final Carts carts;
    private final Entitlements entitlements;
    private final OrderViews views;
    private final OrderFiles files;
    private final People people;
    private final Frames frames;

    OrderPages(
            RecordStore store,
            Orders orders,
            Carts carts,
            Entitlements entitlements,
            OrderViews views,
            OrderFiles files,
            Frames frames) {
        this.store = store;
        this.orders = orders;
        this.carts = carts;
        this.entitlements = entitlements;
        this.views = views;
        this.files = files;
        this.people = new People(store);
        this.frames = frames;
    }

    /// @param line of the cart, to be changed; empty for a new one
    @GetMapping
    String item(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String line,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var item = item(actor, key, line);
        var version = version(item);
        var frame = frames.of(actor, request, locale);
        var kept = line(actor, line, item.id()).orElse(null);
        if (kept == null) {
            var fill = views.begun(version, actor.id(), actor, frame);
            var typed = new CatalogView.Typed("1", "", List.of(), "");
            var getting = new OrderViews.Getting(1, List.of());
            return page(item, version, typed, fill, getting, "", actor, frame, model);
        }
        var person = kept.people().isEmpty() ? actor.id() : kept.people().getFirst();
        var fill = views.of(kept, version, person, actor, frame);
        var names = store.labelsOf(actor, kept.people()).values().stream()
                .map(Label::number)
                .sorted()
                .collect(Collectors.joining(", "));
        var typed = new CatalogView.Typed(String.valueOf(kept.quantity()), names, List.of(), "");
        var getting = new OrderViews.Getting(kept.quantity(), kept.people());
        return page(item, version, typed, fill, getting, line, actor, frame, model);
    }

    /// What whoever could order it saw before it was withdrawn still has a page, which says so; and what a bundle chose
    /// for somebody else is answered by who orders it.
    private Snapshot item(Actor actor, String key, String line) {
        return OrderApi.item(store, key)
                .filter(it -> it.get(CatalogItemType.CURRENT_VERSION) != null)
                .filter(it -> entitlements.sees(it.id(), actor.id())
                        || line(actor, line, it.id())
                                .filter(of -> of.bundled() != null)
                                .isPresent()
                        || store.get(actor, CatalogItemType.CATALOG_ITEM, it.id())
                                .isPresent())
                .orElseThrow(NoSuchPage::new);
    }

    private Snapshot version(Snapshot item) {
        return Orders.version(store, item.need(CatalogItemType.CURRENT_VERSION));
    }

    private Optional<Cart.Line> line(Actor actor, String line, UUID item) {
        return line.isEmpty()
                ? Optional.empty()
                : carts.line(actor, token(line)).filter(it -> it.item().equals(item));
    }

    private String page(
            Snapshot item,
            Snapshot version,
            CatalogView.Typed typed,
            @Nullable FormFill fill,
            OrderViews.Getting getting,
            String line,
            Actor actor,
            Frame frame,
            Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view", views.item(item, version, typed, fill, getting, line, carts.count(actor), actor, frame));
        return "request/item";
    }

    /// @param go `now` orders it, `cart` puts it into the cart, `on` only goes on asking
    @PostMapping
    String order(
            @PathVariable String key,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(name = "for", defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "now") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model)
            throws IOException {
        var item = item(actor, key, line);
        var version = version(item);
        var frame = frames.of(actor, request, locale);
        var problems = new ArrayList<Problem>();
        long many = 1;
        var getting = List.<UUID>of();
        try {
            many = quantity(quantity);
        } catch (Refusal e) {
            problems.addAll(e.problems());
        }
        try {
            getting = people.read(actor, whom);
        } catch (Refusal e) {
            problems.addAll(e.problems());
        }
        var fields = new HashMap<>(request.getParameterMap());
        problems.addAll(received(actor, version, request, fields));
        var person = getting.isEmpty() ? actor.id() : getting.getFirst();
        boolean asks = go.equals("on");
        var fill = views.again(version, person, fields, !asks, actor, frame);
        Outcome outcome = new Outcome.Refused(problems);
        if (problems.isEmpty() && !asks && (fill == null || fill.checked().good())) {
            var answers = fill == null
                    ? JsonNodeFactory.instance.objectNode()
                    : fill.checked().answers().kept();
            var wish = new Orders.Wish(item.id(), many, getting, answers);
            switch (done(actor, wish, go, line, token(once))) {
                case Done.There(var where) -> {
                    return "redirect:" + where + "#saved";
                }
                case Done.Not(var not) -> outcome = not;
            }
        }
        if (outcome instanceof Outcome.Missing) {
            throw new NoSuchPage();
        }
        if (!asks) {
            response.setStatus(Says.status(outcome).value());
        }
        var typed = new CatalogView.Typed(
                quantity, whom, errors(outcome, fill, frame), token(once).toString());
        return page(item, version, typed, fill, new OrderViews.Getting(many, getting), line, actor, frame, model);
    }

    private sealed interface Done {

        record There(String where) implements Done {}

        record Not(Outcome outcome) implements Done {}
    }

    private Done done(Actor actor, Orders.Wish wish, String go, String line, UUID token) {
        if (!line.isEmpty() || go.equals(CART)) {
            var changed = line.isEmpty() ? carts.add(actor, wish) : carts.replace(actor, token(line), false, wish);
            return switch (changed) {
                case Carts.Changed.Done _ -> new Done.There("/catalog/cart");
                case Carts.Changed.Not(var not) -> new Done.Not(not);
            };
        }
        return switch (orders.once(actor, token, () -> orders.order(actor, List.of(wish)))) {
            case Outcome.Done(var made) -> new Done.There("/catalog/requests/" + made.number());
            case Outcome.Refused(var problems)
            when problems.stream().allMatch(OrderPages::left) ->
                carts.add(actor, wish) instanceof Carts.Changed.Done
                        ? new Done.There("/catalog/cart")
                        : new Done.Not(new Outcome.Refused(problems));
            case Outcome other -> new Done.Not(other);
        };
    }

    /// Whether nothing is wrong but that items of a bundle ask something themselves, which the cart shows.
    private static boolean left(Problem problem) {
        return problem.attribute().matches("/" + Wishes.ITEMS + "/\\d+/" + ItemForms.ANSWERS + "/.*");
    }

    /// What a bundle would order by what is answered so far, as a part of its page.
    @PostMapping("/bundle")
    String bundle(
            @PathVariable String key,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(name = "for", defaultValue = "") String whom,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var version = version(item(actor, key, ""));
        if (!Bundles.is(version)) {
            throw new NoSuchPage();
        }
        var frame = frames.of(actor, request, locale);
        var getting = new OrderViews.Getting(1, List.of());
        try {
            getting = new OrderViews.Getting(Math.clamp(quantity(quantity), 1, 1_000), people.read(actor, whom));
        } catch (Refusal e) {
            model.addAttribute("errors", Says.errors(new Outcome.Refused(e.problems()), frame));
        }
        var person = getting.people().isEmpty() ? actor.id() : getting.people().getFirst();
        var fill = views.again(version, person, request.getParameterMap(), false, actor, frame);
        model.addAttribute("frame", frame);
        model.addAttribute("bundle", views.bundle(version, fill, getting, actor, frame));
        return "request/bundle";
    }

    /// Besides what stands beside the questions.
    private static List<String> errors(Outcome outcome, @Nullable FormFill fill, Frame frame) {
        var errors = new ArrayList<>(Says.errors(outcome, frame));
        boolean wrong = fill != null
                && fill.sections().stream()
                        .flatMap(it -> it.fields().stream())
                        .anyMatch(it -> !it.error().isEmpty());
        if (wrong) {
            errors.add(frame.say("request.order.answers_wrong"));
        }
        return errors;
    }

    /// Keeps the files that were sent, and puts what they are known by into the fields of their questions, so that
    /// nobody has to choose them again.
    ///
    /// @return what is wrong with those that are not taken
    private List<Problem> received(
            Actor actor, Snapshot version, HttpServletRequest request, Map<String, String[]> fields)
            throws IOException {
        var sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var problems = new ArrayList<Problem>();
        if (sent == null) {
            return problems;
        }
        for (var code : views.files(version)) {
            for (var file : sent.getFiles(AnswerFields.FILES + code)) {
                if (!file.isEmpty()) {
                    received(actor, file, problems).ifPresent(it -> {
                        var before = fields.getOrDefault(AnswerFields.of(code), new String[0]);
                        fields.put(
                                AnswerFields.of(code),
                                Stream.concat(Arrays.stream(before), Stream.of(it.toString()))
                                        .toArray(String[]::new));
                    });
                }
            }
        }
        return problems;
    }

    private Optional<UUID> received(Actor actor, MultipartFile file, List<Problem> problems) throws IOException {
        var name = String.valueOf(file.getOriginalFilename());
        try (var content = file.getInputStream()) {
            return Optional.of(files.receive(actor, name, content).id());
        } catch (Refusal e) {
            problems.addAll(e.problems());
        } catch (Blobs.TooLarge e) {
            problems.add(Problem.of("request.file.too_large", Texts.clip(name, 60), e.limit() / 1_000_000));
        }
        return Optional.empty();
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
