package org.mainstay.cmdb.map;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.mainstay.kernel.history.Entry;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;

/// Knows records that tell more of what was done to items, such as drift; contributed as a bean.
public interface ChangeMarks {

    /// What was done to a record by an operation.
    record Key(UUID operation, UUID record) {

        public static Key of(Entry entry) {
            return new Key(entry.operation(), entry.record());
        }
    }

    /// The record that tells of each of the changes, as far as the actor sees it.
    Map<Key, Label> of(Actor actor, Collection<Entry> entries);
}
