package org.mainstay.cmdb.health;

import java.util.List;
import org.mainstay.web.Shown;

/// The page of health, ready to be shown.
///
/// @param by what the rows are, as in addresses
/// @param measured when it was measured; [Shown.Nothing] before the first time
/// @param since the day that scores are compared with; empty for none
/// @param manages whether the reader may have it measured now
/// @param wanted whether somebody just did
public record HealthView(
        String by,
        Shown measured,
        String since,
        boolean manages,
        boolean wanted,
        List<Tab> tabs,
        List<String> measures,
        List<Row> rows) {

    public record Tab(String href, String label, boolean here) {}

    /// @param why where its score is explained
    /// @param items where its items are listed
    /// @param score empty for none
    /// @param trend with its direction in words; empty where there is nothing to compare with
    /// @param direction `up`, `down` or `same`
    public record Row(
            String label,
            int depth,
            String why,
            String items,
            String count,
            String score,
            String trend,
            String direction,
            List<Cell> cells) {}

    /// @param percent rounded down, so that 100 is all of it; empty where nothing is expected
    /// @param share the same as people write it
    /// @param findings how many items have something to be mended
    /// @param href where they are listed
    public record Cell(String measure, String percent, String share, long findings, String count, String href) {}
}
