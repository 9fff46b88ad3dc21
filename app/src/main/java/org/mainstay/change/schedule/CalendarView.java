package org.mainstay.change.schedule;

import java.util.List;
import org.mainstay.web.Shown;

/// The calendar of changes as a page.
///
/// @param title the days it shows, in words
/// @param view code of how they are shown
/// @param date of some day in it, for the forms
/// @param events where a script finds what it draws
/// @param errors why the filter cannot be read
/// @param note what is not shown; empty where all is
public record CalendarView(
        String title,
        String view,
        String by,
        String date,
        String filter,
        String before,
        String today,
        String after,
        List<Tab> views,
        List<Tab> rows,
        String events,
        List<Line> lines,
        String note,
        List<String> errors,
        boolean manages) {

    public record Tab(String href, String label, boolean here) {}

    /// @param kind `change`, or the code of a period's kind
    public record Line(String kind, Shown what, Shown state, ConflictsView.Stretch when) {}
}
