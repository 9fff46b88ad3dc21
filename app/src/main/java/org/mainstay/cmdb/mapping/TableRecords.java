package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.store.Input;
import org.mainstay.transfer.Rows;

/// The rows of a CSV file.
record TableRecords(Rows rows) implements Records {

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable Found next() throws IOException {
        var row = rows.next();
        return row == null
                ? null
                : new Found(
                        row.line(),
                        from -> row.cells().get(from) instanceof Input.Given.Text(var text) ? List.of(text) : List.of(),
                        row.fields(),
                        row.problem());
    }

    @Override
    public boolean skip() throws IOException {
        return rows.skip();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
