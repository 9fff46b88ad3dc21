package org.mainstay.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
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
    private static final int DEMAND = 200;

    private final RecordStore store;
    private final Entitlements entitlements;
    private final CatalogViews views;
    private final Carts carts;
    private final DemandQueries demand;
    private final CatalogSearch search;
    private final Storefront storefront;
    private final Frames frames;
    private final Show show;

    CatalogPages(
            RecordStore store,
            Entitlements entitlements,
            CatalogViews views,
            Carts carts,
            DemandQueries demand,
            CatalogSearch search,
            Storefront storefront,
            Frames frames,
            Show show) {
        this.store = store;
        this.entitlements = entitlements;
        this.views = views;
        this.carts = carts;
        this.demand = demand;
        this.search = search;
        this.storefront = storefront;
        this.frames = frames;
        this.show = show;
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
        var words = CatalogSearch.words(asked);
        var some = some(seen, words, within, cursor);
        if (some.items.isEmpty() && within == null && cursor == null) {
            storefront.missed(actor, asked);
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
                        views.cards(views.items(some.items), frame),
                        next(some, asked, within),
                        carts.count(actor)));
        return "request/catalog";
    }

    /// A page of what is offered.
    ///
    /// @param after number of the last one of it where there is more, else empty
    private record Some(List<UUID> items, String after) {}

    /// By name, or where words are looked for, the best first. All that is offered is known in memory: the database is
    /// asked for no more than what is shown.
    ///
    /// @param after number of the item before the page; where that has gone, it is the first one again
    private Some some(Set<UUID> seen, List<String> words, @Nullable Snapshot within, @Nullable String after) {
        var found = words.isEmpty() ? List.copyOf(seen) : search.find(seen, words);
        if (within != null) {
            var categories = views.within(within.id());
            found = found.stream()
                    .filter(it -> {
                        var known = entitlements.known(it);
                        return known != null && categories.contains(known.item().category());
                    })
                    .toList();
        }
        var numbers = found.stream().map(this::number).toList();
        int from = after == null ? 0 : numbers.indexOf(after) + 1;
        int until = Math.min(from + PAGE, found.size());
        return new Some(found.subList(from, until), until < found.size() ? numbers.get(until - 1) : "");
    }

    private String number(UUID item) {
        var known = entitlements.known(item);
        return known == null ? "" : known.item().number();
    }

    private static String next(Some some, String asked, @Nullable Snapshot within) {
        return some.after.isEmpty()
                ? ""
                : "/catalog?"
                        + (asked.isEmpty() ? "" : "q=" + Hrefs.encoded(asked) + "&")
                        + (within == null ? "" : "category=" + within.number() + "&")
                        + "cursor=" + some.after;
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
                demand.demand(administered(actor), DEMAND).stream()
                        .map(it -> new CatalogView.Wanted(
                                it.words(),
                                it.count(),
                                show.moment(it.lastAt(), reader).text()))
                        .toList());
        return "request/demand";
    }

    private static @Nullable Set<UUID> administered(Actor actor) {
        return actor instanceof Actor.Person person && !person.grants().everywhere(Grants.ADMIN)
                ? person.grants().in(Grants.ADMIN)
                : null;
    }
}
