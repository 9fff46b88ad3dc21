package org.mainstay.change.outcome;

import java.util.List;
import org.mainstay.web.Shown;

/// What a change caused or may have caused, or what may have caused an incident, as a part of a page.
///
/// @param href of the record's page
/// @param path below it
/// @param title bundle key
/// @param summary sentences
/// @param field of the form that names the record of a line
public record CausedView(
        String href,
        String record,
        String path,
        String title,
        List<String> summary,
        List<Line> lines,
        String field,
        String error) {

    /// @param key id of the record
    /// @param link by which it is said; empty where it is proposed
    /// @param reason in words
    /// @param changeable whether the reader may say it or take it back
    public record Line(Shown record, List<Shown> what, String key, String link, String reason, boolean changeable) {}
}
