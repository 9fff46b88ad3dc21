package org.mainstay.request;

import java.util.List;
import org.mainstay.web.Shown;

/// What the panels of records show.
public final class WorkView {

    private WorkView() {}

    /// @param title bundle key
    /// @param none bundle key of what is said where there are no lines
    public record Lines(String href, String record, String title, String none, List<Line> lines) {}

    public record Line(Shown record, List<Shown> what) {}

    /// @param person as it was typed
    /// @param found whether that is somebody
    public record Entitled(
            String href,
            String record,
            String person,
            boolean found,
            boolean sees,
            boolean orders,
            List<CatalogView.Condition> conditions) {}
}
