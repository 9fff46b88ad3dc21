package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// What rules see while a plan is prepared: what is saved, and over it what the plan has come to.
class PlannedLookup implements Lookup {

    private final Lookup saved;
    private final Map<UUID, Snapshot> planned = new LinkedHashMap<>();

    /// By the attributes that were asked for.
    private final Map<Attribute<?>, Map<Object, List<Snapshot>>> byValue = new HashMap<>();

    PlannedLookup(Lookup saved) {
        this.saved = saved;
    }

    /// From here on the record is as the draft leaves it.
    void add(Draft draft) {
        add(draft.after());
    }

    void add(Snapshot record) {
        planned.put(record.id(), record);
        byValue.forEach((attribute, values) -> put(values, attribute, record));
    }

    /// From here on the record is gone.
    void remove(Snapshot record) {
        planned.put(record.id(), new Snapshot(record.type(), record.id(), Map.of(), false));
    }

    private static void put(Map<Object, List<Snapshot>> values, Attribute<?> attribute, Snapshot record) {
        var value = record.get(attribute);
        if (value != null) {
            values.computeIfAbsent(value, _ -> new ArrayList<>()).add(record);
        }
    }

    /// Those of what is planned that may have the values.
    private Collection<Snapshot> candidates(Values values) {
        for (var entry : values.all().entrySet()) {
            if (entry.getValue() != null) {
                var known = byValue.computeIfAbsent(entry.getKey(), attribute -> {
                    var all = new HashMap<Object, List<Snapshot>>();
                    planned.values().forEach(it -> put(all, attribute, it));
                    return all;
                });
                return known.getOrDefault(entry.getValue(), List.of());
            }
        }
        return planned.values();
    }

    @Override
    public Optional<Snapshot> get(RecordType<?> type, UUID id) {
        var record = planned.get(id);
        if (record == null) {
            return savedOne(type, id);
        }
        return there(record, type) ? Optional.of(record) : Optional.empty();
    }

    @Override
    public List<Snapshot> having(RecordType<?> type, Values values, int limit) {
        var found = new ArrayList<Snapshot>();
        for (var record : candidates(values)) {
            boolean last = planned.get(record.id()) == record;
            if (found.size() < limit && last && there(record, type) && has(record, values)) {
                found.add(record);
            }
        }
        if (found.size() < limit) {
            savedHaving(type, values, limit).stream()
                    .filter(it -> !planned.containsKey(it.id()))
                    .limit(limit - (long) found.size())
                    .forEach(found::add);
        }
        return found;
    }

    Optional<Snapshot> savedOne(RecordType<?> type, UUID id) {
        return saved.get(type, id);
    }

    List<Snapshot> savedHaving(RecordType<?> type, Values values, int limit) {
        return saved.having(type, values, limit);
    }

    static boolean has(Snapshot record, Values values) {
        return values.all().entrySet().stream().allMatch(it -> Objects.equals(record.get(it.getKey()), it.getValue()));
    }

    private static boolean there(Snapshot record, RecordType<?> type) {
        return record.complete() && record.type().code().equals(type.code());
    }

    @Override
    public Optional<Snapshot> asOf(RecordType<?> type, UUID id, Instant instant) {
        return saved.asOf(type, id, instant);
    }

    @Override
    public List<Snapshot> list(RecordType<?> type, String filter, int limit) {
        return saved.list(type, filter, limit);
    }
}
