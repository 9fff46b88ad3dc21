package org.mainstay.cmdb.mapping;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Snapshot;

/// How the files of a source become items. Its descriptor is [DiscoveryMappingType].
///
/// @param source whose files they are
/// @param itemClass code of the class of everything that no line says the class of; null where a line must say it
/// @param records JSON pointer to the records, whose segments may be `*`; empty for the whole document
/// @param charset null for UTF-8 or what a byte order mark says
/// @param separator between fields of CSV; null where the first row is to tell
/// @param header whether the first row of CSV names the columns
public record DiscoveryMapping(
        UUID id,
        String number,
        String name,
        UUID source,
        UUID organisation,
        Format format,
        @Nullable String itemClass,
        String records,
        @Nullable Charset charset,
        @Nullable Separator separator,
        boolean header,
        List<MappingLine> lines) {

    public enum Format {
        CSV,
        /// One document.
        JSON,
        /// One document on each line.
        NDJSON;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Charset {
        UTF_8,
        UTF_16,
        WINDOWS_1252,
        ISO_8859_1,
        ISO_8859_15;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Separator {
        COMMA(","),
        SEMICOLON(";"),
        TAB("\t"),
        PIPE("|");

        private final String text;

        Separator(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static DiscoveryMapping of(Snapshot it) {
        var records = it.get(DiscoveryMappingType.RECORDS);
        return new DiscoveryMapping(
                it.id(),
                it.number(),
                it.need(DiscoveryMappingType.NAME),
                it.need(DiscoveryMappingType.SOURCE),
                it.organisation(),
                it.need(DiscoveryMappingType.FORMAT),
                it.get(DiscoveryMappingType.ITEM_CLASS),
                records == null ? "" : records,
                it.get(DiscoveryMappingType.CHARSET),
                it.get(DiscoveryMappingType.SEPARATOR),
                it.need(DiscoveryMappingType.HEADER),
                lines(it.need(DiscoveryMappingType.LINES)));
    }

    /// None where they cannot be read, which [MappingChecks] refuses wherever the mapping is used.
    private static List<MappingLine> lines(String text) {
        try {
            return MappingLines.read(text);
        } catch (BadValue e) {
            return List.of();
        }
    }

    String charsetCode() {
        return charset == null ? "" : charset.code();
    }

    String separatorText() {
        return separator == null ? "" : separator.text();
    }

    boolean relates() {
        return lines.stream().anyMatch(it -> it.to().equals(MappingLine.RELATION));
    }
}
