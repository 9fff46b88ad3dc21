package org.mainstay.transfer.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.web.Shown;

/// The page of the configuration.
///
/// @param text as it was pasted or sent
/// @param deleting whether what the text does not have goes
/// @param errors of the text as a whole
/// @param told what has just happened; empty for nothing
/// @param difference what the text would do; null where none was given
/// @param runs what was applied before, newest first
public record ConfigurationView(
        String text,
        boolean deleting,
        List<Error> errors,
        String told,
        @Nullable Difference difference,
        List<Run> runs) {

    /// @param place empty for the text as a whole
    public record Error(String place, String text) {}

    /// @param mark of the configuration and of the text it was made from
    /// @param applies whether it can be applied
    public record Difference(String mark, String sentence, boolean applies, List<Group> groups) {}

    /// What happens to the records of one type.
    public record Group(String title, String counts, List<Row> rows, int more) {}

    /// @param outcome its code
    public record Row(String name, String outcome, String label, List<Line> lines, List<Error> errors) {}

    public record Line(String label, String old, String now) {}

    public record Run(String id, Shown when, Shown who, String result, boolean undone) {}
}
