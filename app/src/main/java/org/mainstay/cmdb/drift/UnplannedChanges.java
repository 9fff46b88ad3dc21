package org.mainstay.cmdb.drift;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.mainstay.cmdb.map.ChangeMarks;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// Marks what was done to items as drift where no change record told of it.
record UnplannedChanges(RecordStore store, DriftQueries queries) implements ChangeMarks {

    @Override
    public Map<Key, Label> of(Actor actor, Collection<Entry> entries) {
        var drifts = queries.of(entries.stream()
                .map(it -> new DriftQueries.Done(it.operation(), it.record()))
                .toList());
        if (drifts.isEmpty()) {
            return Map.of();
        }
        var labels = store.labelsOfVisible(actor, new HashSet<>(drifts.values()));
        var marks = new HashMap<Key, Label>();
        drifts.forEach((done, drift) -> {
            var label = labels.get(drift);
            if (label != null) {
                marks.put(new Key(done.operation(), done.record()), label);
            }
        });
        return marks;
    }
}
