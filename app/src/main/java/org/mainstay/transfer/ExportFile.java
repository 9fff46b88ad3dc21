package org.mainstay.transfer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// A file being written.
interface ExportFile extends AutoCloseable {

    /// @param labels of everything the records refer to, as the actor sees it
    void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels);

    @Override
    void close();
}
