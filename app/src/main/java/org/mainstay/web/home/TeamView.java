package org.mainstay.web.home;

import java.util.List;
import org.mainstay.web.Shown;

/// The open work of one group by who does it.
///
/// @param href the list of all of it
public record TeamView(String group, String work, String href, long open, List<Line> lines) {

    /// @param person nothing for what nobody has yet
    /// @param href the list behind it; empty where the person cannot be named in a filter, as is `oldHref`
    /// @param share of the longest line, from 0 to 100
    /// @param old how many are older than a week
    public record Line(Shown person, String href, long open, long share, long old, String oldHref, Shown oldest) {}
}
