package org.mainstay.kernel.store;

/// How many records match, honestly: counting stops at 10,000.
///
/// @param exact false when there are at least `value`
public record Count(long value, boolean exact) {}
