package org.mainstay.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rows of a file that were refused, in the file's own columns and with the reasons beside them, so
/// that they can be mended and sent again.
public final class RefusedRows {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ImportRowQueries rows;
    private final Transactions transactions;
    private final Messages messages;

    RefusedRows(ImportRowQueries rows, Transactions transactions, Messages messages) {
        this.rows = rows;
        this.transactions = transactions;
        this.messages = messages;
    }

    /// A row that is not taken, or only in part.
    ///
    /// @param n place of the row in the file, from 0
    /// @param line where it begins, from 1
    /// @param number of the record that was taken all the same; empty for none
    /// @param fields as they were written, as [Rows.Row#fields]
    public record Refused(long n, long line, String number, List<Problem> problems, JsonNode fields) {

        private ImportRowQueries.Row row() {
            var storable = fields.isString()
                    ? JsonNodeFactory.instance.stringNode(CsvRows.storable(fields.stringValue()))
                    : fields;
            return new ImportRowQueries.Row(
                    n, line, ImportRowQueries.REFUSED, number, Reasons.json(problems), storable);
        }
    }

    /// Keeps rows. To be called within [org.mainstay.kernel.job.JobRun#batch] of a job whose payload has a `format`,
    /// and for CSV the `columns` with their `name`, and `header` where it may be false: the file names no columns.
    public void keep(UUID job, List<Refused> refused) {
        rows.add(job, refused.stream().map(Refused::row).toList());
    }

    /// The places of the rows that were kept of a part of the file.
    public Set<Long> kept(UUID job, long from, long end) {
        return rows.refused(job, from, end);
    }

    /// How many of the kept rows have a record that was taken all the same.
    public long inPart(UUID job) {
        return rows.refusedInPart(job);
    }

    public void send(Job job, Locale reader, HttpServletResponse response) throws IOException {
        boolean bulk = job.kind().equals(BulkJob.KIND);
        var payload = job.payload();
        boolean csv = bulk || payload.path("format").asString("").equals(ImportFile.CSV);
        response.setContentType(csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused." + (csv ? "csv" : "ndjson") + "\"");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        if (csv) {
            var columns = bulk
                    ? List.of(Header.NUMBER.code())
                    : payload.path("columns")
                            .valueStream()
                            .map(it -> it.path("name").asString(""))
                            .toList();
            boolean headed = bulk || payload.path("header").asBoolean(true);
            csv(job, columns, headed, reader, CsvWriter.builder().build(out));
        } else {
            transactions.reading(() -> rows.refused(job.id(), row -> {
                try {
                    out.write(json(row, reader) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        out.flush();
    }

    private void csv(Job job, List<String> columns, boolean headed, Locale reader, CsvWriter writer)
            throws IOException {
        var header = new ArrayList<>(columns.stream().map(Neutral::of).toList());
        header.remove(Columns.REASON);
        int reason = columns.indexOf(Columns.REASON);
        header.add(Columns.REASON);
        if (headed) {
            writer.writeRecord(header);
        }
        transactions.reading(() -> rows.refused(job.id(), row -> {
            var fields = new ArrayList<String>();
            if (row.fields() != null) {
                row.fields().forEach(it -> fields.add(given(it.stringValue())));
            }
            if (reason >= 0 && reason < fields.size()) {
                fields.remove(reason);
            }
            var padded = padded(fields, header.size() - 1);
            padded.add(Neutral.of(Reasons.text(row.detail(), messages, reader)));
            writer.writeRecord(padded);
        }));
        writer.flush();
    }

    /// What came with an apostrophe before a formula still has it.
    private static String given(String text) {
        return Neutral.undone(text).equals(text) ? Neutral.of(text) : text;
    }

    private static List<String> padded(List<String> fields, int columns) {
        var padded = new ArrayList<>(fields);
        while (padded.size() < columns) {
            padded.add("");
        }
        return padded;
    }

    /// A line that is no object is given back as a text.
    private String json(ImportRowQueries.Row row, Locale reader) {
        var line = row.fields() == null ? "" : row.fields().stringValue();
        var reason = Reasons.text(row.detail(), messages, reader);
        try {
            if (MAPPER.readTree(line) instanceof ObjectNode object) {
                return MAPPER.writeValueAsString(object.put(Columns.REASON, reason));
            }
        } catch (JacksonException e) {
            return MAPPER.writeValueAsString(text(line, reason));
        }
        return MAPPER.writeValueAsString(text(line, reason));
    }

    private static ObjectNode text(String line, String reason) {
        return MAPPER.createObjectNode().put("line", line).put(Columns.REASON, reason);
    }
}
