package org.mainstay.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody means to order.
///
/// @param lines in the order in which they were added
public record Cart(List<Line> lines) {

    /// @param people who gets it, one each; empty for the cart's owner
    /// @param later whether it stays when the rest is ordered
    /// @param answers a JSON object, as [ItemForms] keeps it
    /// @param bundled null where it was chosen by itself
    public record Line(
            UUID id,
            UUID item,
            long quantity,
            List<UUID> people,
            boolean later,
            String answers,
            Orders.@Nullable Bundled bundled) {

        public Line {
            people = List.copyOf(people);
        }

        Line with(long pieces, List<UUID> getting, boolean put, String answered) {
            return new Line(id, item, pieces, getting, put, answered, bundled);
        }

        /// @param place of the line in the cart
        Orders.Wish wish(String place) {
            return new Orders.Wish(item, quantity, people, ItemForms.json(answers), place, bundled, Map.of());
        }

        /// How many there are of it in all.
        long pieces() {
            return quantity * Math.max(1, people.size());
        }
    }

    List<Line> now() {
        return lines.stream().filter(it -> !it.later()).toList();
    }

    List<Line> later() {
        return lines.stream().filter(Line::later).toList();
    }
}
