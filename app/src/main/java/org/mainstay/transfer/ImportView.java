package org.mainstay.transfer;

import java.util.List;
import java.util.Map;
import org.mainstay.web.Shown;

/// What the pages of imports show.
public final class ImportView {

    private ImportView() {}

    /// @param value of a form
    public record Option(String value, String label, boolean chosen) {}

    /// The page that lists imports and begins one.
    ///
    /// @param typed what was typed, by parameter
    public record Begin(
            List<Option> targets,
            List<Option> charsets,
            List<Option> separators,
            Map<String, String> typed,
            List<String> errors,
            List<Line> jobs,
            String next) {

        public String typed(String parameter) {
            return typed.getOrDefault(parameter, "");
        }
    }

    /// One import in a list.
    public record Line(
            String href, String title, String target, String state, String stateLabel, Shown when, String result) {}

    /// @param over whether nothing more will happen
    /// @param done of `total` rows or records; `total` 0 while nobody knows
    public record Progress(
            String href,
            String state,
            String stateLabel,
            boolean over,
            long done,
            long total,
            String told,
            String error,
            List<Count> counts,
            String refused,
            String refusedHint) {}

    public record Count(String outcome, String label, String value) {}

    /// One import.
    ///
    /// @param undoable whether what it did can be taken back
    public record One(
            String href,
            String title,
            String target,
            String targetHref,
            boolean dry,
            boolean undoable,
            Progress progress,
            List<Column> columns,
            String source,
            boolean mapped,
            List<Row> rows,
            List<String> errors,
            List<String> notes) {}

    /// @param unknown whether nobody said what it is
    public record Column(String name, String field, List<Option> attributes, boolean key, boolean unknown) {}

    /// A row of a dry run.
    public record Row(
            long line,
            String outcome,
            String label,
            String number,
            String href,
            List<Change> changes,
            List<String> reasons) {}

    public record Change(String attribute, Shown old, Shown now) {}
}
