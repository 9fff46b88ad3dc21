package org.mainstay.change.feed;

import java.util.List;
import org.mainstay.web.Shown;

/// The page of one's calendar feeds.
///
/// @param makes whether the person may make one
/// @param url of the one just made; empty where none was
/// @param name as it was typed
/// @param filter as it was typed
public record FeedsView(boolean makes, String url, List<Line> lines, List<String> errors, String name, String filter) {

    /// @param lastRead nothing where nobody read it
    public record Line(String id, String name, String filter, Shown created, Shown lastRead) {}
}
