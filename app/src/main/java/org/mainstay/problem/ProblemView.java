package org.mainstay.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.web.Shown;

/// What the panels of this module show.
public final class ProblemView {

    private ProblemView() {}

    /// @param title bundle key
    /// @param summary what the lines come to, a sentence each
    /// @param more where further ones are made
    public record Lines(
            String href,
            String record,
            String title,
            List<String> summary,
            List<Line> lines,
            @Nullable More more) {}

    /// @param note further text, such as why it is offered
    public record Line(Shown record, List<Shown> what, List<String> note) {}

    public record More(String href, String label) {}

    /// A problem that is to be made of incidents.
    ///
    /// @param named which incidents these are, where all of them are there
    public record FromIncidents(String incidents, String title, List<Shown> named, List<String> errors) {}
}
