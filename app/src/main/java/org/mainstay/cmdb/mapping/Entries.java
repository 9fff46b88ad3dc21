package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Lists and tables in the fields of a form: `n/a, unknown` and `Server = linux_server`, one on each line.
/// An entry with a sign that would part it is written in quotes, as JSON writes texts.
final class Entries {

    private Entries() {}

    /// What was read, and where in the text it ends.
    private record Read(String entry, int end) {}

    static String list(List<String> entries) {
        return entries.stream().map(it -> written(it, ',')).collect(Collectors.joining(", "));
    }

    static List<String> list(String text) {
        var entries = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            var read = read(text, at, ',');
            if (!read.entry.isEmpty()) {
                entries.add(read.entry);
            }
            at = read.end + 1;
        }
        return entries;
    }

    static String table(Map<String, String> table) {
        return table.entrySet().stream()
                .map(it -> written(it.getKey(), '=') + " = " + written(it.getValue(), '\n'))
                .collect(Collectors.joining("\n"));
    }

    /// Lines without a `=` say nothing.
    static Map<String, String> table(String text) {
        var table = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            var key = read(line, 0, '=');
            if (!key.entry.isEmpty() && key.end < line.length()) {
                table.put(key.entry, read(line, key.end + 1, '\n').entry);
            }
        });
        return table;
    }

    private static String written(String entry, char end) {
        boolean plain = entry.indexOf(end) < 0
                && !entry.startsWith("\"")
                && entry.lines().count() < 2;
        return plain ? entry : RecordJson.MAPPER.writeValueAsString(entry);
    }

    /// The entry that begins there.
    private static Read read(String text, int from, char end) {
        int begin = from;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        var quoted = quoted(text, begin, end);
        if (quoted != null) {
            return quoted;
        }
        int at = text.indexOf(end, from);
        int stop = at < 0 ? text.length() : at;
        return new Read(text.substring(from, stop).strip(), stop);
    }

    private static @Nullable Read quoted(String text, int begin, char end) {
        if (begin >= text.length() || text.charAt(begin) != '"') {
            return null;
        }
        int close = begin + 1;
        while (close < text.length() && text.charAt(close) != '"') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        int stop = close + 1;
        while (stop < text.length() && text.charAt(stop) != end && Character.isWhitespace(text.charAt(stop))) {
            stop++;
        }
        if (close >= text.length() || (stop < text.length() && text.charAt(stop) != end)) {
            return null;
        }
        try {
            var entry = RecordJson.MAPPER.readTree(text.substring(begin, close + 1));
            return new Read(entry.stringValue().strip(), stop);
        } catch (JacksonException e) {
            return null;
        }
    }
}
