package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Charset;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Format;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Separator;
import org.mainstay.cmdb.mapping.MappingLine.End;

/// What a person has typed into the page on which a mapping is made.
///
/// @param lines also those whose target is not chosen yet
/// @param sample the first records of a file
record MappingForm(
        String name,
        Format format,
        @Nullable String itemClass,
        String records,
        @Nullable Charset charset,
        @Nullable Separator separator,
        boolean header,
        List<MappingLine> lines,
        Sample sample) {

    /// The fields of one line, each a list over all lines.
    private static final List<String> FIELDS = List.of(
            "from",
            "to",
            "value",
            "letters",
            "split",
            "date",
            "comma",
            "skip",
            "table",
            "scope",
            "type",
            "direction",
            "class",
            "by");

    static MappingForm of(Map<String, String[]> parameters) {
        var format = choice(Format.class, text(parameters, "format"), Format.CSV);
        var itemClass = text(parameters, "ci_class");
        return new MappingForm(
                text(parameters, "name"),
                format == null ? Format.CSV : format,
                itemClass.isEmpty() ? null : itemClass,
                text(parameters, "records"),
                choice(Charset.class, text(parameters, "charset"), null),
                choice(Separator.class, text(parameters, "separator"), null),
                !text(parameters, "header").equals("false"),
                lines(parameters),
                Sample.read(text(parameters, "sample"), format == Format.CSV));
    }

    static MappingForm of(DiscoveryMapping it) {
        return new MappingForm(
                it.name(),
                it.format(),
                it.itemClass(),
                it.records(),
                it.charset(),
                it.separator(),
                it.header(),
                it.lines(),
                Sample.none(it.format() == Format.CSV));
    }

    MappingForm with(Format found, Sample of, List<MappingLine> suggested) {
        return new MappingForm(name, found, itemClass, records, charset, separator, header, suggested, of);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> of, String code, @Nullable E otherwise) {
        return Arrays.stream(of.getEnumConstants())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(Map<String, String[]> parameters, String name) {
        var given = parameters.get(name);
        return given == null || given.length == 0 ? "" : given[0].strip();
    }

    private static List<MappingLine> lines(Map<String, String[]> parameters) {
        var columns = new LinkedHashMap<String, String[]>();
        FIELDS.forEach(it -> columns.put(it, parameters.getOrDefault("line." + it, new String[0])));
        int count = Math.min(MappingLines.MOST, columns.get("from") == null ? 0 : columns.get("from").length);
        var lines = new ArrayList<MappingLine>();
        for (int i = 0; i < count; i++) {
            var line = line(columns, i);
            if (!line.from().isEmpty() || !line.value().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static MappingLine line(Map<String, String[]> columns, int index) {
        return new MappingLine(
                at(columns, "from", index).strip(),
                at(columns, "to", index).strip(),
                at(columns, "from", index).isBlank()
                        ? at(columns, "value", index).strip()
                        : "",
                at(columns, "letters", index),
                at(columns, "split", index),
                at(columns, "date", index).strip(),
                at(columns, "comma", index).equals("true"),
                Arrays.stream(at(columns, "skip", index).split(",", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList(),
                table(at(columns, "table", index)),
                at(columns, "scope", index).strip(),
                new End(
                        at(columns, "type", index).strip(),
                        !at(columns, "direction", index).equals("to"),
                        at(columns, "class", index).strip(),
                        at(columns, "by", index).strip()));
    }

    private static String at(Map<String, String[]> columns, String field, int index) {
        var of = columns.getOrDefault(field, new String[0]);
        return index < of.length ? of[index] : "";
    }

    /// One entry on each line: `Server = linux_server`.
    private static Map<String, String> table(String text) {
        var table = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at > 0) {
                table.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            }
        });
        return table;
    }

    static String table(Map<String, String> table) {
        return table.entrySet().stream()
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// The lines that are mapped.
    List<MappingLine> mapped() {
        return lines.stream().filter(it -> !it.to().isEmpty()).toList();
    }

    /// The mapping as it would be.
    DiscoveryMapping mapping(UUID source, UUID organisation) {
        return new DiscoveryMapping(
                source,
                "",
                name,
                source,
                organisation,
                format,
                itemClass,
                records,
                charset,
                separator,
                header,
                mapped());
    }

    /// As the record's form would send it.
    Map<String, String> values(String source) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("source", source);
        values.put("format", format.code());
        values.put("ci_class", itemClass == null ? "" : itemClass);
        values.put("records", records);
        values.put("charset", charset == null ? "" : charset.name().toLowerCase(Locale.ROOT));
        values.put("separator", separator == null ? "" : separator.name().toLowerCase(Locale.ROOT));
        values.put("header", String.valueOf(header));
        values.put("lines", MappingLines.write(mapped()));
        return values;
    }
}
