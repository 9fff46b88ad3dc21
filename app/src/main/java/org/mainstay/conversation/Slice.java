package org.mainstay.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of something.
///
/// @param next the cursor of the page after this one; null on the last
public record Slice<T>(List<T> items, @Nullable String next) {}
