package org.mainstay.cmdb.intake;

import java.util.List;
import org.mainstay.web.Shown;

/// How a source is doing.
///
/// @param href of the source's page
/// @param agents whether agents call it by a token
/// @param keeps whether the reader may give it a new token
/// @param token that was just made; else empty
/// @param address where agents with that token call
/// @param deliveries of the last day
/// @param failed of these
/// @param records that these told of
public record SourceView(
        String href,
        String name,
        boolean agents,
        boolean keeps,
        String token,
        String address,
        Shown lastSeen,
        long deliveries,
        long failed,
        long records,
        long items,
        List<Owned> owned,
        List<Run> runs) {

    /// How many items of a class hold a value by its word, and where they are listed.
    public record Owned(String itemClass, long items, String href) {}

    public record Item(String href, String number, String name, String itemClass) {}

    public record Run(
            Shown at, String origin, long created, long updated, long unchanged, long refused, String error) {}
}
