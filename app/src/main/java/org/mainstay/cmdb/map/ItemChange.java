package org.mainstay.cmdb.map;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Entry;

/// Something that was done to an item or a relation before a moment, and how near it is to what the moment is about.
///
/// @param relation what it was done to, where that is a relation; null for an item
/// @param path from the item asked for to the nearest item concerned, both included
/// @param before how long before the moment
public record ItemChange(Entry entry, @Nullable Ends relation, List<Item> path, Duration before) {

    /// The likeliest cause first: see [#weight].
    static final Comparator<ItemChange> LIKELIEST = Comparator.comparingDouble(ItemChange::weight)
            .reversed()
            .thenComparing(it -> it.entry.at(), Comparator.reverseOrder())
            .thenComparing(it -> it.entry.record())
            .thenComparing(it -> it.entry.version(), Comparator.reverseOrder());

    private static final double HALVED_AFTER = Duration.ofHours(12).toSeconds();

    /// An item on the way.
    public record Item(UUID id, String number, String label) {}

    /// What a relation joins and how.
    ///
    /// @param type code of the relation type
    public record Ends(String number, String type, UUID from, String fromLabel, UUID to, String toLabel) {}

    /// Steps between what was changed and what the moment is about.
    public int distance() {
        return path.size() - 1;
    }

    /// The item that was changed, or the end of the relation that is nearer.
    public Item item() {
        return path.getLast();
    }

    /// A change at the item itself just before the moment weighs 1; one step farther away it weighs a half, then a
    /// third and so on, and it loses half of its weight every twelve hours.
    public double weight() {
        return Math.pow(2, -before.toSeconds() / HALVED_AFTER) / (1 + distance());
    }
}
