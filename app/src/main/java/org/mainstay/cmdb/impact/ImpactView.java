package org.mainstay.cmdb.impact;

import java.util.List;
import org.mainstay.web.Shown;

/// What is hit if an item fails, or what it needs, as a page.
///
/// @param href of the item's page
/// @param dependents whether it is what is hit
/// @param asOf the instant asked for as an input takes it; empty for now
/// @param classes how many are reached of each class
/// @param truncated whether more are reached than shown
public record ImpactView(
        String href,
        String record,
        boolean dependents,
        String asOf,
        String sentence,
        List<Count> classes,
        List<Line> lines,
        boolean truncated) {

    public record Count(String label, int count) {}

    /// @param path the items on the way, this item and the one reached left out
    public record Line(Shown item, String itemClass, int distance, List<Shown> path) {}
}
