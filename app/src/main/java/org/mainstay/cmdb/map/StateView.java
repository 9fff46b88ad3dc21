package org.mainstay.cmdb.map;

import java.util.List;
import org.mainstay.web.Shown;

/// How an item does, with its single points of failure.
///
/// @param href of the item's page
/// @param tone chooses colour and sign
/// @param more how many reasons are not shown
/// @param points in a sentence how many single points of failure it has; empty for what is no service
public record StateView(
        String href,
        String record,
        String tone,
        String word,
        String sentence,
        List<Reason> reasons,
        int more,
        String points,
        List<Shown> pointItems) {

    /// @param path what it needs, up to what something is open about
    public record Reason(Shown open, List<Shown> path, String effect) {}
}
