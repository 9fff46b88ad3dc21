package org.mainstay.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What those are told of a major incident who do not work on it: nothing but this.
///
/// @param text what the agents wrote for everybody; null where they wrote nothing
/// @param service what does not work, by name; null where none is named. One of both is there
/// @param ended when it was over; null while it lasts
/// @param over whether it is over
/// @param affected whether the reader said that it affects them
public record Outage(
        UUID id,
        String number,
        @Nullable String text,
        @Nullable UUID serviceId,
        @Nullable String service,
        Instant since,
        @Nullable Instant ended,
        boolean over,
        boolean affected) {}
