package org.mainstay.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// An error that is understood before it is removed, and what helps until then.
public record KnownError(
        UUID id,
        String number,
        String title,
        State state,
        @Nullable String workaround,
        @Nullable UUID problem) {

    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    static KnownError of(Snapshot it) {
        return new KnownError(
                it.id(),
                it.number(),
                it.need(KnownErrorType.TITLE),
                it.need(KnownErrorType.STATE),
                it.get(KnownErrorType.WORKAROUND),
                it.get(KnownErrorType.PROBLEM));
    }
}
