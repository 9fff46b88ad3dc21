package org.mainstay.web.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values as lines of text: the attribute's code, a colon, the value; what is indented below goes on.
///
/// @param values by code, as people write them
/// @param wrong the first line that is no such line; null for none
public record Presets(Map<String, String> values, @Nullable String wrong) {

    private static final Pattern LINE = Pattern.compile("([a-z][a-z0-9_.]*)\\s*:\\s*(.*)");
    private static final int LONGEST = 60;

    public static Presets of(String text) {
        var values = new LinkedHashMap<String, String>();
        @Nullable String last = null;
        @Nullable String wrong = null;
        for (String line : text.split("\n")) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                last = matcher.group(1);
                values.put(last, matcher.group(2).strip());
            } else if (last != null && (line.isBlank() || line.startsWith(" ") || line.startsWith("\t"))) {
                values.merge(last, line.strip(), (above, below) -> above.isEmpty() ? below : above + "\n" + below);
            } else if (!line.isBlank() && wrong == null) {
                wrong = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
            }
        }
        values.replaceAll((_, value) -> value.strip());
        values.values().removeIf(String::isEmpty);
        return new Presets(values, wrong);
    }

    public Optional<String> unreadable() {
        return Optional.ofNullable(wrong);
    }

    /// The text of which [#of] makes these again.
    public String text() {
        var text = new StringBuilder();
        values.forEach((code, value) -> text.append(code)
                .append(": ")
                .append(value.replace("\n", "\n  "))
                .append('\n'));
        return text.toString().strip();
    }
}
