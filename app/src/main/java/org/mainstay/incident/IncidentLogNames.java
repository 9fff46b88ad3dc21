package org.mainstay.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.IncidentLogRows.Row;
import org.mainstay.kernel.definition.CategoryType;
import org.mainstay.kernel.definition.CustomFieldType;
import org.mainstay.kernel.definition.PickType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.ExternalKeys;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.GroupType;
import org.mainstay.people.LocationType;
import org.mainstay.people.PersonType;
import org.mainstay.transfer.ImportTerms;

/// What a log only names: people, groups, places, categories, options and fields. Each is created once,
/// under an external key of the log's, and found again by every later import.
final class IncidentLogNames {

    private static final int TRIES = 5;
    private static final int TOGETHER = 200;
    private static final List<String> PEOPLE =
            List.of("caller_id", "opened_by", "sys_created_by", "sys_updated_by", "assigned_to", "resolved_by");

    private final RecordStore store;
    private final ExternalKeys keys;
    private final ImportTerms terms;
    private final UUID operation;
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> groups = new HashMap<>();
    private final Map<String, UUID> locations = new HashMap<>();
    private final Map<String, UUID> categories = new HashMap<>();

    /// @param operation of the import
    IncidentLogNames(RecordStore store, ExternalKeys keys, ImportTerms terms, UUID operation) {
        this.store = store;
        this.keys = keys;
        this.terms = terms;
        this.operation = operation;
    }

    private record Wanted(
            RecordType<?> type, String key, @Nullable String number, Values values) {}

    void settle(IncidentLogRows rows) {
        definitions(rows);
        var persons = new LinkedHashMap<String, Wanted>();
        names(rows, PEOPLE)
                .forEach(it -> persons.put(
                        it,
                        new Wanted(
                                PersonType.PERSON,
                                "person:" + it,
                                "log." + slug(it, '.'),
                                new Values().set(PersonType.NAME, it).set(PersonType.ACTIVE, false))));
        people.putAll(ensure(persons));
        var named = new LinkedHashMap<String, Wanted>();
        names(rows, List.of("assignment_group"))
                .forEach(it -> named.put(
                        it, new Wanted(GroupType.GROUP, "group:" + it, null, new Values().set(GroupType.NAME, it))));
        groups.putAll(ensure(named));
        var places = new LinkedHashMap<String, Wanted>();
        names(rows, List.of("location"))
                .forEach(it -> places.put(
                        it,
                        new Wanted(
                                LocationType.LOCATION,
                                "location:" + it,
                                null,
                                new Values().set(LocationType.NAME, it))));
        locations.putAll(ensure(places));
        var roots = new LinkedHashMap<String, Wanted>();
        var leaves = new LinkedHashMap<String, String[]>();
        rows.incidents()
                .values()
                .forEach(all -> all.forEach(row -> {
                    var root = row.get("category");
                    var leaf = row.get("subcategory");
                    if (root != null) {
                        roots.put(root, category(root, root, null));
                        if (leaf != null) {
                            leaves.put(root + " / " + leaf, new String[] {root, leaf});
                        }
                    }
                }));
        categories.putAll(ensure(roots));
        var below = new LinkedHashMap<String, Wanted>();
        leaves.forEach((key, it) -> below.put(key, category(key, it[1], categories.get(it[0]))));
        categories.putAll(ensure(below));
    }

    private static Wanted category(String key, String name, @Nullable UUID parent) {
        var values = new Values().set(CategoryType.NAME, name).set(CategoryType.PARENT, parent);
        return new Wanted(CategoryType.CATEGORY, "category:" + key, null, values);
    }

    private void definitions(IncidentLogRows rows) {
        var wanted = new LinkedHashMap<String, Wanted>();
        IncidentLog.FIELDS.forEach((code, kind) -> wanted.put(
                "field " + code,
                new Wanted(
                        CustomFieldType.CUSTOM_FIELD,
                        "field:" + code,
                        null,
                        new Values()
                                .set(CustomFieldType.RECORD_TYPE, "incident")
                                .set(CustomFieldType.CODE, code)
                                .set(CustomFieldType.KIND, kind)
                                .set(CustomFieldType.LABEL, label(code)))));
        pick(wanted, rows, "contact_type", IncidentType.CHANNELS);
        pick(wanted, rows, "closed_code", IncidentType.RESOLUTION_CODES);
        ensure(wanted);
    }

