package org.mainstay.web.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sections of a page as administrators write them: a line each, the title, a colon, the codes of attributes.
///
/// @param lines in their order
record WrittenSections(List<Line> lines) {

    private static final Pattern SHAPE =
            Pattern.compile("([^:]{1,80}):\\s*([a-z][a-z0-9_.]*(?:[\\s,]+[a-z][a-z0-9_.]*)*)");

    /// @param title the name of one of the type's own sections, or words that stand for themselves
    /// @param codes empty where the line cannot be read; the title is then all of it
    record Line(String title, List<String> codes) {

        static Line of(String line) {
            var parts = SHAPE.matcher(line.strip());
            return parts.matches()
                    ? new Line(parts.group(1).strip(), List.of(parts.group(2).split("[\\s,]+")))
                    : new Line(line.strip(), List.of());
        }
    }

    static WrittenSections of(String text) {
        return new WrittenSections(Arrays.stream(text.split("\\R"))
                .filter(it -> !it.isBlank())
                .map(Line::of)
                .toList());
    }

    /// The first line that is none.
    Optional<String> unreadable() {
        return lines.stream().filter(it -> it.codes.isEmpty()).map(Line::title).findFirst();
    }

    List<String> codes() {
        return lines.stream().flatMap(it -> it.codes.stream()).toList();
    }
}
