package org.mainstay.web;

import java.util.List;
import java.util.Optional;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;

/// What somebody means who types a number.
public record ByNumber(RecordTypes types, RecordStore store) {

    /// The records with that number that the actor sees, of every type whose numbers begin like it.
    public List<Snapshot> find(Actor actor, String text) {
        return types.all().stream()
                .filter(it ->
                        it.prefix() instanceof String prefix && text.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(it -> store.find(actor, it, text))
                .flatMap(Optional::stream)
                .toList();
    }
}
