package org.mainstay.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;

/// An uploaded file, opened as rows as often as needed.
final class ImportFile {

    static final String CSV = "csv";
    static final String NDJSON = "ndjson";

    /// So many rows are looked at before an import is accepted.
    private static final int LOOKED_AT = 1_000;

    private final Blobs blobs;
    private final Blob blob;

    ImportFile(Blobs blobs, Blob blob) {
        this.blobs = blobs;
        this.blob = blob;
    }

    Rows open(String format, String charset, String separator) throws IOException {
        var text = Decoded.open(Unpacked.open(blobs.open(blob), blob.size()), charset);
        return format.equals(NDJSON) ? new NdjsonRows(text) : CsvRows.open(text, separator, true);
    }

    /// The columns of the first rows.
    ///
    /// @throws BadFile when it is no such table, or has no rows
    List<String> columns(String format, String charset, String separator) throws IOException {
        try (var rows = open(format, charset, separator)) {
            int read = 0;
            while (read < LOOKED_AT && rows.next() != null) {
                read++;
            }
            if (read == 0) {
                throw new BadFile(format.equals(NDJSON) ? "transfer.file.empty" : "transfer.file.no_rows");
            }
            return rows.columns();
        }
    }

    /// By what it begins with: JSON begins with a brace.
    String format(String charset) throws IOException {
        try (var text = Decoded.open(Unpacked.open(blobs.open(blob), blob.size()), charset)) {
            int unit = text.read();
            while (unit >= 0 && Character.isWhitespace(unit)) {
                unit = text.read();
            }
            return unit == '{' ? NDJSON : CSV;
        }
    }

    static boolean yes(String text) {
        return List.of("true", "yes", "1", "on").contains(text.toLowerCase(Locale.ROOT));
    }
}
