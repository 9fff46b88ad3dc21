package org.mainstay.cmdb.accuracy;

import java.util.List;
import org.mainstay.web.Shown;

/// How true items are, row by row.
///
/// @param by what the rows are
/// @param teams whose items the reader may look at, each with its link
public record AccuracyView(String by, Shown measured, Line whole, List<Line> lines, List<Shown> teams) {

    /// How true an item and all it depends on are.
    ///
    /// @param href of the item's page
    public record OfItem(String href, String record, List<Line> lines) {}

    /// @param href of the items; empty for none
    /// @param items and values and checked as people write numbers
    /// @param share in words: `93 %`, or that nobody knows
    /// @param bounds in words: `88 % to 96 %`
    /// @param at where the share lies, from 0 to 100; -1 where nobody knows
    public record Line(
            String label,
            String href,
            String items,
            String values,
            String confirmed,
            String contradicted,
            String checked,
            String share,
            String bounds,
            int low,
            int high,
            int at) {

        public int width() {
            return Math.max(1, high - low);
        }
    }
}
