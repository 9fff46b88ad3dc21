package org.mainstay.cmdb.drift;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// An item that is otherwise than it was, as a source found it.
///
/// @param group who decides about it besides those who keep items
/// @param flapping whether all that is left of it comes and goes
public record Drift(
        UUID id, UUID item, State state, @Nullable UUID group, boolean flapping) {

    public enum State {
        OPEN,
        /// Somebody said that it is right so.
        ACCEPTED,
        /// Everything is as it was before.
        REVERSED,
        /// A change record tells of it.
        EXPLAINED
    }

    static Drift of(Snapshot it) {
        return new Drift(
                it.id(),
                it.need(DriftType.ITEM),
                it.need(DriftType.STATE),
                it.get(DriftType.GROUP),
                it.need(DriftType.FLAPPING));
    }
}