    private void pick(Map<String, Wanted> wanted, IncidentLogRows rows, String column, String list) {
        for (String name : names(rows, List.of(column))) {
            var code = slug(name, '_');
            if (store.find(terms.actor(), PickType.PICK, PickType.number(list, code))
                    .isEmpty()) {
                wanted.put(
                        list + " " + name,
                        new Wanted(
                                PickType.PICK,
                                "pick:" + list + ":" + code,
                                null,
                                new Values()
                                        .set(PickType.LIST, list)
                                        .set(PickType.CODE, code)
                                        .set(PickType.LABEL, name)));
            }
        }
    }

    /// The ids by the map's keys; what is not there yet is created. Another import may create the same at
    /// the same moment: what was refused for that is there when it is looked for again.
    private Map<String, UUID> ensure(Map<String, Wanted> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        for (int attempt = 1; attempt < TRIES; attempt++) {
            var ids = found(wanted, it -> store.save(terms.actor(), it) instanceof Saved.Done);
            if (ids.isPresent()) {
                return ids.get();
            }
        }
        var type = wanted.values().iterator().next().type();
        return found(wanted, plan -> save(plan, type)).orElseThrow();
    }

    /// @param creating writes a plan; false when it was refused
    /// @return empty when something was refused
    private Optional<Map<String, UUID>> found(Map<String, Wanted> wanted, Predicate<Plan> creating) {
        var found = new HashMap<String, UUID>();
        for (var each : types(wanted)) {
            var own = wanted.values().stream()
                    .filter(it -> it.type() == each)
                    .map(Wanted::key)
                    .toList();
            found.putAll(keys.find(each.code(), IncidentLog.SOURCE, own));
        }
        var ids = new HashMap<String, UUID>();
        var plan = plan();
        for (var entry : wanted.entrySet()) {
            var want = entry.getValue();
            var id = found.get(want.key());
            if (id == null) {
                id = Plan.newId();
                var key = new Step.ExternalKey(IncidentLog.SOURCE, want.key());
                var values = want.values();
                if (!want.type().configuration()) {
                    values.set(Header.ORGANISATION, terms.organisation());
                }
                plan.with(new Step.Create(want.type(), id, want.number(), values, List.of(), List.of(key)));
                if (plan.steps().size() == TOGETHER) {
                    if (!creating.test(plan)) {
                        return Optional.empty();
                    }
                    plan = plan();
                }
            }
            ids.put(entry.getKey(), id);
        }
        boolean done = plan.steps().isEmpty() || creating.test(plan);
        return done ? Optional.of(ids) : Optional.empty();
    }

    private static Set<RecordType<?>> types(Map<String, Wanted> wanted) {
        var types = new LinkedHashSet<RecordType<?>>();
        wanted.values().forEach(it -> types.add(it.type()));
        return types;
    }

    private Plan plan() {
        return new Plan(
                Cause.importing(IncidentLog.SOURCE, operation.toString()), operation, null, true, new ArrayList<>());
    }

    private boolean save(Plan plan, RecordType<?> type) {
        if (!(store.save(terms.actor(), plan) instanceof Saved.Done)) {
            throw new IllegalStateException(
                    "what the log names could not be created: " + type + " " + store.preview(terms.actor(), plan));
        }
        return true;
    }

    private static Set<String> names(IncidentLogRows rows, List<String> columns) {
        var names = new LinkedHashSet<String>();
        for (var all : rows.incidents().values()) {
            for (Row row : all) {
                for (String column : columns) {
                    var name = row.get(column);
                    if (name != null) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    @Nullable
    UUID person(@Nullable String name) {
        return name == null ? null : people.get(name);
    }

    @Nullable
    UUID group(@Nullable String name) {
        return name == null ? null : groups.get(name);
    }

    @Nullable
    UUID location(@Nullable String name) {
        return name == null ? null : locations.get(name);
    }

    @Nullable
    UUID category(@Nullable String root, @Nullable String leaf) {
        return root == null ? null : categories.get(leaf == null ? root : root + " / " + leaf);
    }

    static @Nullable String code(@Nullable String name) {
        return name == null ? null : slug(name, '_');
    }

    private static String slug(String name, char between) {
        var slug = new StringBuilder();
        for (char each : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (each >= 'a' && each <= 'z' || each >= '0' && each <= '9') {
                slug.append(each);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != between) {
                slug.append(between);
            }
        }
        return slug.toString();
    }

    private static String label(String code) {
        var words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
