package org.mainstay.incident;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentLogRows.Row;
import org.mainstay.kernel.definition.CustomField;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.ExternalKeys;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.transfer.ImportProfile;
import org.mainstay.transfer.ImportTerms;

/// The event log of another desk: rows are successive snapshots of an incident, of which the incident and
/// its history at the original times and by the original people are made, one history entry per row. What
/// a row knows of the future (the final resolution and closing stand on every row) is told when it
/// happened.
final class IncidentLog implements ImportProfile {

    static final String SOURCE = "incident-log";

    /// What a log says beyond an incident's own attributes, as custom fields.
    static final Map<String, CustomField.Sort> FIELDS = new LinkedHashMap<>();

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();
    private static final int BATCH = 300;

    static {
        field("made_sla", "made_sla", CustomField.Sort.YES_NO);
        field("symptom", "u_symptom", CustomField.Sort.TEXT);
        field("vendor", "vendor", CustomField.Sort.TEXT);
        field("knowledge", "knowledge", CustomField.Sort.YES_NO);
        field("priority_confirmation", "u_priority_confirmation", CustomField.Sort.YES_NO);
        field("notify", "notify", CustomField.Sort.TEXT);
        field("problem", "problem_id", CustomField.Sort.TEXT);
        field("change_request", "rfc", CustomField.Sort.TEXT);
        field("caused_by_change", "caused_by", CustomField.Sort.TEXT);
        field("affected_item", "cmdb_ci", CustomField.Sort.TEXT);
        field("raw_state", "raw_state", CustomField.Sort.TEXT);
    }

    private final RecordStore store;
    private final RecordTypes types;
    private final BulkDoor bulk;
    private final ExternalKeys keys;
    private final PriorityMatrix matrix;
    private final FurtherRows further;

    IncidentLog(
            RecordStore store,
            RecordTypes types,
            BulkDoor bulk,
            ExternalKeys keys,
            PriorityMatrix matrix,
            Entries entries) {
        this.store = store;
        this.types = types;
        this.bulk = bulk;
        this.keys = keys;
        this.matrix = matrix;
        this.further = new FurtherRows(store, entries);
    }

