package org.mainstay.change.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// What stands in the way of a change, and when nothing does.
///
/// @param href of the change
/// @param record its number and title
/// @param version of the change that is shown; whoever moves another one is told
/// @param window when it is planned; null without a start
/// @param hint why nothing is told; empty where something is
/// @param known whether this node has read the graph
/// @param movable whether the reader may plan it for another time
/// @param errors why it was not moved
public record ConflictsView(
        String href,
        String record,
        long version,
        @Nullable Stretch window,
        List<Line> lines,
        List<Slot> slots,
        String hint,
        boolean known,
        boolean movable,
        List<String> errors) {

    public record Stretch(Shown from, Shown to) {

        static Stretch of(Window window, Show show, Show.Reader reader) {
            return new Stretch(show.from(window.from(), reader), show.until(window.to(), window.from(), reader));
        }
    }

    /// @param code of the kind
    /// @param kind in words
    /// @param other the other change; null where it is something else
    public record Line(String code, String kind, @Nullable Shown other, String text, Stretch when) {}

    /// @param start and end as a form sends them
    public record Slot(String start, String end, Stretch when) {}
}
