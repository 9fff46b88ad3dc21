package org.mainstay.transfer.configuration;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A configuration: by type and name the values of each record. A name is the record's own code, or what it is
/// called; ids, numbers from sequences and times of saving are not in it, so it means the same everywhere.
final class Document {

    private static final SortedMap<String, SortedMap<String, Value>> NOTHING = Collections.emptySortedMap();

    private final SortedMap<String, SortedMap<String, SortedMap<String, Value>>> types = new TreeMap<>();

    /// The codes of the types it speaks of, be it to say that there is no record.
    Set<String> types() {
        return types.keySet();
    }

    void type(String code) {
        types.computeIfAbsent(code, _ -> new TreeMap<>());
    }

    void put(String type, String name, SortedMap<String, Value> values) {
        type(type);
        of(type).put(name, values);
    }

    /// The records of a type, by name.
    SortedMap<String, SortedMap<String, Value>> of(String type) {
        return types.getOrDefault(type, NOTHING);
    }

    @Nullable
    SortedMap<String, Value> record(String type, String name) {
        return of(type).get(name);
    }
}
