package org.mainstay.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// An answer to why a problem, or the cause above it, came about.
///
/// @param parent the cause that it explains; null where it explains the problem itself
/// @param position among those that explain the same; the smallest comes first
public record Cause(
        UUID id, String number, UUID problem, @Nullable UUID parent, String statement, State state, long position) {

    /// What it has to do with what it explains.
    public enum Kind {
        /// It brought it about.
        WHY,
        /// It made it likelier or worse, and did not bring it about by itself.
        CONTRIBUTING_FACTOR
    }

    public enum State {
        /// Supposed, and still to be shown.
        HYPOTHESIS,
        CONFIRMED,
        REFUTED;

        public boolean decided() {
            return switch (this) {
                case HYPOTHESIS -> false;
                case CONFIRMED, REFUTED -> true;
            };
        }
    }

    static Cause of(Snapshot it) {
        return new Cause(
                it.id(),
                it.number(),
                it.need(CauseType.PROBLEM),
                it.get(CauseType.PARENT),
                it.need(CauseType.STATEMENT),
                it.need(CauseType.STATE),
                it.need(CauseType.POSITION));
    }
}
