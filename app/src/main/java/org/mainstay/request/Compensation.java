package org.mainstay.request;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.Task.State;

/// What has to be done because an item was cancelled after something was done for it. Nobody who ordered waits for
/// that: the item has ended, the tasks are those of the groups that do them.
///
/// @param of what is undone, as people call it
/// @param group empty for that of the item
record Compensation(String of, String title, @Nullable UUID group) {

    private static final int POSITIONS = 10;

    /// Adds the tasks, one after the other.
    ///
    /// @param own group of the item
    /// @param tasks that it has had
    /// @param compensations in the order in which they are to be done
    static void add(
            Plan plan, UUID item, @Nullable UUID own, Collection<Snapshot> tasks, List<Compensation> compensations) {
        long position = last(tasks);
        @Nullable UUID before = null;
        for (var one : compensations) {
            position += POSITIONS;
            var task = plan.create(TaskType.TASK);
            task.values()
                    .set(TaskType.TITLE, one.title())
                    .set(TaskType.REQUEST_ITEM, item)
                    .set(TaskType.GROUP, one.group() == null ? own : one.group())
                    .set(TaskType.POSITION, position)
                    .set(TaskType.STATE, before == null ? State.OPEN : State.PENDING)
                    .set(TaskType.DEPENDS_ON, before)
                    .set(TaskType.UNDOES, one.of());
            before = task.id();
        }
    }

    /// The position of the last of an item's tasks; 0 where it has none.
    static long last(Collection<Snapshot> tasks) {
        return tasks.stream()
                .mapToLong(it -> Objects.requireNonNullElse(it.get(TaskType.POSITION), 0L))
                .max()
                .orElse(0);
    }
}
