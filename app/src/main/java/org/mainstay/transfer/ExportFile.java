package org.mainstay.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;

/// A file being written.
interface ExportFile {

    /// @param labels of everything the records refer to, as the actor sees it
    void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels);

    /// All records are written.
    void end() throws IOException;
}
