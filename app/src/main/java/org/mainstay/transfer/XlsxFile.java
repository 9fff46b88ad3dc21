package org.mainstay.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// A workbook. A sheet holds so many rows and no more: its last one says that the next sheet goes on.
final class XlsxFile implements ExportFile {

    /// Of a sheet, by the format itself.
    static final int MOST_ROWS = 1_048_576;

    /// Longer texts are cut: a cell holds no more.
    private static final int MOST_CHARACTERS = 32_767;

    /// Greater numbers would lose digits.
    private static final long EXACT = 1L << 53;

    private final Workbook workbook;
    private final List<Attribute<?>> columns;
    private final IntFunction<String> goesOn;
    private final int rows;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /// @param rows of a sheet, header and last row included
    XlsxFile(OutputStream out, List<Attribute<?>> columns, IntFunction<String> goesOn, int rows) {
        this.columns = columns;
        this.goesOn = goesOn;
        this.rows = rows;
        workbook = new Workbook(out, "Mainstay", "1.0");
        sheet = next();
    }

    private Worksheet next() {
        var begun = workbook.newWorksheet("Records " + ++sheets);
        for (int i = 0; i < columns.size(); i++) {
            begun.inlineString(0, i, columns.get(i).code());
        }
        row = 1;
        return begun;
    }

    @Override
    public void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels) {
        try {
            for (var record : records) {
                if (row == rows - 1) {
                    sheet.inlineString(row, 0, goesOn.apply(sheets + 1));
                    sheet.finish();
                    sheet = next();
                }
                for (int i = 0; i < columns.size(); i++) {
                    cell(record, columns.get(i), i, labels);
                }
                row++;
            }
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Texts stand in the sheet itself: a table of shared ones would have to be kept in memory.
    private void cell(Snapshot record, Attribute<?> attribute, int column, Map<UUID, Label> labels) {
        if (record.get(attribute) instanceof Long number && Math.abs(number) < EXACT) {
            sheet.value(row, column, number);
            return;
        }
        var text = Cells.text(record, attribute, labels);
        if (!text.isEmpty()) {
            sheet.inlineString(
                    row, column, text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
        }
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
