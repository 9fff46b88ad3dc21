package org.mainstay.change.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feed as its person sees it; nothing shows its secret again.
///
/// @param filter which changes, in the filter language; empty for all that are not cancelled
record Feed(
        UUID id,
        UUID person,
        String name,
        String filter,
        Instant created,
        @Nullable Instant lastRead) {}
