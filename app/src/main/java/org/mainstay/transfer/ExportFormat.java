package org.mainstay.transfer;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.rest.Rendering;

/// The forms in which lists leave.
enum ExportFormat {
    CSV("text/csv; charset=utf-8"),
    NDJSON("application/x-ndjson; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<ExportFormat> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /// @param goesOn the sentence that ends a full sheet, by the number of the next one
    ExportFile open(OutputStream out, List<Attribute<?>> columns, Rendering rendering, IntFunction<String> goesOn) {
        return switch (this) {
            case CSV -> new CsvFile(out, columns);
            case NDJSON -> new NdjsonFile(out, columns, rendering);
            case XLSX -> new XlsxFile(out, columns, goesOn, XlsxFile.MOST_ROWS);
        };
    }
}
