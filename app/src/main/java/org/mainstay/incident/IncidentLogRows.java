package org.mainstay.incident;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.JobRefused;

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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);

    private final Map<String, Integer> columns;
    private final TreeMap<String, List<Row>> byNumber;

    private IncidentLogRows(Map<String, Integer> columns, TreeMap<String, List<Row>> byNumber) {
        this.columns = columns;
        this.byNumber = byNumber;
    }

    /// One state of one incident.
    final class Row {

        private final List<String> fields;

        private Row(List<String> fields) {
            this.fields = fields;
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
            try {
                return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(column + " " + text + " of " + get("number") + " is no time");
            }
        }

        long whole(String column) {
            var text = get(column);
            try {
                return text == null ? 0 : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(column + " " + text + " of " + get("number") + " is no number");
            }
        }
    }

    /// The incidents' rows by number ascending, each in the order of their updates.
    Map<String, List<Row>> incidents() {
        return byNumber;
    }

    /// @throws JobRefused when it is not such a log
    static IncidentLogRows read(InputStream content) throws IOException, JobRefused {
        var columns = new HashMap<String, Integer>();
        var byNumber = new TreeMap<String, List<Row>>();
        var rows = new IncidentLogRows(columns, byNumber);
        var same = new HashMap<String, String>();
        var reader = new InputStreamReader(content, StandardCharsets.UTF_8);
        try (var csv = CsvReader.builder().ofCsvRecord(reader)) {
            for (var line : csv) {
                if (columns.isEmpty()) {
                    for (String name : line.getFields()) {
                        columns.put(name.strip().toLowerCase(Locale.ROOT), columns.size());
                    }
                    for (String needed : NEEDED) {
                        if (!columns.containsKey(needed)) {
                            throw new JobRefused("The file has no column " + needed + ".");
                        }
                    }
                } else {
                    // a log says few things many times: each is kept once
                    var row = rows.new Row(line.getFields().stream()
                            .map(it -> same.computeIfAbsent(it, _ -> it))
                            .toList());
                    var number = row.get("number");
                    if (number == null) {
                        throw new JobRefused("Line " + line.getStartingLineNumber() + " has no number.");
                    }
                    byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(row);
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new JobRefused("The file is no well-formed CSV: " + e.getMessage());
        }
        if (columns.isEmpty()) {
            throw new JobRefused("The file is empty.");
        }
        try {
            byNumber.values().forEach(it -> {
                it.sort(Comparator.comparingLong(row -> row.whole("sys_mod_count")));
                it.forEach(row -> TIMES.forEach(row::time));
            });
        } catch (IllegalArgumentException e) {
            throw new JobRefused(String.valueOf(e.getMessage()));
        }
        return rows;
    }
}
