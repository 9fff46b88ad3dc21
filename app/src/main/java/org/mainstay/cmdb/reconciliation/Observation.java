package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a source says of one attribute.
///
/// @param value in the JSON form of the attribute's kind
/// @param since when it said so first, without saying otherwise in between
/// @param at when it said so last
/// @param times how often
record Observation(JsonNode value, Instant since, Instant at, long times) {

    static Observation first(JsonNode value, Instant at) {
        return new Observation(value, at, at, 1);
    }

    /// What became of one after the source spoke again.
    ///
    /// @param past what it does not say any more; null where nothing changed
    record Heard(Observation now, @Nullable Observation past) {}

    /// Takes in what the source said at a moment, which may lie before what is known.
    Heard hear(JsonNode said, Instant moment) {
        if (same(said, value)) {
            return new Heard(
                    new Observation(
                            value,
                            moment.isBefore(since) ? moment : since,
                            moment.isAfter(at) ? moment : at,
                            times + 1),
                    null);
        }
        return moment.isBefore(at) ? new Heard(this, first(said, moment)) : new Heard(first(said, moment), this);
    }

    /// Whether two values in JSON mean the same, however a number is written.
    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.toString().equals(other.toString());
    }
}
