package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.TableFile;

/// Opens files as a mapping says.
final class MappedFile {

    private MappedFile() {}

    /// @param size of the file as it was sent
    /// @throws BadFile when it is no such file, or lacks columns that the mapping names
    static Records open(DiscoveryMapping mapping, InputStream content, long size) throws IOException {
        var records = records(mapping, content, size);
        if (mapping.format() == DiscoveryMapping.Format.CSV) {
            var missing = new HashSet<String>();
            mapping.lines().forEach(it -> {
                missing.add(it.from());
                missing.add(it.scope());
            });
            missing.remove("");
            records.columns().forEach(missing::remove);
            if (!missing.isEmpty()) {
                records.close();
                throw new BadFile(
                        "mapping.file.missing_columns",
                        String.join(", ", missing.stream().sorted().limit(20).toList()));
            }
        }
        return records;
    }

    /// The same without a look at what the lines name.
    static Records records(DiscoveryMapping mapping, InputStream content, long size) throws IOException {
        var text = TableFile.text(content, size, mapping.charsetCode());
        return switch (mapping.format()) {
            case CSV -> new TableRecords(TableFile.csv(text, mapping.separatorText(), mapping.header()));
            case JSON -> new JsonRecords(text, mapping.records());
            case NDJSON -> new LineRecords(text);
        };
    }
}
