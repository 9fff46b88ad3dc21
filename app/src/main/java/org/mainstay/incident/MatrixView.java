package org.mainstay.incident;

import java.util.List;
import org.mainstay.incident.Incident.Level;

/// The priority matrix as a page shows it: a row for each impact, a column for each urgency.
///
/// @param told what has just happened; empty for nothing
/// @param edits whether the reader may change it
public record MatrixView(List<Column> columns, List<Row> rows, String told, boolean edits) {

    /// Begins the names of the inputs that say what the cells were when the page was made.
    public String was() {
        return PriorityMatrixPages.WAS;
    }

    public record Column(Level urgency, String label) {}

    public record Row(String label, List<Cell> cells) {}

    /// @param name of its input
    /// @param number of the rule behind it; empty where there is none
    /// @param open how many open incidents follow it
    public record Cell(String name, String label, long priority, String number, long open) {}
}
