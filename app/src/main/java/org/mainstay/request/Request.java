package org.mainstay.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// What somebody ordered at once, for themselves or for others.
///
/// @param beneficiary null where its items are for several people
public record Request(
        UUID id,
        String number,
        String title,
        State state,
        UUID requester,
        @Nullable UUID beneficiary) {

    /// Of a request and of each of its items.
    public enum State {
        REQUESTED,

        /// Somebody has to decide before the work begins.
        WAITING_FOR_APPROVAL,
        IN_FULFILMENT,

        /// Delivered; who asked may say that something is missing.
        FULFILLED,
        CLOSED,
        CANCELLED;

        /// Somebody still has to do something.
        public boolean open() {
            return switch (this) {
                case REQUESTED, WAITING_FOR_APPROVAL, IN_FULFILMENT -> true;
                case FULFILLED, CLOSED, CANCELLED -> false;
            };
        }

        /// Nothing changes any more.
        public boolean sealed() {
            return switch (this) {
                case CLOSED, CANCELLED -> true;
                case REQUESTED, WAITING_FOR_APPROVAL, IN_FULFILMENT, FULFILLED -> false;
            };
        }
    }

    static Request of(Snapshot it) {
        return new Request(
                it.id(),
                it.number(),
                it.need(RequestType.TITLE),
                it.need(RequestType.STATE),
                it.need(RequestType.REQUESTER),
                it.get(RequestType.BENEFICIARY));
    }

    /// Whether the actor asked for it, or is who gets it.
    public boolean concerns(Actor actor) {
        return actor.id().equals(requester) || actor.id().equals(beneficiary);
    }
}