    private static void field(String code, String column, CustomField.Sort kind) {
        FIELDS.put(code, kind);
        COLUMNS.put(code, column);
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public String collection() {
        return "incidents";
    }

    @Override
    public List<String> columns(InputStream content) throws IOException {
        return IncidentLogRows.header(content);
    }

    @Override
    public void run(InputStream content, ImportTerms terms, JobRun run) throws IOException {
        var rows = IncidentLogRows.read(content);
        var refused = rows.takeRefused();
        var incidents = List.copyOf(rows.incidents().entrySet());
        run.total(incidents.size() + refused.size());
        var names = new IncidentLogNames(store, keys, terms, run.id());
        if (!terms.dry()) {
            names.settle(rows);
        }
        for (int from = (int) run.position(); from < incidents.size(); from += BATCH) {
            var batch = incidents.subList(from, Math.min(from + BATCH, incidents.size()));
            if (!run.batch(from + batch.size(), () -> write(batch, names, terms, run.id()))) {
                return;
            }
        }
        long end = incidents.size() + refused.size();
        if (!refused.isEmpty() && run.position() < end) {
            run.batch(end, () -> refuse(refused, terms));
        }
    }

    /// Of each refused incident every row goes back, with its own reasons.
    private static Job.Counts refuse(Map<String, List<Row>> refused, ImportTerms terms) {
        refused.forEach((number, rows) -> rows.forEach(row -> {
            var problems = row.problems();
            terms.refusing()
                    .refuse(
                            row.line(),
                            row.line(),
                            number,
                            problems.isEmpty()
                                    ? List.of(Problem.of("incident.log.other_row", row.line(), number))
                                    : problems,
                            row.fields());
        }));
        return new Job.Counts(0, 0, 0, refused.size());
    }

    private Job.Counts write(
            List<Map.Entry<String, List<Row>>> batch, IncidentLogNames names, ImportTerms terms, UUID operation) {
        var type = types.current(IncidentType.INCIDENT);
        var cause = Cause.importing(SOURCE, operation.toString());
        var known = keys.find(
                type.code(), SOURCE, batch.stream().map(Map.Entry::getKey).toList());
        var imported = further.imported(terms.actor(), known.values());
        var fresh = new ArrayList<BulkRecord>();
        var freshRows = new ArrayList<Map.Entry<String, List<Row>>>();
        long created = 0;
        long unchanged = 0;
        long changed = 0;
        long refused = 0;
        for (var entry : batch) {
            var id = known.get(entry.getKey());
            if (id == null && terms.dry()) {
                created++;
            } else if (id == null) {
                var key = new Step.ExternalKey(SOURCE, entry.getKey());
                fresh.add(BulkRecord.of(null, List.of(key), versions(entry.getValue(), names, terms, type)));
                freshRows.add(entry);
            } else {
                switch (FurtherRows.told(imported.get(id), entry.getValue().size())) {
                    case NOTHING -> unchanged++;
                    case GONE -> refused += back(entry, List.of(problem("incident.log.gone", entry)), terms);
                    case WORKED_ON -> refused += back(entry, List.of(problem("incident.log.worked_on", entry)), terms);
                    case MORE -> {
                        changed++;
                        if (!terms.dry()) {
                            var versions = versions(entry.getValue(), names, terms, type);
                            further.append(id, versions, cause, operation, terms.organisation());
                        }
                    }
                }
            }
        }
        var result = bulk.write(terms.actor(), type, cause, operation, false, fresh);
        result.refused().forEach((index, problems) -> back(freshRows.get(index), problems, terms));
        return new Job.Counts(
                created + result.written().size(),
                changed,
                unchanged,
                refused + result.refused().size());
    }

    private static Problem problem(String key, Map.Entry<String, List<Row>> incident) {
        return Problem.of(key, incident.getKey());
    }

    private static int back(Map.Entry<String, List<Row>> incident, List<Problem> problems, ImportTerms terms) {
        incident.getValue()
                .forEach(row ->
                        terms.refusing().refuse(row.line(), row.line(), incident.getKey(), problems, row.fields()));
        return 1;
    }

    private List<BulkRecord.Version> versions(
            List<Row> rows, IncidentLogNames names, ImportTerms terms, RecordType<?> type) {
        var versions = new ArrayList<BulkRecord.Version>();
        State state = State.NEW;
        HoldReason hold = null;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var raw = String.valueOf(row.get("incident_state"));
            if (!raw.equals("-100")) {
                state = state(raw);
                hold = hold(raw);
            }
            var at = Objects.requireNonNullElse(row.time("sys_updated_at"), Instant.EPOCH);
            var values = values(row, names, terms, type);
            values.set(IncidentType.STATE, state).set(IncidentType.HOLD_REASON, hold);
            put(type, values, "raw_state", raw.equals("-100") ? raw : null);
            ending(row, state, at, i == rows.size() - 1, names, values);
            var by = names.person(row.get("sys_updated_by"));
            versions.add(new BulkRecord.Version(
                    at, by == null ? terms.actor().id() : by, values, SOURCE, priority(row, values)));
        }
        return versions;
    }

    /// Final values, from when they are true: the state is reached and the moment is there. The last row
    /// shows all of them.
    private static void ending(Row row, State state, Instant at, boolean last, IncidentLogNames names, Values values) {
        var resolvedAt = row.time("resolved_at");
        var closedAt = row.time("closed_at");
        boolean ended = state == State.RESOLVED || state == State.CLOSED;
        boolean resolved = last || (ended && (resolvedAt == null || !at.isBefore(resolvedAt)));
        boolean closed = last || (state == State.CLOSED && (closedAt == null || !at.isBefore(closedAt)));
        values.set(IncidentType.RESOLVED_AT, resolved ? resolvedAt : null)
                .set(IncidentType.RESOLVED_BY, resolved ? names.person(row.get("resolved_by")) : null)
                .set(IncidentType.RESOLUTION_CODE, resolved ? IncidentLogNames.code(row.get("closed_code")) : null)
                .set(IncidentType.CLOSED_AT, closed ? closedAt : null);
    }

