package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// What rules see while many new records are prepared: what one of them asks of the database is asked for all at
/// once, and those that are ready are seen by the next.
final class BatchLookup extends PlannedLookup {

    /// With more than so many answers for each that is asked for, each is asked for alone.
    private static final int EACH = 5;

    private final ActorLookup saved;
    private final List<Snapshot> own = new ArrayList<>();
    private final Map<String, Set<UUID>> referred = new HashMap<>();
    private final Map<String, Map<UUID, Snapshot>> known = new HashMap<>();
    private final Map<Question, Optional<Map<UUID, List<Snapshot>>>> answers = new HashMap<>();

    /// A question but for the record that a reference leads to.
    private record Question(String type, Attribute<?> reference, Map<Attribute<?>, @Nullable Object> rest) {}

    /// @param records what they refer to is what is going to be asked for
    /// @param before of the batch before, which may not be saved yet
    BatchLookup(ActorLookup saved, Collection<BulkRecord> records, @Nullable BatchLookup before) {
        super(saved);
        this.saved = saved;
        if (before != null) {
            before.own.forEach(super::add);
        }
        for (var record : records) {
            for (var version : record.versions()) {
                version.values().all().forEach((attribute, value) -> {
                    if (attribute.kind() instanceof Kind.Reference(var type) && value instanceof UUID id) {
                        referred.computeIfAbsent(type, _ -> new HashSet<>()).add(id);
                    }
                });
            }
        }
    }

    @Override
    void add(Snapshot record) {
        own.add(record);
        super.add(record);
    }

    @Override
    Optional<Snapshot> savedOne(RecordType<?> type, UUID id) {
        if (!referred.getOrDefault(type.code(), Set.of()).contains(id)) {
            return saved.get(type, id);
        }
        var records = known.computeIfAbsent(type.code(), it -> {
            var all = new HashMap<UUID, Snapshot>();
            saved.get(type, referred.getOrDefault(it, Set.of())).forEach(one -> all.put(one.id(), one));
            return all;
        });
        return Optional.ofNullable(records.get(id));
    }

    @Override
    List<Snapshot> savedHaving(RecordType<?> type, Values values, int limit) {
        for (var entry : values.all().entrySet()) {
            if (entry.getKey().kind() instanceof Kind.Reference(var target)
                    && entry.getValue() instanceof UUID id
                    && referred.getOrDefault(target, Set.of()).contains(id)) {
                var all = all(type, entry.getKey(), target, values);
                if (all.isPresent()) {
                    return all.get().getOrDefault(id, List.of()).stream()
                            .limit(limit)
                            .toList();
                }
            }
        }
        return saved.having(type, values, limit);
    }

    /// The answers for everything that is referred to; empty where there are too many.
    private Optional<Map<UUID, List<Snapshot>>> all(
            RecordType<?> type, Attribute<?> reference, String target, Values values) {
        var rest = new LinkedHashMap<Attribute<?>, @Nullable Object>(values.all());
        rest.remove(reference);
        return answers.computeIfAbsent(new Question(type.code(), reference, rest), _ -> {
            var others = new Values();
            rest.forEach(others::put);
            var ids = Objects.requireNonNull(referred.get(target));
            int most = ids.size() * EACH;
            var found = saved.having(type, reference, ids, others, most + 1);
            return found.size() > most
                    ? Optional.empty()
                    : Optional.of(found.stream()
                            .collect(Collectors.groupingBy(it -> (UUID) Objects.requireNonNull(it.get(reference)))));
        });
    }
}
