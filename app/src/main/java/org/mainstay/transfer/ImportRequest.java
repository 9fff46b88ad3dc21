package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.RecordTypes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The parameters of an import, read and checked as far as they can be without the file.
final class ImportRequest {

    static final List<String> PARAMETERS = List.of(
            "profile",
            "format",
            "mapping",
            "ignore",
            "key",
            "source",
            "organisation",
            "create_missing",
            "blanks",
            "dry_run",
            "charset",
            "delimiter",
            "date_format");

    private static final Map<String, String> SEPARATORS = Map.of(
            ",",
            ",",
            "comma",
            ",",
            ";",
            ";",
            "semicolon",
            ";",
            "\t",
            "\t",
            "tab",
            "\t",
            "\\t",
            "\t",
            "|",
            "|",
            "pipe",
            "|");

    private final Map<String, String> parameters;
    private final RecordTypes types;
    private final List<Wrong> wrong = new ArrayList<>();

    ImportRequest(Map<String, String> parameters, RecordTypes types) {
        this.parameters = parameters;
        this.types = types;
        parameters.keySet().stream()
                .filter(it -> !PARAMETERS.contains(it))
                .forEach(it -> wrong(Names.clip(it), "rest.unknown_parameter", String.join(", ", PARAMETERS)));
    }

    List<Wrong> wrong() {
        return wrong;
    }

    String text(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /// Column to attribute, as a JSON object; null and an empty text ignore the column.
    Map<String, String> mapping() {
        var mapping = new LinkedHashMap<String, String>();
        if (text("mapping").isEmpty()) {
            return mapping;
        }
        try {
            var node = JsonMapper.shared().readTree(text("mapping"));
            if (node.isObject() && node.valueStream().allMatch(it -> it.isString() || it.isNull())) {
                node.forEachEntry((column, it) -> mapping.put(column, it.isNull() ? "" : it.stringValue()));
                return mapping;
            }
        } catch (JacksonException e) {
            mapping.clear();
        }
        wrong("mapping", "transfer.mapping.no_json");
        return mapping;
    }

    Set<String> ignored() {
        return new LinkedHashSet<>(list("ignore"));
    }

    List<String> key() {
        return list("key");
    }

    private List<String> list(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    String source() {
        var source = text("source");
        if (source.length() > 120 || source.chars().anyMatch(Character::isISOControl)) {
            wrong("source", "kernel.value.too_long", source.length(), 120);
        }
        return source;
    }

    /// Codes of the types of which missing records are created.
    Set<String> missing() {
        var codes = new LinkedHashSet<String>();
        for (String name : list("create_missing")) {
            var type =
                    types.byCollection(name).map(RecordTypes.Collection::type).or(() -> types.byCode(name));
            if (name.equals("all")) {
                types.all().forEach(it -> codes.add(it.code()));
            } else if (type.isPresent()) {
                codes.add(type.get().code());
            } else if (!name.equals("none")) {
                wrong("create_missing", "transfer.unknown_collection", Names.clip(name));
            }
        }
        return codes;
    }

    boolean clear() {
        var blanks = text("blanks");
        if (!List.of("", "leave", "clear").contains(blanks)) {
            wrong("blanks", "transfer.unknown_option", "leave, clear");
        }
        return blanks.equals("clear");
    }

    boolean dry() {
        return ImportFile.yes(text("dry_run"));
    }

    String charset() {
        var charset = text("charset").toLowerCase(Locale.ROOT);
        if (!charset.isEmpty() && !Decoded.KNOWN.contains(charset)) {
            wrong("charset", "transfer.unknown_option", String.join(", ", Decoded.KNOWN));
            return "";
        }
        return charset;
    }

    String separator() {
        // a tab is blank and must not be stripped
        var given = parameters.getOrDefault("delimiter", "");
        if (given.isEmpty()) {
            return "";
        }
        var separator = SEPARATORS.get(given);
        if (separator == null) {
            wrong("delimiter", "transfer.unknown_option", "comma, semicolon, tab, pipe");
            return "";
        }
        return separator;
    }

    /// Empty where the file is to tell.
    String format() {
        var format = text("format");
        if (!List.of("", ImportFile.CSV, ImportFile.NDJSON).contains(format)) {
            wrong("format", "transfer.unknown_format", "csv, ndjson");
        }
        return format;
    }

    String dates() {
        var pattern = text("date_format");
        if (!pattern.isEmpty() && !CellForms.isPattern(pattern)) {
            wrong("date_format", "transfer.bad_date_format");
            return "";
        }
        return pattern;
    }

    void wrong(String parameter, String message, Object... arguments) {
        wrong.add(new Wrong(parameter, Message.of(message, arguments)));
    }
}
