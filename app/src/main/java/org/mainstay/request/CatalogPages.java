package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Page;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/catalog`: what somebody may order, by category and by words; and for administrators, what was looked for in vain.
@Controller
class CatalogPages {

    private static final int PAGE = 48;
    private static final int POPULAR = 6;
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 8;
    private static final int DEMAND = 200;

    private static final Order BY_NAME = Order.by(Order.ascending(CatalogItemType.NAME));

    private final RecordStore store;
    private final Entitlements entitlements;
    private final CatalogViews views;
    private final Carts carts;
    private final DemandQueries demand;
    private final Frames frames;
    private final Show show;
    private final Clock clock;

    CatalogPages(
            RecordStore store,
            Entitlements entitlements,
            CatalogViews views,
            Carts carts,
            DemandQueries demand,
            Frames frames,
            Show show,
            Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.views = views;
        this.carts = carts;
        this.demand = demand;
        this.frames = frames;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/catalog")
    String browse(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var seen = entitlements.seenBy(actor.id());
        var asked = q.strip().length() > LONGEST ? q.strip().substring(0, LONGEST) : q.strip();
        var within = category.isEmpty() ? null : views.category(category);
        var words = words(asked);
        var page = list(actor, seen, words, within, cursor);
        if (page.items().isEmpty() && !words.isEmpty() && within == null && cursor == null) {
            demand.missed(
                    actor.organisation(),
                    String.join(" ", words),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        boolean front = words.isEmpty() && within == null && cursor == null;
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new CatalogView.Browse(
                        asked,
                        within == null ? "" : within.number(),
                        within == null ? "" : CatalogViews.name(within, frame),
                        views.tree(seen, within, frame),
                        front ? popular(actor, seen, frame) : List.of(),
                        views.cards(page.items(), frame),
                        next(page, asked, within),
                        carts.count(actor)));
        return "request/catalog";
    }

    private Page list(
            Actor actor, Set<UUID> seen, List<String> words, @Nullable Snapshot within, @Nullable String cursor) {
        var offered = new Filter.Identity(List.copyOf(seen));
        var filter = Filter.all(
                offered,
                within == null ? Filter.EVERYTHING : Filter.is(CatalogItemType.CATEGORY, within.id()),
                words.isEmpty() ? Filter.EVERYTHING : new Filter.Words(words));
        return store.list(
                actor,
                CatalogItemType.CATALOG_ITEM,
                Query.of(filter).sorted(BY_NAME).limit(PAGE).after(cursor));
    }

    private static List<String> words(String text) {
        return Arrays.stream(Texts.fold(text).split("\\s+"))
                .filter(it -> !it.isBlank())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static String next(Page page, String asked, @Nullable Snapshot within) {
        return page.next() == null
                ? ""
                : "/catalog?"
                        + (asked.isEmpty() ? "" : "q=" + Hrefs.encoded(asked) + "&")
                        + (within == null ? "" : "category=" + within.number() + "&")
                        + "cursor=" + page.next();
    }

    /// What others of the reader's department order, as far as they may see it themselves.
    private List<CatalogView.Card> popular(Actor actor, Set<UUID> seen, Frame frame) {
        var department = store.get(Installation.ITSELF, PersonType.PERSON, actor.id())
                .map(it -> it.get(PersonType.DEPARTMENT))
                .orElse(null);
        if (department == null) {
            return List.of();
        }
        var items = demand.popular(actor.organisation(), department, 5 * POPULAR).stream()
                .filter(seen::contains)
                .limit(POPULAR)
                .toList();
        return items.isEmpty() ? List.of() : views.cards(views.items(items), frame);
    }

    @GetMapping("/catalog/demand")
    String demand(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        if (!actor.may(Grants.ADMIN)) {
            throw new NotPermitted(Message.of("kernel.access.administrators_only"));
        }
        var frame = frames.of(actor, request, locale);
        var reader = Show.Reader.of(frame, actor);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "wanted",
                demand.demand(DEMAND).stream()
                        .map(it -> new CatalogView.Wanted(
                                it.words(),
                                it.count(),
                                show.moment(it.lastAt(), reader).text()))
                        .toList());
        return "request/demand";
    }
}
