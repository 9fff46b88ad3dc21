package org.mainstay.cmdb.reconciliation;

import java.util.List;
import org.mainstay.web.Shown;

/// Who says what of an item.
///
/// @param href of the item's page
/// @param keeps whether the reader may pin and merge
/// @param merged whether the item was made part of another one and may be given back
/// @param typed the number that was typed and refused
/// @param error why; empty where nothing was
public record SourcesView(
        String href, String record, List<Line> lines, boolean keeps, boolean merged, String typed, String error) {

    /// @param code of the attribute
    /// @param pinned until when, as text; empty where it is not
    public record Line(String code, String label, String value, boolean disputed, String pinned, List<Word> words) {}

    /// @param at when it was said last
    /// @param standing bundle key: whether it is what the item has, something else, stale or said no more
    public record Word(String source, String value, Shown at, long times, String standing) {}
}
