package org.mainstay.kernel.history;

import java.util.List;
import java.util.Set;

/// Hears of every history row of its types exactly once, on one node at a time; contributed as a bean. Its effects in
/// the database are in the same transaction as its position; effects outside need a key that makes them
/// repeatable.
public interface FeedConsumer {

    /// Stable name of its position.
    String name();

    /// Codes of the record types whose rows it hears; empty for all of them.
    default Set<String> types() {
        return Set.of();
    }

    /// Whether it hears of rows that were imported.
    default boolean imported() {
        return true;
    }

    /// How many rows it takes in one transaction: fewer where each of them makes much.
    default int most() {
        return 1_000;
    }

    /// Rows in `(xid, seq)` order; rows of one record may come inverted and are to be ordered by version.
    /// Called within the transaction that also moves the position; at most [#most] rows at once.
    void accept(List<Entry> rows);
}
