package org.mainstay.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Who stands in for whom. The answers serve decisions of the house; nobody is shown them.
public final class Absences {

    private static final int LONGEST = 5;

    private final RecordStore store;

    Absences(RecordStore store) {
        this.store = store;
    }

    /// The person who stands in at the instant: the substitute, or where that one is away too, theirs. Null where the
    /// person is there or nobody who is there was named.
    public @Nullable UUID substitute(UUID person, Instant at) {
        var seen = new HashSet<UUID>();
        @Nullable UUID here = person;
        for (int i = 0; here != null && seen.add(here) && i < LONGEST; i++) {
            var absence = absence(here, at);
            if (absence == null) {
                return here.equals(person) ? null : here;
            }
            here = absence.get(AbsenceType.SUBSTITUTE);
        }
        return null;
    }

    /// Of several absences at once the one that began last and names somebody.
    private @Nullable Snapshot absence(UUID person, Instant at) {
        var now = Filter.all(
                Filter.is(AbsenceType.PERSON, person),
                new Filter.Compare(Filter.Path.of(AbsenceType.FROM), Filter.Comparison.AT_MOST, at),
                new Filter.Compare(Filter.Path.of(AbsenceType.TO), Filter.Comparison.MORE, at));
        var absences = store.list(
                        Installation.ITSELF, AbsenceType.ABSENCE, Query.of(now).limit(10))
                .items();
        return absences.stream()
                .filter(it -> it.get(AbsenceType.SUBSTITUTE) != null)
                .findFirst()
                .orElse(absences.isEmpty() ? null : absences.getFirst());
    }
}
