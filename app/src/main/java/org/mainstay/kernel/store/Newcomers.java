package org.mainstay.kernel.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

    /// Whether a batch can be prepared before the one before it is written: not where a record may refer to one of
    /// its own type.
    boolean ahead() {
        return welcome()
                && type.attributes().stream()
                        .noneMatch(it -> type.code().equals(it.kind().target()));
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

    /// Those that wait, ready to be written, and where they stood.
    record Waiting(List<Integer> places, BulkDoor.Batch batch) {}

    /// Prepares those that wait. Writes nothing.
    ///
    /// @param before a batch that may not be written yet; null for none
    Waiting prepare(@Nullable Waiting before) {
        var batch = door.prepare(
                terms.actor(),
                type,
                terms.cause(),
                terms.operation(),
                true,
                List.copyOf(waiting),
                this::permits,
                before == null ? null : before.batch);
        var prepared = new Waiting(List.copyOf(places), batch);
        clear();
        return prepared;
    }

    /// Writes those that wait.
    ///
    /// @param taken gets what became of each, by its place
    /// @return whether any did
    boolean write(Map<Integer, Taken> taken) {
        if (waiting.isEmpty()) {
            return false;
        }
        write(prepare(null), taken);
        return true;
    }

    void write(Waiting prepared, Map<Integer, Taken> taken) {
        var result = door.write(prepared.batch);
        var written = result.written().iterator();
        for (int i = 0; i < prepared.places.size(); i++) {
            var problems = result.refused().get(i);
            taken.put(
                    prepared.places.get(i),
                    problems == null
                            ? new Taken.Created(written.next().number(), Map.of())
                            : new Taken.Refused("", problems));
        }
        if (!result.written().isEmpty()) {
            store.announce(Set.of(type.code()));
        }
    }

    private List<Problem> permits(Snapshot record) {
        return access.create(type, terms.actor(), record.organisation()) instanceof Decision.Denied(var reason)
                ? List.of(new Problem("", reason))
                : List.of();
    }

    void clear() {
        waiting.clear();
        places.clear();
    }
}
