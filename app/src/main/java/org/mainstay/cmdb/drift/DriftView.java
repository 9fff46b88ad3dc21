package org.mainstay.cmdb.drift;

import java.util.List;
import org.mainstay.web.Shown;

/// What is otherwise on an item, as a part of a page or a page of its own.
///
/// @param href of the record whose page it is a part of
/// @param record what that is called
/// @param sentence in place of drift where there is none; else empty
/// @param all where all drift of the item is; empty for none
public record DriftView(String href, String record, String sentence, List<Part> parts, String all) {

    /// One drift.
    ///
    /// @param drift a link to it; nothing on its own page
    /// @param state of it
    /// @param item a link to it; nothing on its own page, or where it is gone
    /// @param map where the map compares before with after; empty for none
    /// @param incidents open about the item
    /// @param more lines that are not shown
    /// @param whole where they are; empty for none
    public record Part(
            Shown drift,
            Shown state,
            Shown item,
            String map,
            List<Shown> incidents,
            List<Line> open,
            List<Line> flapping,
            List<Line> reversed,
            long more,
            String whole) {}

    /// One thing that is otherwise.
    ///
    /// @param since when it became so
    /// @param confirmed how often a source said so since
    public record Line(
            String label, Value before, Value after, Shown.Moment since, Shown source, long confirmed, long times) {}

    /// @param whole the text that is too long to be shown; empty where it is not
    public record Value(Shown shown, String whole) {}
}
