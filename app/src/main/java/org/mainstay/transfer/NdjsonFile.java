package org.mainstay.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.rest.Rendering;

/// A record as JSON on each line, as the API shows it.
final class NdjsonFile implements ExportFile {

    private final OutputStream out;
    private final List<Attribute<?>> columns;
    private final Rendering rendering;

    NdjsonFile(OutputStream out, List<Attribute<?>> columns, Rendering rendering) {
        this.out = out;
        this.columns = columns;
        this.rendering = rendering;
    }

    @Override
    public void write(Actor actor, List<Snapshot> records, Map<UUID, Label> labels) {
        try {
            for (var record : records) {
                out.write(rendering.record(record, columns, labels));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
