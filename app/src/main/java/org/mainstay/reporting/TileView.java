package org.mainstay.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.web.ListView;

/// A tile as a page shows it.
///
/// @param definition what is counted, in words; empty where that cannot be read
/// @param href the list behind it
public record TileView(
        String number, String title, String shape, String width, String definition, String href, Content content) {

    public sealed interface Content {}

    /// @param before what it was in the period before; empty where it is not compared
    /// @param direction `more`, `less`, `same` or empty
    /// @param beforeHref the list behind the figure before
    public record Figure(String value, String before, String change, String direction, String beforeHref)
            implements Content {}

    /// @param heads of the columns after the group's
    public record Groups(String group, List<String> heads, List<Bar> bars, boolean cut, boolean drawn)
            implements Content {}

    /// @param length of 1,000
    /// @param beforeLength of 1,000; -1 where there is none
    public record Bar(String label, String href, List<String> values, long length, long beforeLength, String before) {}

    /// @param broad the same for wide screens; null where there is no more room there
    public record Drawing(Chart chart, @Nullable Chart broad) implements Content {}

    public record Rows(List<String> heads, List<ListView.Row> rows, boolean more) implements Content {}

    /// @param marks places in the filter
    public record Wrong(List<String> texts, List<Mark> marks) implements Content {}

    public record Mark(String before, String at, String after) {}

    public record Busy() implements Content {}
}
