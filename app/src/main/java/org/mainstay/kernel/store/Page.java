package org.mainstay.kernel.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Snapshot;

/// @param next the cursor of the page after this one; null on the last
public record Page(List<Snapshot> items, @Nullable String next) {}
