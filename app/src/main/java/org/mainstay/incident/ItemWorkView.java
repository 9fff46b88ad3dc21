package org.mainstay.incident;

import java.util.List;
import org.mainstay.web.Shown;

/// The open incidents of an item, and of what it depends on.
///
/// @param href of the item's page
/// @param own those of the item
/// @param below those of what it depends on
/// @param listed whether these are listed, and not only counted
/// @param loading whether what it depends on is not known yet
public record ItemWorkView(String href, String record, Some own, Some below, boolean listed, boolean loading) {

    /// @param count of all, up to where counting stops
    /// @param more whether more are there than were counted
    public record Some(List<Line> lines, long count, boolean more) {

        static final Some NONE = new Some(List.of(), 0, false);
    }

    /// @param what state and priority
    public record Line(Shown incident, List<Shown> what) {}
}
