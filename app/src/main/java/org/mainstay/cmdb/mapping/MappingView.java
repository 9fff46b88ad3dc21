package org.mainstay.cmdb.mapping;

import java.util.List;
import org.mainstay.transfer.ImportView;

/// What the page shows on which a mapping is made.
///
/// @param action where the form goes
/// @param version of the mapping; empty where it is new
/// @param back href of the source
/// @param sample as [Sample#text]; empty before a file was shown
/// @param types codes and names of relation types
/// @param classes codes and names of classes
/// @param columns of the sample
public record MappingView(
        String action,
        String version,
        String back,
        String source,
        String title,
        String name,
        List<ImportView.Option> itemClasses,
        List<ImportView.Option> formats,
        List<ImportView.Option> charsets,
        List<ImportView.Option> separators,
        List<ImportView.Option> headers,
        String records,
        String sample,
        List<Line> lines,
        List<Group> targets,
        List<ImportView.Option> kinds,
        List<ImportView.Option> types,
        List<ImportView.Option> classes,
        List<String> columns,
        List<String> errors,
        List<Preview> preview,
        String summary) {

    /// Whether no file was looked at yet, and nothing is mapped.
    public boolean begins() {
        return sample.isEmpty()
                && lines.stream()
                        .allMatch(it -> it.of.from().isEmpty() && it.of.value().isEmpty());
    }

    /// Targets of one sort.
    public record Group(String label, List<ImportView.Option> options) {}

    /// @param typed whether the column is typed, and not one of the sample's
    /// @param values the first ones
    /// @param skip as [Entries] writes it
    /// @param table as [Entries] writes it
    /// @param open whether there is more to it than its target
    public record Line(MappingLine of, boolean typed, String values, String skip, String table, boolean open) {}

    /// What a record would become.
    ///
    /// @param outcome code of it
    /// @param item href of the item that it is; empty for none
    /// @param why how the item was told from others, or what is wrong
    public record Preview(
            long number,
            String name,
            String itemClass,
            String values,
            String outcome,
            String label,
            String item,
            List<String> why) {}
}
