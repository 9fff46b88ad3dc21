package org.mainstay.conversation;

import java.time.Instant;
import java.util.UUID;

/// @param by who made them watch
public record Watcher(UUID person, UUID by, Instant at) {}
