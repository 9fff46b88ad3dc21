package org.mainstay.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail to somebody who may decide, with a link that decides once.
///
/// @param openedAt when somebody first looked at it by the link
/// @param usedAt when it decided
record Letter(
        UUID id,
        UUID approval,
        UUID person,
        Sort sort,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant usedAt) {

    enum Sort {
        ASKED,
        REMINDED
    }
}
