package org.mainstay.conversation;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.store.Label;

/// A link as one of its ends sees it.
///
/// @param type by the name it has on this side
/// @param to the other end, visible to whoever asked
public record RecordLink(UUID id, LinkType type, Label to, UUID by, Instant at) {}
