package org.mainstay.web;

import java.util.List;

/// A page of a record's timeline.
///
/// @param href of the record
/// @param show which part of it: `everything`, `conversation`, `notes` or `changes`
/// @param filters the parts there are for the reader
/// @param earlier the query under which it goes on; empty at its end
/// @param later whether this is not its newest page
public record TimelineView(
        String href, String show, List<Filter> filters, List<Item> items, String earlier, boolean later) {

    /// @param query leads to the part; empty for all of it
    public record Filter(String label, String query, boolean chosen) {}

    /// @param kind chooses icon and shape: `comment`, `note`, `change`, `file`, `link`
    /// @param lines what changed, a line each
    public record Item(
            long version,
            String kind,
            String who,
            Shown.Moment when,
            String what,
            String html,
            List<RecordView.Line> lines) {}

    /// Leads to one entry, on whatever page it is.
    public String permalink(Item item) {
        return href + "?entry=" + item.version() + "#v" + item.version();
    }
}
