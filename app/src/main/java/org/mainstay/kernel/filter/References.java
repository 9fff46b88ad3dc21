package org.mainstay.kernel.filter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;

/// Finds records by what people write for them.
public interface References {

    /// Records of the type that the actor may see and whose id, number (or code, or user name) or folded
    /// label is the text; at most 50, exact numbers first. Empty when there is none.
    List<UUID> find(Actor actor, String type, String text);

    /// Of these texts those that are ids or numbers of records of the type that the actor may see.
    default Map<String, UUID> exactly(Actor actor, String type, Collection<String> texts) {
        return Map.of();
    }

    /// Of these keys those under which records of the type, that the actor may see, came from the source.
    default Map<String, UUID> keyed(Actor actor, String type, String source, Collection<String> keys) {
        return Map.of();
    }

    /// Labels or codes near the text, best first, at most 5, for "did you mean".
    List<String> suggest(Actor actor, String type, String text);

    /// Whether the text is the id of the record, whatever it is and whoever sees it, or the name of the part
    /// of the system that it is.
    default boolean names(UUID id, String text) {
        return text.equalsIgnoreCase(id.toString());
    }
}
