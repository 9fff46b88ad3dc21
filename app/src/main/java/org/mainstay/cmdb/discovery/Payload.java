package org.mainstay.cmdb.discovery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source saw at one moment: things and how they hang together.
///
/// @param partial whether the source told only part of what it knows: what is not mentioned is then unknown, not gone
/// @param at when it was seen; null for when it is delivered
/// @param mentions items that only relations name, and of which nothing is told
/// @param remarks what the source said and was not taken over; no part of the JSON form
public record Payload(
        List<Discovered> items,
        List<DiscoveredRelation> relations,
        List<Mention> mentions,
        boolean partial,
        @Nullable Instant at,
        List<Remark> remarks) {

    public static final int MOST_ITEMS = 200_000;
    public static final int MOST_RELATIONS = 400_000;

    static final Payload EMPTY = new Payload(List.of(), List.of(), true, null, List.of());

    public Payload {
        items = List.copyOf(items);
        relations = List.copyOf(relations);
        mentions = List.copyOf(mentions);
        remarks = List.copyOf(remarks);
    }

    public Payload(
            List<Discovered> items,
            List<DiscoveredRelation> relations,
            boolean partial,
            @Nullable Instant at,
            List<Remark> remarks) {
        this(items, relations, List.of(), partial, at, remarks);
    }
}
