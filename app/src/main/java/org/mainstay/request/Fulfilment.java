package org.mainstay.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Makes the work on a request item happen, from the moment it may begin. Whatever it makes stands in the plan of the
/// act that caused it, so that both are saved or neither. For now a line of tasks; an engine can take its place.
public interface Fulfilment {

    /// What is to be done.
    ///
    /// @param item id of the request item, which the same plan may create
    /// @param version of the catalogue item by which it was ordered
    /// @param group the item's own; empty where it has none
    /// @param german whether titles are in German where there are German ones
    record Work(
            UUID item,
            UUID organisation,
            Snapshot version,
            @Nullable UUID group,
            boolean german) {}

    /// Adds what begins the work.
    void begin(Plan plan, Work work);

    /// Adds what follows when somebody has begun with a task: with some, who ordered does not cancel any more.
    ///
    /// @param plan already begins the task, or says that it is done
    void begun(Plan plan, Task task);

    /// Adds what follows when a task has ended: the next task, or that the item is fulfilled.
    ///
    /// @param plan already ends the task
    void ended(Plan plan, Task task);

    /// Adds what ends all work on the item, because nobody wants it any more, and what undoes what was done of it.
    void cancel(Plan plan, RequestItem item);
}
