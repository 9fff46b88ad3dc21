package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Intake.Taken;

/// The new records of a file that are written together by the bulk door.
final class Newcomers {

    private final Intake.Terms terms;
    private final RecordType<?> type;
    private final BulkDoor door;
    private final Access access;
    private final SqlRecordStore store;
    private final Clock clock;
    private final List<Integer> places = new ArrayList<>();
    private final List<BulkRecord> waiting = new ArrayList<>();
    private final Map<Integer, Taken> taken = new HashMap<>();

    Newcomers(Intake.Terms terms, RecordType<?> type, BulkDoor door, Access access, SqlRecordStore store, Clock clock) {
        this.terms = terms;
        this.type = type;
        this.door = door;
        this.access = access;
        this.store = store;
        this.clock = clock;
    }

    /// Whether records of the type can wait for others: not where the next may need what the one before left, as
    /// definitions do, nor where records are created on the way.
    boolean welcome() {
        return type.prefix() != null
                && !type.configuration()
                && !terms.dry()
                && terms.missing().isEmpty();
    }

    /// @param place among the records given
    void add(int place, Values values, Step.@Nullable ExternalKey key) {
        var version = new BulkRecord.Version(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                terms.actor().id(),
                values,
                terms.cause().name(),
                Map.of());
        places.add(place);
        waiting.add(BulkRecord.of(null, key == null ? List.of() : List.of(key), List.of(version)));
    }

    /// Writes those that wait.
    ///
    /// @return whether any did
    boolean write() {
        if (waiting.isEmpty()) {
            return false;
        }
        var some = List.copyOf(waiting);
        var at = List.copyOf(places);
        waiting.clear();
        places.clear();
        var result = door.write(terms.actor(), type, terms.cause(), terms.operation(), true, some, this::permits);
        var written = result.written().iterator();
        for (int i = 0; i < some.size(); i++) {
            var problems = result.refused().get(i);
            taken.put(
                    at.get(i),
                    problems == null
                            ? new Taken.Created(written.next().number(), Map.of())
                            : new Taken.Refused("", problems));
        }
        if (!result.written().isEmpty()) {
            store.announce(Set.of(type.code()));
        }
        return true;
    }

    private List<Problem> permits(Snapshot record) {
        return access.create(type, terms.actor(), record.organisation()) instanceof Decision.Denied(var reason)
                ? List.of(new Problem("", reason))
                : List.of();
    }

    /// What became of those that were written, by their places.
    Map<Integer, Taken> taken() {
        return taken;
    }

    void clear() {
        waiting.clear();
        places.clear();
        taken.clear();
    }
}
