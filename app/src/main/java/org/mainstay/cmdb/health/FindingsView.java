package org.mainstay.cmdb.health;

import java.util.List;

/// What was found about one item.
public record FindingsView(String href, String record, List<Line> lines) {

    /// @param good whether nothing was found
    public record Line(String measure, boolean good, String finding) {}
}
