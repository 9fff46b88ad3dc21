package org.mainstay.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Page;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;

/// The catalogue and what somebody has on its way, for the pages of others: what they may see of it, in cards.
public final class Storefront {

    private static final Order LATEST = Order.by(Order.descending(RequestItemType.ORDERED_AT));

    private final RecordStore store;
    private final Entitlements entitlements;
    private final CatalogSearch search;
    private final CatalogViews catalog;
    private final ParcelViews parcels;
    private final DemandQueries demand;
    private final Clock clock;

    Storefront(
            RecordStore store,
            Entitlements entitlements,
            CatalogSearch search,
            CatalogViews catalog,
            ParcelViews parcels,
            DemandQueries demand,
            Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.search = search;
        this.catalog = catalog;
        this.parcels = parcels;
        this.demand = demand;
        this.clock = clock;
    }

    /// What was found, and how much of it there is in all.
    public record Found<T>(List<T> cards, boolean more) {}

    /// What is offered to the actor and has all the words, the best first.
    public Found<CatalogView.Card> find(Actor actor, String text, int limit, Frame frame) {
        var found = found(entitlements.seenBy(actor.id()), CatalogSearch.words(text));
        var some = found.subList(0, Math.min(limit, found.size()));
        return new Found<>(catalog.cards(catalog.items(some), frame), found.size() > limit);
    }

    private List<UUID> found(Set<UUID> seen, List<String> words) {
        return words.isEmpty() ? List.of() : search.find(seen, words);
    }

    /// The categories at the top that have something to offer.
    public List<CatalogView.Category> categories(Actor actor, Frame frame) {
        return catalog.tree(entitlements.seenBy(actor.id()), null, frame);
    }

    /// Notes that somebody looked for something in vain.
    public void missed(Actor actor, String text) {
        var words = CatalogSearch.words(text);
        if (!words.isEmpty()) {
            demand.missed(
                    actor.organisation(),
                    String.join(" ", words),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /// What the actor ordered or gets, the latest first.
    ///
    /// @param closed whether those that are done
    Page parcels(Actor actor, boolean closed, int limit, @Nullable String cursor) {
        var states = Arrays.stream(Request.State.values())
                .filter(it -> it.sealed() == closed)
                .toArray();
        return page(actor, Filter.is(RequestItemType.STATE, states), limit, cursor);
    }

    private Page page(Actor actor, Filter filter, int limit, @Nullable String cursor) {
        var own = Filter.any(
                Filter.is(RequestItemType.REQUESTER, actor.id()), Filter.is(RequestItemType.BENEFICIARY, actor.id()));
        return store.list(
                actor,
                RequestItemType.REQUEST_ITEM,
                Query.of(Filter.all(own, filter)).sorted(LATEST).limit(limit).after(cursor));
    }

    /// What is on its way to the actor.
    public Found<ParcelView.Card> underway(Actor actor, int limit, Frame frame) {
        return cards(parcels(actor, false, limit, null), actor, frame);
    }

    /// What the actor ordered or gets whose title has all the words.
    public Found<ParcelView.Card> parcels(Actor actor, String text, int limit, Frame frame) {
        var words = CatalogSearch.words(text);
        return words.isEmpty()
                ? new Found<>(List.of(), false)
                : cards(page(actor, new Filter.Words(words), limit, null), actor, frame);
    }

    private Found<ParcelView.Card> cards(Page page, Actor actor, Frame frame) {
        return new Found<>(
                page.items().stream().map(it -> parcels.card(it, actor, frame)).toList(), page.next() != null);
    }

    /// A request item that concerns the actor, by number.
    public Optional<Snapshot> parcel(Actor actor, String number) {
        return store.find(actor, RequestItemType.REQUEST_ITEM, number)
                .filter(it -> RequestItem.of(it).concerns(actor));
    }

    /// The page of a request item for those whom it concerns.
    public static String href(String number) {
        return ParcelViews.PATH + number;
    }
}
