package org.mainstay.reporting;

import org.jspecify.annotations.Nullable;

/// A tile's question and what it came to.
///
/// @param question null where it cannot be read; the result says why
record TileAnswer(@Nullable Question question, TileResult result) {}
