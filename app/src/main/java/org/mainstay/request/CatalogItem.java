package org.mainstay.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// An item of a catalogue, as far as it decides what can be ordered.
public record CatalogItem(
        UUID id,
        String number,
        String name,
        State state,
        UUID category,
        @Nullable String seenBy,
        @Nullable String orderedBy,
        boolean forOthers,
        long most,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID group,
        long edition,
        @Nullable UUID version) {

    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /// How often a recurring price is due.
    public enum Period {
        MONTH,
        YEAR
    }

    static CatalogItem of(Snapshot it) {
        return new CatalogItem(
                it.id(),
                it.number(),
                it.need(CatalogItemType.NAME),
                it.need(CatalogItemType.STATE),
                it.need(CatalogItemType.CATEGORY),
                it.get(CatalogItemType.SEEN_BY),
                it.get(CatalogItemType.ORDERED_BY),
                it.need(CatalogItemType.FOR_OTHERS),
                it.need(CatalogItemType.MOST),
                it.get(CatalogItemType.AVAILABLE_FROM),
                it.get(CatalogItemType.AVAILABLE_TO),
                it.get(CatalogItemType.GROUP),
                it.need(CatalogItemType.EDITION),
                it.get(CatalogItemType.CURRENT_VERSION));
    }

    /// Whether it is offered now, to whomever.
    public boolean offered(Instant now) {
        return state == State.PUBLISHED
                && version != null
                && (from == null || !now.isBefore(from))
                && (to == null || now.isBefore(to));
    }
}
