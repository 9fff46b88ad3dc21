package org.mainstay.kernel.job;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Work that comes round, on one node at a time; contributed as a bean.
///
/// @param name stable; names its row in the scheduler's table
/// @param interval between the end of one round and the start of the next
/// @param batch does a part of a round and says whether there is more; a node that stops, stops in between
public record RecurringJob(String name, Duration interval, BooleanSupplier batch) {

    /// Work whose rounds are short.
    public RecurringJob(String name, Duration interval, Runnable work) {
        this(name, interval, () -> {
            work.run();
            return false;
        });
    }
}
