package org.mainstay.cmdb.drift;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.drift.Drift.State;
import tools.jackson.databind.JsonNode;

/// One thing that is otherwise on an item: a value, or that it is related to another item.
///
/// @param key tells the lines of a drift apart
/// @param code of the attribute or of the relation type
/// @param other the other end of the relation; null for an attribute
/// @param outward whether the relation goes from the item
/// @param before in the JSON form of the attribute's kind; of a relation whether it held
/// @param source that said so last
/// @param firstAt when it became otherwise
/// @param lastAt when it moved last
/// @param times how often it moved
public record DriftLine(
        UUID drift,
        String key,
        UUID item,
        Sort sort,
        String code,
        @Nullable UUID other,
        boolean outward,
        JsonNode before,
        JsonNode after,
        UUID source,
        Instant firstAt,
        Instant lastAt,
        long times,
        Standing standing,
        Course course) {

    public enum Sort {
        ATTRIBUTE,
        RELATION
    }

    public enum Standing {
        OPEN,
        /// It is as it was before.
        REVERSED,
        /// It comes and goes.
        FLAPPING
    }

    /// The state of an open drift with these lines.
    static State state(Collection<DriftLine> lines) {
        return lines.stream().anyMatch(DriftLine::live) ? State.OPEN : State.REVERSED;
    }

    /// How many are otherwise, without those that flap.
    static long changes(Collection<DriftLine> lines) {
        return lines.stream().filter(it -> it.standing == Standing.OPEN).count();
    }

    /// Whether all that is left comes and goes.
    static boolean flapping(Collection<DriftLine> lines) {
        return changes(lines) == 0 && state(lines) == State.OPEN;
    }

    boolean live() {
        return standing != Standing.REVERSED;
    }

    DriftLine standing(Standing other) {
        return new DriftLine(
                drift,
                key,
                item,
                sort,
                code,
                this.other,
                outward,
                before,
                after,
                source,
                firstAt,
                lastAt,
                times,
                other,
                course);
    }

    /// Whether two values mean the same, however a number is written.
    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.toString().equals(other.toString());
    }
}
