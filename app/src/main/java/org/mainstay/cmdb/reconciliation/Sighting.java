package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.Identifier;

/// What a source says of an item.
///
/// @param itemClass the class it takes the item for
/// @param times how often it saw the item
/// @param origin from where it told so last, such as an address
/// @param observed by attribute
record Sighting(
        UUID item,
        UUID source,
        String itemClass,
        Instant firstAt,
        Instant lastAt,
        long times,
        @Nullable String origin,
        Map<String, Observation> observed,
        List<Identifier> identifiers) {

    /// What the source says of an item that this one became part of.
    ///
    /// @param known what it says of that item already; null for nothing
    Sighting joined(UUID survivor, @Nullable Sighting known) {
        if (known == null) {
            return new Sighting(survivor, source, itemClass, firstAt, lastAt, times, origin, observed, identifiers);
        }
        var values = new LinkedHashMap<>(known.observed);
        observed.forEach((code, it) -> values.merge(code, it, (a, b) -> b.at().isAfter(a.at()) ? b : a));
        var all = new LinkedHashSet<>(known.identifiers);
        all.addAll(identifiers);
        boolean later = lastAt.isAfter(known.lastAt);
        return new Sighting(
                survivor,
                source,
                later ? itemClass : known.itemClass,
                firstAt.isBefore(known.firstAt) ? firstAt : known.firstAt,
                later ? lastAt : known.lastAt,
                times + known.times,
                later ? origin : known.origin,
                values,
                List.copyOf(all));
    }
}
