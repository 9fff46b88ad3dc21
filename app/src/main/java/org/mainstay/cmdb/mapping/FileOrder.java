package org.mainstay.cmdb.mapping;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is to be done with a file of a source; kept with its job, so that it goes on the same on any node.
///
/// @param file its name, to show
/// @param dry whether nothing is to be kept
/// @param relates whether relations are to be taken after the items
/// @param origin from where it came
/// @param language of whoever sent it
/// @param format `csv` or `ndjson`, in which refused records are given back
/// @param whole whether the file is one JSON document, and what is given back another sort of file
/// @param columns of CSV
/// @param header whether the file names them
record FileOrder(
        UUID source,
        UUID mapping,
        String file,
        boolean dry,
        boolean relates,
        @Nullable String origin,
        String language,
        String format,
        boolean whole,
        List<Column> columns,
        boolean header) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    record Column(String name) {}

    static FileOrder of(
            DiscoveryMapping mapping,
            List<String> columns,
            String file,
            boolean dry,
            @Nullable String origin,
            Locale reader) {
        boolean csv = mapping.format() == DiscoveryMapping.Format.CSV;
        return new FileOrder(
                mapping.source(),
                mapping.id(),
                file,
                dry,
                !dry && mapping.relates(),
                origin,
                reader.toLanguageTag(),
                csv ? "csv" : "ndjson",
                mapping.format() == DiscoveryMapping.Format.JSON,
                columns.stream().map(Column::new).toList(),
                mapping.header());
    }

    static FileOrder of(Job job) {
        return MAPPER.treeToValue(job.payload(), FileOrder.class);
    }

    /// The same in earnest.
    FileOrder earnest(DiscoveryMapping by) {
        return new FileOrder(
                source, mapping, file, false, by.relates(), origin, language, format, whole, columns, header);
    }

    /// How often the job goes through the file.
    int passes() {
        return relates ? 2 : 1;
    }

    JsonNode payload() {
        return MAPPER.valueToTree(this);
    }

    Locale reader() {
        return Locale.forLanguageTag(language);
    }
}
