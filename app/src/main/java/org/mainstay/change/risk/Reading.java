package org.mainstay.change.risk;

import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Message;

/// What a fact is of a change.
///
/// @param value null where it is not known yet
/// @param text what is the case, as a sentence
record Reading(@Nullable Long value, Message text) {

    static Reading of(long value, Message text) {
        return new Reading(value, text);
    }

    static Reading unknown(Message text) {
        return new Reading(null, text);
    }
}
