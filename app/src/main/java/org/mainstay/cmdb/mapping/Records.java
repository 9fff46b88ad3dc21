package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import tools.jackson.databind.JsonNode;

/// A file read record by record.
interface Records extends AutoCloseable {

    /// One record as it was written.
    ///
    /// @param number for people: the line of CSV and NDJSON on which it begins, its place in a JSON list from 1
    /// @param fields what it says
    /// @param raw for whoever gets it back: an array of texts, or the text of a line
    /// @param problem why it cannot be read at all
    record Found(
            long number,
            Fields fields,
            JsonNode raw,
            @Nullable Message problem) {}

    /// The values in a column or place, as texts; none where there is nothing.
    interface Fields {

        Fields NONE = _ -> List.of();

        List<String> at(String from);
    }

    /// The columns of CSV; empty where records say themselves what they have.
    List<String> columns();

    /// The next record, or null at the end.
    ///
    /// @throws org.mainstay.transfer.BadFile when the rest of the file cannot be read
    @Nullable
    Found next() throws IOException;

    /// Goes over the next record, as far as it takes to know that it is whole.
    ///
    /// @return false at the end
    default boolean skip() throws IOException {
        return next() != null;
    }

    @Override
    void close() throws IOException;
}
