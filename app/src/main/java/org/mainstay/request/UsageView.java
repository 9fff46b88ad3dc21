package org.mainstay.request;

import java.util.List;
import org.mainstay.web.Shown;

/// What the pages show of how catalogue items are used.
public final class UsageView {

    private UsageView() {}

    /// @param value in words; empty where there is nothing to tell it from
    /// @param about what it rests on, in words
    /// @param means how it is counted
    /// @param href the list behind it; empty where there is none for the reader
    public record Figure(String title, String value, String about, String means, String href) {}

    public record Row(Shown item, List<Figure> figures) {}

    /// @param limited whose orders are counted, in words; empty for all
    public record One(String href, String record, List<Figure> figures, String limited) {}

    public record Tab(String href, String label, boolean here) {}

    /// @param titles of the figures, with what they mean
    /// @param before address of the page before; empty where there is none
    public record All(
            List<Tab> tabs,
            List<Figure> titles,
            List<Row> rows,
            String limited,
            String before,
            String next,
            int from,
            int all) {}
}
