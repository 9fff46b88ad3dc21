package org.mainstay.kernel.filter;

import java.time.Instant;
import org.mainstay.kernel.record.Actor;

/// Who asks, and when: what `me`, `mygroups`, `today` and `-7d` are resolved against. Days are those of
/// the actor's zone.
public record FilterContext(Actor actor, Instant now) {}
