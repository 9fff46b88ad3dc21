package org.mainstay.request;

import java.util.List;
import java.util.UUID;

/// What somebody means to order.
///
/// @param lines in the order in which they were added
public record Cart(List<Line> lines) {

    /// @param people who gets it, one each; empty for the cart's owner
    /// @param later whether it stays when the rest is ordered
    public record Line(UUID id, UUID item, long quantity, List<UUID> people, boolean later) {

        public Line {
            people = List.copyOf(people);
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
