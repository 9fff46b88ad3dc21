package org.mainstay.incident;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.transfer.BadFile;

/// The rows of an incident log: successive snapshots of incidents, `?` for empty, times `d/m/yyyy HH:MM`
/// in UTC.
final class IncidentLogRows {

    private static final List<String> NEEDED = List.of(
            "number",
            "incident_state",
            "sys_mod_count",
            "sys_updated_by",
            "sys_updated_at",
            "opened_at",
            "impact",
            "urgency",
            "priority");
    private static final List<String> TIMES = List.of("sys_updated_at", "opened_at", "resolved_at", "closed_at");
    private static final List<String> COUNTS = List.of("sys_mod_count", "reassignment_count", "reopen_count");
    private static final List<String> LEVELS = List.of("impact", "urgency");
    private static final List<String> FLAGS = List.of("made_sla", "knowledge", "u_priority_confirmation");
    private static final Set<String> STATES = Set.of(
            "new",
            "active",
            "awaiting user info",
            "awaiting vendor",
            "awaiting problem",
            "awaiting evidence",
            "resolved",
            "closed",
            "-100");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern LEVEL = Pattern.compile("[1-3]\\b.*");
    private static final Pattern PRIORITY = Pattern.compile("[1-5]\\b.*");
    private static final Pattern FLAG = Pattern.compile("true|false|yes|no", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 1_000_000;

    private final Map<String, Integer> columns;
    private final TreeMap<String, List<Row>> byNumber;

    private IncidentLogRows(Map<String, Integer> columns, TreeMap<String, List<Row>> byNumber) {
        this.columns = columns;
        this.byNumber = byNumber;
    }

    /// One state of one incident.
    final class Row {

        private final List<String> fields;
        private final long line;

        private Row(List<String> fields, long line) {
            this.fields = fields;
            this.line = line;
        }

        long line() {
            return line;
        }

        List<String> fields() {
            return fields;
        }

        /// Which update of the incident it is; 0 where that cannot be read, which [#problems] tells.
        private long update() {
            var text = get("sys_mod_count");
            return text != null && COUNT.matcher(text).matches() ? Long.parseLong(text) : 0;
        }

        /// What cannot be read of it, by column.
        List<Problem> problems() {
            var problems = new ArrayList<Problem>();
            if (fields.size() != columns.size()) {
                problems.add(new Problem("", Message.of("incident.log.ragged", line, fields.size(), columns.size())));
                return problems;
            }
            TIMES.forEach(it -> refuse(problems, it, readable(get(it)), "incident.log.no_time"));
            COUNTS.forEach(it -> refuse(problems, it, matches(it, COUNT), "incident.log.no_count"));
            LEVELS.forEach(it -> refuse(problems, it, matches(it, LEVEL), "incident.log.no_level"));
            refuse(problems, "priority", matches("priority", PRIORITY), "incident.log.no_level");
            FLAGS.forEach(it -> refuse(problems, it, matches(it, FLAG), "incident.log.no_flag"));
            var state = get("incident_state");
            refuse(
                    problems,
                    "incident_state",
                    state != null && STATES.contains(state.toLowerCase(Locale.ROOT)),
                    "incident.log.no_state");
            if (get("sys_updated_at") == null) {
                refuse(problems, "sys_updated_at", false, "incident.log.no_time");
            }
            if (get("opened_at") == null) {
                refuse(problems, "opened_at", false, "incident.log.no_time");
            }
            return problems;
        }

        private void refuse(List<Problem> problems, String column, boolean fine, String key) {
            if (!fine && problems.stream().noneMatch(it -> it.attribute().equals(column))) {
                problems.add(new Problem(column, Message.of(key, line, clip(get(column)))));
            }
        }

        private boolean matches(String column, Pattern pattern) {
            var text = get(column);
            return text == null || pattern.matcher(text).matches();
        }

        /// Null where the column is empty or not there.
        @Nullable
        String get(String column) {
            var index = columns.get(column);
            if (index == null || index >= fields.size()) {
                return null;
            }
            var text = fields.get(index).strip();
            return text.isEmpty() || text.equals("?") ? null : text;
        }

        @Nullable
        Instant time(String column) {
            var text = get(column);
            return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        }

        long whole(String column) {
            var text = get(column);
            return text == null ? 0 : Long.parseLong(text);
        }
    }

    /// Takes out the incidents of which a row cannot be read.
    Map<String, List<Row>> takeRefused() {
        var refused = new TreeMap<String, List<Row>>();
        byNumber.forEach((number, rows) -> {
            if (rows.stream().anyMatch(it -> !it.problems().isEmpty())) {
                refused.put(number, rows);
            }
        });
        byNumber.keySet().removeAll(refused.keySet());
        return refused;
    }

    private static boolean readable(@Nullable String time) {
        try {
            return time == null || LocalDateTime.parse(time, TIME).getYear() >= 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String clip(@Nullable String text) {
        return text == null ? "" : text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /// The incidents' rows by number ascending, each in the order of their updates.
    Map<String, List<Row>> incidents() {
        return byNumber;
    }

    /// The header of the file, as it is written.
    ///
    /// @throws BadFile when it is no such log
    static List<String> header(InputStream content) throws IOException {
        try (var csv = reader(content)) {
            var lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new BadFile("incident.log.empty");
            }
            var header = lines.next().getFields().stream().map(String::strip).toList();
            index(header);
            if (!lines.hasNext()) {
                throw new BadFile("incident.log.empty");
            }
            return header;
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e, 1);
        }
    }

    /// @throws BadFile when it is no such log
    static IncidentLogRows read(InputStream content) throws IOException {
        var columns = new HashMap<String, Integer>();
        var byNumber = new TreeMap<String, List<Row>>();
        var rows = new IncidentLogRows(columns, byNumber);
        var same = new HashMap<String, String>();
        long last = 1;
        try (var csv = reader(content)) {
            for (var line : csv) {
                last = line.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns.putAll(index(line.getFields()));
                } else {
                    // a log says few things many times: each is kept once
                    var row = rows
                    .new Row(
                            line.getFields().stream()
                                    .map(it -> same.computeIfAbsent(it, _ -> it))
                                    .toList(),
                            last);
                    var number = row.get("number");
                    if (number == null) {
                        throw new BadFile("incident.log.no_number", last);
                    }
                    byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(row);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw broken(e, last);
        }
        if (byNumber.isEmpty()) {
            throw new BadFile("incident.log.empty");
        }
        byNumber.replaceAll((_, all) -> ordered(all));
        return rows;
    }

    private static CsvReader<CsvRecord> reader(InputStream content) {
        return CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(content, StandardCharsets.UTF_8);
    }

    private static Map<String, Integer> index(List<String> header) throws BadFile {
        var columns = new HashMap<String, Integer>();
        for (String name : header) {
            columns.put(name.strip().toLowerCase(Locale.ROOT), columns.size());
        }
        var missing = NEEDED.stream().filter(it -> !columns.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            throw new BadFile("incident.log.no_column", String.join(", ", missing));
        }
        if (columns.size() < header.size()) {
            throw new BadFile("incident.log.column_twice");
        }
        return columns;
    }

    private static BadFile broken(RuntimeException e, long line) {
        return e.getCause() instanceof BadFile bad ? bad : new BadFile("incident.log.no_csv", line + 1);
    }

    /// In the order of the updates, and of the file where that says nothing; a row that stands there twice
    /// is one event.
    private static List<Row> ordered(List<Row> rows) {
        var once =
                rows.stream().collect(Collectors.toMap(it -> it.fields, it -> it, (one, _) -> one, LinkedHashMap::new));
        var ordered = new ArrayList<>(once.values());
        ordered.sort(Comparator.comparingLong(Row::update));
        return ordered;
    }
}
