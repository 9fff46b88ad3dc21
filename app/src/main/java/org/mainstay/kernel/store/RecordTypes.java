package org.mainstay.kernel.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;

/// Every record type of this installation, with its custom fields as they stand now. Platform code asks
/// here; module code keeps using its constants. Safe for use by many threads.
public final class RecordTypes {

    private static final ScopedValue<Index> TRIED = ScopedValue.newInstance();

    private volatile Index index;

    /// @param added attributes by the sort of rows that add them and the type they belong to
    private record Index(
            Map<String, RecordType<?>> byCode,
            Map<String, Collection> byCollection,
            Map<String, Map<String, List<Attribute<?>>>> added) {

        static Index of(List<RecordType<?>> types, Map<String, Map<String, List<Attribute<?>>>> added) {
            return new Index(codes(types), collections(types), added);
        }

        /// The same with the attributes of one sort replaced.
        Index with(String by, Map<String, List<Attribute<?>>> attributes) {
            var all = new TreeMap<>(added);
            all.put(by, attributes);
            var types = byCode.values().stream()
                    .<RecordType<?>>map(type -> type.with(all.values().stream()
                            .flatMap(it -> it.getOrDefault(type.code(), List.of()).stream())
                            .<Attribute<?>>map(it -> it)
                            .toList()))
                    .toList();
            return of(types, all);
        }
    }

    /// A collection of the API: a type, and for an alias the filter that narrows it (else empty).
    public record Collection(RecordType<?> type, String filter) {}

    public RecordTypes(List<RecordType<?>> shipped) {
        var sorted = new ArrayList<>(shipped);
        sorted.sort(Comparator.comparing(RecordType::code));
        index = Index.of(sorted, Map.of());
    }

    private Index index() {
        return TRIED.orElse(index);
    }

    /// By code, ascending.
    public List<RecordType<?>> all() {
        return List.copyOf(index().byCode.values());
    }

    public Optional<RecordType<?>> byCode(String code) {
        return Optional.ofNullable(index().byCode.get(code));
    }

    /// @param collection plural kebab-case, an alias included
    public Optional<Collection> byCollection(String collection) {
        return Optional.ofNullable(index().byCollection.get(collection));
    }

    /// Every collection, aliases included, ascending.
    public List<String> collections() {
        return index().byCollection.keySet().stream().sorted().toList();
    }

    /// @throws IllegalArgumentException when no module ships it
    public RecordType<?> need(String code) {
        return byCode(code).orElseThrow(() -> new IllegalArgumentException("no record type " + code));
    }

    /// The type as it stands now, custom fields included.
    public RecordType<?> current(RecordType<?> shipped) {
        return need(shipped.code());
    }

    /// Replaces the attributes that rows of one sort of definition add to types; types that are not named get none
    /// of that sort.
    ///
    /// @param by code of the record type of the rows
    public synchronized void overlay(String by, Map<String, List<Attribute<?>>> attributes) {
        index = index.with(by, attributes);
    }

    /// What a question comes to where the rows of one sort add these attributes, for this thread only. May be nested.
    public <T> T trying(String by, Map<String, List<Attribute<?>>> attributes, Supplier<T> question) {
        return ScopedValue.where(TRIED, index().with(by, attributes)).call(question::get);
    }

    private static Map<String, RecordType<?>> codes(List<RecordType<?>> types) {
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
