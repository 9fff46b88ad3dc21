package org.mainstay.kernel.store;

import java.util.Set;

/// Published on this node after a plan is committed, to refresh what the node keeps in memory. Not a
/// feed: other nodes do not hear it, and a crash loses it.
///
/// @param types codes of the types that were written
public record RecordsSaved(Set<String> types) {}
