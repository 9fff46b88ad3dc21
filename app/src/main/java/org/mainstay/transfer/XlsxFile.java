package org.mainstay.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// A workbook; a sheet takes a million rows, then the next one begins.
final class XlsxFile implements ExportFile {

    private static final int MOST_ROWS = 1_000_000;
    /// Longer texts are cut: a cell holds no more.
    private static final int MOST_CHARACTERS = 32_000;

    private final Workbook workbook;
    private final List<Attribute<?>> columns;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxFile(OutputStream out, List<Attribute<?>> columns) {
        this.columns = columns;
        workbook = new Workbook(out, "Mainstay", "1.0");
        sheet = next();
    }

    private Worksheet next() {
        var begun = workbook.newWorksheet("Records " + ++sheets);
        for (int i = 0; i < columns.size(); i++) {
            begun.value(0, i, columns.get(i).code());
        }
        row = 1;
        return begun;
    }

    @Override
    public void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels) {
        try {
            for (var record : records) {
                if (row > MOST_ROWS) {
                    sheet.finish();
                    sheet = next();
                }
                for (int i = 0; i < columns.size(); i++) {
                    var text = Cells.text(record, columns.get(i), labels);
                    sheet.value(row, i, text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
                }
                row++;
            }
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
