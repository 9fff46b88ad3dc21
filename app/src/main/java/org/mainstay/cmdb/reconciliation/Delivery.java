package org.mainstay.cmdb.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;

/// One delivery of a source while it is taken.
///
/// @param operation ties together in history what it changed
/// @param at when the source saw what it tells
/// @param now when it is taken
/// @param strict whether a value that cannot be taken refuses its record, instead of being left out
/// @param origin from where it came, such as an address
public record Delivery(
        DiscoverySource source,
        UUID operation,
        Instant at,
        Instant now,
        boolean strict,
        @Nullable String origin) {

    /// Whoever history says it was.
    public static final UUID MACHINE = UUID.fromString("00000000-0000-7000-8000-000000000006");

    public Actor actor() {
        return new Actor.Machine(MACHINE, "discovery", source.organisation());
    }

    public Cause cause() {
        return new Cause(Cause.Sort.DISCOVERY, source.number(), operation.toString());
    }

    /// An empty plan of this delivery.
    public Plan plan() {
        return new Plan(cause(), operation, null, false, new ArrayList<>());
    }
}
