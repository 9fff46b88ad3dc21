package org.mainstay.cmdb.impact;

import java.util.List;
import org.mainstay.web.FormView;
import org.mainstay.web.Shown;

/// An item's relations and what follows from them.
///
/// @param href of the item's page
/// @param hit what is hit if it fails, in a sentence
/// @param needs what it needs, in a sentence
/// @param more how many relations are not shown
/// @param ways the types of relation, each in both directions; empty for whoever may not relate the item
/// @param typed the number that was typed and refused
/// @param error why; empty where nothing was
public record RelationsView(
        String href,
        String record,
        String hit,
        String needs,
        List<Line> lines,
        long more,
        List<FormView.Option> ways,
        String typed,
        String error) {

    /// @param way what this item does to the other, or the other way round
    /// @param note redundancy and source, where they are known
    /// @param relation its number
    public record Line(String way, Shown item, String itemClass, List<Shown> status, String note, String relation) {}
}
