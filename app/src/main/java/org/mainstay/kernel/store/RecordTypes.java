package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;

/// Every record type of this installation, with its custom fields as they stand now. Platform code asks
/// here; module code keeps using its constants. Safe for use by many threads.
public final class RecordTypes {

    private volatile Map<String, RecordType<?>> byCode;
    private volatile Map<String, Collection> byCollection;

    /// A collection of the API: a type, and for an alias the filter that narrows it (else empty).
    public record Collection(RecordType<?> type, String filter) {}

    public RecordTypes(List<RecordType<?>> shipped) {
        var sorted = new ArrayList<>(shipped);
        sorted.sort(Comparator.comparing(RecordType::code));
        byCode = index(sorted);
        byCollection = collections(sorted);
    }

    /// By code, ascending.
    public List<RecordType<?>> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<RecordType<?>> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// @param collection plural kebab-case, an alias included
    public Optional<Collection> byCollection(String collection) {
        return Optional.ofNullable(byCollection.get(collection));
    }

    /// Every collection, aliases included, ascending.
    public List<String> collections() {
        return byCollection.keySet().stream().sorted().toList();
    }

    /// @throws IllegalArgumentException when no module ships it
    public RecordType<?> need(String code) {
        return byCode(code).orElseThrow(() -> new IllegalArgumentException("no record type " + code));
    }

    /// The type as it stands now, custom fields included.
    public RecordType<?> current(RecordType<?> shipped) {
        return need(shipped.code());
    }

    /// Replaces the custom fields of types; types that are not named have none.
    public synchronized void overlay(Map<String, List<Attribute<?>>> customFields) {
        var types = all().stream()
                .<RecordType<?>>map(it -> it.with(customFields.getOrDefault(it.code(), List.of())))
                .toList();
        byCode = index(types);
        byCollection = collections(types);
    }

    private static Map<String, RecordType<?>> index(List<RecordType<?>> types) {
        var index = new LinkedHashMap<String, RecordType<?>>();
        types.forEach(it -> {
            if (index.put(it.code(), it) != null) {
                throw new IllegalArgumentException("two record types " + it.code());
            }
        });
        return index;
    }

    private static Map<String, Collection> collections(List<RecordType<?>> types) {
        var index = new LinkedHashMap<String, Collection>();
        for (RecordType<?> type : types) {
            index.put(type.collection(), new Collection(type, ""));
            type.aliases().forEach((alias, filter) -> index.put(alias, new Collection(type, filter)));
        }
        return index;
    }
}
