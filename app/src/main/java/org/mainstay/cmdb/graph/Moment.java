package org.mainstay.cmdb.graph;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as the graph keeps them: microseconds since the beginning of 1970, as exact as the database is. A thing
/// exists from its first moment on and no longer at its last.
public final class Moment {

    /// The last moment of what has no end.
    public static final long OPEN = Long.MAX_VALUE;

    private Moment() {}

    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
