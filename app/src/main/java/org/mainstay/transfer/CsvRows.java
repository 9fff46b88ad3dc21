package org.mainstay.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.store.Input;
import tools.jackson.databind.node.JsonNodeFactory;

/// Rows of a CSV file; the first names the columns.
final class CsvRows implements Rows {

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private @Nullable CsvRecord ahead;
    private long line;

    private CsvRows(CsvReader<CsvRecord> csv, boolean headed) throws IOException {
        this.csv = csv;
        records = csv.iterator();
        var header = read();
        if (header == null) {
            throw new BadFile("transfer.file.empty");
        }
        columns = headed
                ? header.getFields().stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, header.getFieldCount())
                        .mapToObj(Integer::toString)
                        .toList();
        check(columns);
        ahead = headed ? null : header;
    }

    /// @param separator between fields; empty where the header is to tell
    /// @param headed whether the first row names the columns; else they are called by their place
    static CsvRows open(Reader text, String separator, boolean headed) throws IOException {
        var csv = CsvReader.builder()
                .fieldSeparator(separator.isEmpty() ? separator(header(text)) : separator.charAt(0))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MOST_CHARACTERS)
                .ofCsvRecord(text);
        return new CsvRows(csv, headed);
    }

    private static void check(List<String> columns) throws BadFile {
        if (columns.size() > MOST_COLUMNS) {
            throw new BadFile("transfer.file.too_many_columns", columns.size(), MOST_COLUMNS);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                throw new BadFile("transfer.file.nameless_column", i + 1);
            }
            if (!seen.add(columns.get(i).toLowerCase(Locale.ROOT))) {
                throw new BadFile("transfer.file.column_twice", Names.clip(columns.get(i)));
            }
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() throws IOException {
        var found = read();
        if (found == null) {
            return null;
        }
        var fields = found.getFields();
        var raw = JsonNodeFactory.instance.arrayNode(fields.size());
        fields.forEach(it -> raw.add(storable(it)));
        if (fields.size() != columns.size()) {
            var ragged = Message.of("transfer.row.ragged", fields.size(), columns.size());
            return new Row(line, new LinkedHashMap<>(), raw, ragged);
        }
        var cells = new LinkedHashMap<String, Input.Given>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), new Input.Given.Text(Neutral.undone(fields.get(i))));
        }
        return new Row(line, cells, raw, null);
    }

    @Override
    public boolean skip() throws IOException {
        return read() != null;
    }

    private @Nullable CsvRecord read() throws IOException {
        var first = ahead;
        if (first != null) {
            ahead = null;
            return first;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            var found = records.next();
            line = found.getStartingLineNumber();
            return found;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof BadFile bad) {
                throw bad;
            }
            throw new BadFile("transfer.file.no_csv", line + 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The database keeps no zero characters and no halves of characters.
    static String storable(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char at = text.charAt(i);
            plain = at != 0 && !Character.isSurrogate(at);
        }
        if (plain) {
            return text;
        }
        var kept = new StringBuilder();
        text.codePoints()
                .forEach(it -> kept.appendCodePoint(
                        it == 0 || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE) ? 0xfffd : it));
        return kept.toString();
    }

    /// The first line, which is read again afterwards.
    private static String header(Reader text) throws IOException {
        text.mark(MOST_CHARACTERS + 1);
        var header = new StringBuilder();
        boolean quoted = false;
        for (int unit = text.read(); unit >= 0 && header.length() < MOST_CHARACTERS; unit = text.read()) {
            quoted ^= unit == '"';
            if (!quoted && (unit == '\n' || unit == '\r')) {
                break;
            }
            header.append((char) unit);
        }
        text.reset();
        return header.toString();
    }

    /// The separator of a header: the one that makes most columns of it, a comma where none does.
    private static char separator(String header) {
        char best = ',';
        int most = 1;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            int columns = fields(header, candidate);
            if (columns > most) {
                best = candidate;
                most = columns;
            }
        }
        return best;
    }

    private static int fields(String header, char separator) {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MOST_CHARACTERS)
                .ofCsvRecord(header)) {
            var first = csv.iterator();
            return first.hasNext() ? new ArrayList<>(first.next().getFields()).size() : 0;
        } catch (CsvParseException | IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
