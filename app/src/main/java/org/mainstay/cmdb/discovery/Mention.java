package org.mainstay.cmdb.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item that is there already, or is told of by the same payload, named where a relation ends. Nothing is made of
/// one that is not found.
///
/// @param ref names it inside its payload, and nowhere else
/// @param itemClass it is of this class or one below it; null for any
/// @param name what it is called; null where identifiers tell it
/// @param identifiers the best first; the first that one item has tells it
public record Mention(
        String ref, @Nullable String itemClass, @Nullable String name, List<Identifier> identifiers) {

    public Mention {
        identifiers = List.copyOf(identifiers);
    }
}
