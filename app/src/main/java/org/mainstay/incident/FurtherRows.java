package org.mainstay.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.RecordStore;

/// A longer log of a known incident: what came since is appended, as long as nobody has worked on the
/// incident here, for then the log does not know its state.
final class FurtherRows {

    enum Told {
        /// Nothing that is not known.
        NOTHING,
        /// Further rows.
        MORE,
        /// Further rows of an incident that somebody has changed here.
        WORKED_ON,
        /// Of an incident that was deleted, or that the actor does not see.
        GONE
    }

    private final RecordStore store;
    private final Entries entries;

    FurtherRows(RecordStore store, Entries entries) {
        this.store = store;
        this.entries = entries;
    }

    /// Of the known incidents how many rows each was imported from; deleted ones and those that the actor
    /// does not see are left out, those that were changed here since have the sign turned.
    Map<UUID, Integer> imported(Actor actor, Collection<UUID> incidents) {
        var imported = entries.caused(incidents, IncidentLog.SOURCE);
        var seen = new HashMap<UUID, Integer>();
        store.get(actor, IncidentType.INCIDENT, incidents).forEach(it -> {
            int rows = imported.getOrDefault(it.id(), 0);
            seen.put(it.id(), it.version() == rows ? rows : -rows);
        });
        return seen;
    }

    /// What a log of so many rows tells that was not known.
    static Told told(@Nullable Integer imported, int rows) {
        if (imported == null) {
            return Told.GONE;
        }
        if (rows <= Math.abs(imported)) {
            return Told.NOTHING;
        }
        return imported > 0 ? Told.MORE : Told.WORKED_ON;
    }

    void append(UUID incident, List<BulkRecord.Version> versions, Cause cause, UUID operation, UUID organisation) {
        int known = entries.of(incident).size();
        for (var version : versions.subList(known, versions.size())) {
            var updater = new Actor.Machine(version.by(), IncidentLog.SOURCE, organisation);
            var record = store.get(updater, IncidentType.INCIDENT, incident).orElseThrow();
            var edit = Step.Edit.of(record);
            version.values().all().forEach((attribute, value) -> {
                if (attribute != Header.ORGANISATION && attribute != IncidentType.OPENED_AT) {
                    edit.values().put(attribute, value);
                }
            });
            var plan = new Plan(cause, operation, version.at(), true, new ArrayList<>());
            var saved = store.save(updater, plan.with(edit));
            if (!(saved instanceof Saved.Done)) {
                throw new IllegalStateException("a further row of " + record.number() + " was not taken: " + saved);
            }
        }
    }
}
