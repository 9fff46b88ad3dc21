package org.mainstay.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment as it stands.
///
/// @param text Markdown as it was written
/// @param by person or machine actor
/// @param origin see [Comment]
public record PostedComment(
        UUID id,
        UUID record,
        String text,
        boolean internal,
        UUID by,
        Instant at,
        @Nullable String origin) {}
