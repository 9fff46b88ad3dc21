package org.mainstay.problem;

import java.util.List;
import org.mainstay.web.Shown;

/// What the panels of this module show.
public final class ProblemView {

    private ProblemView() {}

    /// A problem that is to be made of incidents.
    ///
    /// @param named which incidents these are, where all of them are there
    public record FromIncidents(String incidents, String title, List<Shown> named, List<String> errors) {}
}
