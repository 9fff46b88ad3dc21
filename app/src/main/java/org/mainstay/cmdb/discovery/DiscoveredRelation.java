package org.mainstay.cmdb.discovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A relation as one source saw it.
///
/// @param from the ref of an item, or of a mention, of the same payload
/// @param to the same
public record DiscoveredRelation(String type, String from, String to, Map<String, Object> values) {

    public DiscoveredRelation {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    DiscoveredRelation(String type, String from, String to) {
        this(type, from, to, Map.of());
    }
}
