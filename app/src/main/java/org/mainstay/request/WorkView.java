package org.mainstay.request;

import java.util.List;
import org.mainstay.web.Shown;

/// What the panels of records show.
public final class WorkView {

    private WorkView() {}

    /// @param title bundle key
    /// @param none bundle key of what is said where there are no lines
    public record Lines(String href, String record, String title, String none, List<Line> lines) {}

    /// @param bundle what the bundle was answered that chose the item
    public record Answers(
            String href, String record, List<CatalogView.Answered> answers, List<CatalogView.Answered> bundle) {

        public boolean isEmpty() {
            return answers.isEmpty() && bundle.isEmpty();
        }
    }

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
