package org.mainstay.change.schedule;

import java.util.UUID;

/// What the graph says of two different items.
interface Related {

    /// Whether the one needs the other, directly or through others, be there alternatives or not.
    boolean needs(UUID item, UUID other);

    /// Whether the one is hit when the other fails by itself; redundancy is counted with.
    boolean hit(UUID item, UUID failing);
}
