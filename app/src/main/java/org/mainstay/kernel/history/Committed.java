package org.mainstay.kernel.history;

/// Published on every node when something may have been committed, on it or on another one; at most ten times
/// a second. It says neither what nor that it was anything: who listens looks.
public record Committed() {}
