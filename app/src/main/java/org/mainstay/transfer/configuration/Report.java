package org.mainstay.transfer.configuration;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a text would do, or did.
///
/// @param operation of the history rows; null for what was not done
/// @param mark of the configuration it was compared with
/// @param items by type and name
/// @param unknown what the text has that is no part of a configuration
record Report(@Nullable UUID operation, String mark, List<Item> items, List<Fault> unknown) {

    enum Outcome {
        CREATED,
        CHANGED,
        DELETED,
        UNCHANGED,
        /// Here and not in the text, and left alone.
        KEPT,
        REFUSED
    }

    /// @param type code
    /// @param changes old and new values by attribute code
    record Item(String type, String name, Outcome outcome, SortedMap<String, Change> changes, List<Fault> faults) {}

    /// @param old and now null for nothing
    record Change(@Nullable Value old, @Nullable Value now) {}

    int count(Outcome outcome) {
        return (int) items.stream().filter(it -> it.outcome() == outcome).count();
    }

    List<Fault> faults() {
        return Stream.concat(unknown.stream(), items.stream().flatMap(it -> it.faults().stream()))
                .toList();
    }

    boolean nothing() {
        return count(Outcome.CREATED) + count(Outcome.CHANGED) + count(Outcome.DELETED) + count(Outcome.REFUSED) == 0;
    }
}
