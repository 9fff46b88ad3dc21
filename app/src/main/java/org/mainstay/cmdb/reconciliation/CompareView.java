package org.mainstay.cmdb.reconciliation;

import java.util.List;
import org.mainstay.web.Shown;

/// Two items beside each other.
///
/// @param href of the task
/// @param items the one that stays, then the other; empty where there is nothing to compare
/// @param merges whether the reader may merge them
public record CompareView(
        String href, String task, List<Item> items, List<Line> lines, boolean merges, List<String> errors) {

    public record Item(String href, String number, String name) {}

    /// @param first whether the value of the one that stays is kept; else the other's fills the gap
    /// @param differs whether they say something else
    public record Line(String label, Shown one, Shown other, boolean first, boolean differs) {}
}
