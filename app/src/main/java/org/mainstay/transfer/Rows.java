package org.mainstay.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Input;
import tools.jackson.databind.JsonNode;

/// A file read row by row.
public interface Rows extends AutoCloseable {

    /// Greatest number of columns, and of characters in one cell or line.
    int MOST_COLUMNS = 250;

    int MOST_CHARACTERS = 1_000_000;

    /// One row as it was written.
    ///
    /// @param line where it begins, from 1
    /// @param cells what it gives, by the names of the columns
    /// @param fields the row for whoever gets it back: an array of texts, or the text of a line
    /// @param problem why it cannot be read at all
    record Row(
            long line,
            Map<String, Input.Given> cells,
            JsonNode fields,
            @Nullable Message problem) {}

    /// In the order of the file; known from the beginning for CSV, from the rows read so far for NDJSON.
    List<String> columns();

    /// The next row, or null at the end.
    ///
    /// @throws BadFile when the rest of the file cannot be read
    @Nullable
    Row next() throws IOException;

    /// Goes over the next row, as far as it takes to know that it is whole.
    ///
    /// @return false at the end
    default boolean skip() throws IOException {
        return next() != null;
    }

    @Override
    void close() throws IOException;
}
