package org.mainstay.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Lookup;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// The tasks of a change, as the actor sees them.
final class Tasks {

    static final int MOST = 1_000;

    private Tasks() {}

    static List<Snapshot> open(UUID change, Lookup lookup) {
        return lookup.having(ChangeTaskType.CHANGE_TASK, new Values().set(ChangeTaskType.CHANGE, change), MOST).stream()
                .filter(it -> !it.need(ChangeTaskType.STATE).ended())
                .toList();
    }

    /// One of the kind that has not ended.
    static Optional<Snapshot> left(UUID change, ChangeTask.Kind kind, Lookup lookup) {
        return open(change, lookup).stream()
                .filter(it -> it.need(ChangeTaskType.KIND) == kind)
                .findFirst();
    }

    /// One that comes before the position and has not ended.
    static Optional<Snapshot> before(UUID change, long position, Lookup lookup) {
        return open(change, lookup).stream()
                .filter(it -> it.need(ChangeTaskType.POSITION) < position)
                .findFirst();
    }
}
