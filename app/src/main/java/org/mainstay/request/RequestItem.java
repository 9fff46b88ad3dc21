package org.mainstay.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// One thing that somebody gets by a request.
///
/// @param noReturn the step after which who ordered it does not cancel it any more; null before it is reached
public record RequestItem(
        UUID id,
        String number,
        String title,
        UUID request,
        UUID item,
        @Nullable UUID version,
        Request.State state,
        UUID requester,
        UUID beneficiary,
        @Nullable UUID group,
        @Nullable UUID flowVersion,
        boolean flowFailed,
        @Nullable String noReturn,
        boolean delivered,
        @Nullable Instant ratedAt) {

    static RequestItem of(Snapshot it) {
        return new RequestItem(
                it.id(),
                it.number(),
                it.need(RequestItemType.TITLE),
                it.need(RequestItemType.REQUEST),
                it.need(RequestItemType.ITEM),
                it.get(RequestItemType.ITEM_VERSION),
                it.need(RequestItemType.STATE),
                it.need(RequestItemType.REQUESTER),
                it.need(RequestItemType.BENEFICIARY),
                it.get(RequestItemType.GROUP),
                it.get(RequestItemType.FLOW_VERSION),
                it.need(RequestItemType.FLOW_FAILED),
                it.get(RequestItemType.NO_RETURN),
                it.get(RequestItemType.FULFILLED_AT) != null,
                it.get(RequestItemType.RATED_AT));
    }

    /// Whether the actor asked for it, or is who gets it.
    public boolean concerns(Actor actor) {
        return actor.id().equals(requester) || actor.id().equals(beneficiary);
    }
}
