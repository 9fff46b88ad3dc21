package org.mainstay.cmdb.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Charset;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Format;
import org.mainstay.cmdb.mapping.DiscoveryMapping.Separator;
import org.mainstay.cmdb.mapping.MappingLine.End;

/// What a person has typed into the page on which a mapping is made.
///
/// @param version of the mapping that the form was filled from; null where it is new
/// @param lines also those whose target is not chosen yet
/// @param sample the first records of a file
record MappingForm(
        @Nullable Long version,
        String name,
        Format format,
        @Nullable String itemClass,
        String records,
        @Nullable Charset charset,
        @Nullable Separator separator,
        boolean header,
        List<MappingLine> lines,
        Sample sample) {

    static MappingForm of(Map<String, String[]> parameters) {
        var format = choice(Format.class, text(parameters, "format"), Format.CSV);
        var itemClass = text(parameters, "ci_class");
        return new MappingForm(
                version(text(parameters, "version")),
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

    static MappingForm of(DiscoveryMapping it, long version) {
        return new MappingForm(
                version,
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
        return new MappingForm(version, name, found, itemClass, records, charset, separator, header, suggested, of);
    }

    /// The same, filled from another version.
    MappingForm of(@Nullable Long other) {
        return new MappingForm(other, name, format, itemClass, records, charset, separator, header, lines, sample);
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

    private static @Nullable Long version(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static List<MappingLine> lines(Map<String, String[]> parameters) {
        int count = Math.min(MappingLines.MOST, parameters.getOrDefault("line.from", new String[0]).length);
        return IntStream.range(0, count)
                .mapToObj(it -> line(parameters, it))
                .filter(it -> !it.from().isEmpty() || !it.value().isEmpty())
                .toList();
    }

    /// Each field of a line is a list over all lines.
    private static MappingLine line(Map<String, String[]> parameters, int index) {
        UnaryOperator<String> at = field -> {
            var of = parameters.getOrDefault("line." + field, new String[0]);
            return index < of.length ? of[index] : "";
        };
        var from = at.apply("from").strip();
        return new MappingLine(
                from,
                at.apply("to").strip(),
                from.isEmpty() ? at.apply("value").strip() : "",
                at.apply("letters"),
                at.apply("split"),
                at.apply("date").strip(),
                at.apply("comma").equals("true"),
                Entries.list(at.apply("skip")),
                Entries.table(at.apply("table")),
                at.apply("scope").strip(),
                new End(
                        at.apply("type").strip(),
                        !at.apply("direction").equals("to"),
                        at.apply("class").strip(),
                        at.apply("by").strip()));
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
