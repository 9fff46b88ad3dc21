package org.mainstay.cmdb.mapping;

import java.util.List;
import org.mainstay.transfer.ImportView;

/// What the page shows on which a mapping is made.
///
/// @param action where the form goes
/// @param back href of the source
/// @param sample as [Sample#text]; empty before a file was shown
/// @param types codes and names of relation types
/// @param classes codes and names of classes
/// @param columns of the sample
public record MappingView(
        String action,
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
                        .allMatch(it -> it.from().isEmpty() && it.value().isEmpty());
    }

    /// What else another sample is read by: names and values of fields.
    public List<ImportView.Option> kept() {
        return List.of(
                chosen("ci_class", itemClasses),
                chosen("format", formats),
                chosen("charset", charsets),
                chosen("separator", separators),
                chosen("header", headers));
    }

    private static ImportView.Option chosen(String field, List<ImportView.Option> options) {
        var value = options.stream()
                .filter(ImportView.Option::chosen)
                .map(ImportView.Option::value)
                .findFirst()
                .orElse("");
        return new ImportView.Option(field, value, true);
    }

    /// Targets of one sort.
    public record Group(String label, List<ImportView.Option> options) {}

    /// @param typed whether the column is typed, and not one of the sample's
    /// @param values the first ones
    /// @param open whether there is more to it than its target
    public record Line(
            int number,
            String from,
            boolean typed,
            String value,
            String to,
            String values,
            String letters,
            String split,
            String date,
            boolean comma,
            String skip,
            String table,
            String scope,
            String type,
            boolean outward,
            String itemClass,
            String by,
            boolean open) {}

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
