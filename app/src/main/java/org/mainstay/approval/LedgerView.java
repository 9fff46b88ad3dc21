package org.mainstay.approval;

import java.util.List;
import org.mainstay.web.Shown;

/// An approval with everything that is known of it.
///
/// @param href of its page; empty where the reader does not see it
/// @param facts on what the decision rests
public record LedgerView(
        String number, String href, String title, Shown state, List<Fact> facts, List<Step> steps, List<Line> lines) {

    public record Fact(String label, Shown value) {}

    /// @param status code of how it stands
    /// @param who is waited for, in words; empty for nobody
    public record Step(String name, String status, String label, String needs, String who, Shown due) {}

    /// @param note what was said with it; empty for nothing
    public record Line(Shown at, String by, String text, String note) {}
}
