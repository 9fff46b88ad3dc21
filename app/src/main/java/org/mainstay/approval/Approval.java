package org.mainstay.approval;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// That people are asked about one record, once.
///
/// @param waitingFor those who may decide now
public record Approval(
        UUID id,
        State state,
        @Nullable UUID requestedBy,
        @Nullable UUID requestedFor,
        Set<UUID> waitingFor,
        boolean stopped) {

    public enum State {
        REQUESTED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /// No step of the policy asked anybody.
        SKIPPED,
        /// Nobody decided in time.
        EXPIRED,
        /// What it rests on has changed, and another one was asked for.
        SUPERSEDED;

        /// Whether what was asked for may be done.
        public boolean granted() {
            return this == APPROVED || this == SKIPPED;
        }
    }

    static Approval of(Snapshot it) {
        return new Approval(
                it.id(),
                it.need(ApprovalType.STATE),
                it.get(ApprovalType.REQUESTED_BY),
                it.get(ApprovalType.REQUESTED_FOR),
                Optional.ofNullable(it.get(ApprovalType.WAITING_FOR)).orElse(Set.of()),
                it.get(ApprovalType.STOPPED_AT) != null);
    }
}