    private static Values values(Row row, IncidentLogNames names, ImportTerms terms, RecordType<?> type) {
        var values = new Values()
                .set(IncidentType.TITLE, title(row))
                .set(IncidentType.CALLER, names.person(row.get("caller_id")))
                .set(IncidentType.OPENED_BY, names.person(row.get("opened_by")))
                .set(IncidentType.OPENED_AT, row.time("opened_at"))
                .set(IncidentType.CHANNEL, IncidentLogNames.code(row.get("contact_type")))
                .set(IncidentType.CATEGORY, names.category(row.get("category"), row.get("subcategory")))
                .set(IncidentType.LOCATION, names.location(row.get("location")))
                .set(IncidentType.IMPACT, level(row.get("impact")))
                .set(IncidentType.URGENCY, level(row.get("urgency")))
                .set(IncidentType.GROUP, names.group(row.get("assignment_group")))
                .set(IncidentType.ASSIGNEE, names.person(row.get("assigned_to")))
                .set(IncidentType.REASSIGNMENT_COUNT, row.whole("reassignment_count"))
                .set(IncidentType.REOPEN_COUNT, row.whole("reopen_count"))
                .set(IncidentType.MAJOR_INCIDENT, Incident.Major.NONE)
                .set(IncidentType.CONFIDENTIAL, false)
                .set(Header.ORGANISATION, terms.organisation());
        COLUMNS.forEach((code, column) -> put(type, values, code, row.get(column)));
        return values;
    }

    private static void put(RecordType<?> type, Values values, String code, @Nullable String text) {
        Attribute<?> attribute = type.need("custom." + code);
        values.put(attribute, text == null ? null : attribute.kind().parse(text));
    }

    /// The log's priority as it stands; where the matrix says otherwise, an override whose reason is the
    /// import.
    private Map<String, Draft.Reason> priority(Row row, Values values) {
        var impact = Objects.requireNonNullElse(values.get(IncidentType.IMPACT), Level.MEDIUM);
        var urgency = Objects.requireNonNullElse(values.get(IncidentType.URGENCY), Level.MEDIUM);
        var cell = matrix.cell(impact, urgency);
        var text = row.get("priority");
        long priority = text == null ? cell.priority() : Character.digit(text.charAt(0), 10);
        boolean other = priority != cell.priority();
        values.set(IncidentType.PRIORITY, priority)
                .set(IncidentType.PRIORITY_OVERRIDE, other)
                .set(IncidentType.PRIORITY_REASON, other ? "Imported with this priority" : null);
        var why = other ? Message.of("incident.priority.imported", priority) : cell.reason();
        return Map.of(IncidentType.PRIORITY.code(), new Draft.Reason(why, other ? null : cell.rule()));
    }

    /// `Symptom · Category / Subcategory`, as much of it as there is.
    private static String title(Row row) {
        var place = Stream.of(row.get("category"), row.get("subcategory"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
        var title = Stream.of(row.get("u_symptom"), place.isEmpty() ? null : place)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return title.isEmpty() ? String.valueOf(row.get("number")) : title;
    }

    private static Level level(@Nullable String text) {
        return switch (text == null ? '2' : text.charAt(0)) {
            case '1' -> Level.HIGH;
            case '3' -> Level.LOW;
            default -> Level.MEDIUM;
        };
    }

    private static State state(String raw) {
        var word = raw.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "active" -> State.IN_PROGRESS;
            case "resolved" -> State.RESOLVED;
            case "closed" -> State.CLOSED;
            default -> word.startsWith("awaiting") ? State.ON_HOLD : State.NEW;
        };
    }

    private static @Nullable HoldReason hold(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "awaiting user info" -> HoldReason.AWAITING_CALLER;
            case "awaiting vendor" -> HoldReason.AWAITING_VENDOR;
            case "awaiting problem" -> HoldReason.AWAITING_PROBLEM;
            case "awaiting evidence" -> HoldReason.AWAITING_EVIDENCE;
            default -> null;
        };
    }
}
