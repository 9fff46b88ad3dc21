package org.mainstay.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// Comma-separated values as RFC 4180 has them, in UTF-8, headed by the attributes' codes.
final class CsvFile implements ExportFile {

    private final CsvWriter csv;
    private final List<Attribute<?>> columns;

    CsvFile(OutputStream out, List<Attribute<?>> columns) {
        this.columns = columns;
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(Attribute::code).toList());
    }

    @Override
    public void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels) {
        for (var record : records) {
            csv.writeRecord(
                    columns.stream().map(it -> Cells.text(record, it, labels)).toList());
        }
    }

    @Override
    public void end() throws IOException {
        csv.close();
    }
}
