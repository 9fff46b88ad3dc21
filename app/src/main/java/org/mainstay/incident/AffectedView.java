package org.mainstay.incident;

import java.util.List;
import org.mainstay.web.Shown;

/// Whom an incident affects.
///
/// @param href of the incident
/// @param count of all; the lines are the latest of them
public record AffectedView(String href, String record, long count, List<Line> lines) {

    /// @param by who noted it, where it was not they themselves
    public record Line(String name, String by, Shown when) {}
}
