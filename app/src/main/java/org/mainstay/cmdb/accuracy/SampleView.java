package org.mainstay.cmdb.accuracy;

import java.util.List;
import org.mainstay.web.Shown;

/// Some items of a team with values to look at.
///
/// @param href of the page
/// @param done in words how much of the sample was looked at
/// @param error what was refused; empty for nothing
/// @param now how true the team's items are
public record SampleView(
        String href, String teamName, int round, List<Item> items, String done, String error, AccuracyView.Line now) {

    public record Item(String number, Shown item, String itemClass, List<Value> values) {}

    /// @param field name of the form's field
    /// @param judged what the database has, so that nobody judges a value they did not see
    public record Value(String field, String label, Shown value, String judged) {}
}
