package org.mainstay.cmdb.discovery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A thing as one source saw it.
///
/// @param ref names it inside its payload, and nowhere else
/// @param values by the code of the attribute, `name` among them: texts, whole numbers as `Long`, yes and no as
///     `Boolean`, moments as `Instant`, days as `LocalDate`; from JSON what JSON has for these
/// @param identifiers what tells it from all others, the best first
public record Discovered(String ref, String itemClass, Map<String, Object> values, List<Identifier> identifiers) {

    public Discovered {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        identifiers = List.copyOf(identifiers);
    }
}
