package org.mainstay.people;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// Who is away and who stands in for whom. The answers serve decisions of the house.
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

    /// @param to exclusive
    public record Away(UUID person, Instant from, Instant to) {}

    /// When any of the people is away between the instants, the latest first, at most 1,000 times together. Those who
    /// work with them may know that, and no more of it.
    public List<Away> between(Set<UUID> people, Instant from, Instant to) {
        if (people.isEmpty()) {
            return List.of();
        }
        var then = Filter.all(
                Filter.is(AbsenceType.PERSON, people.toArray()),
                new Filter.Compare(Filter.Path.of(AbsenceType.FROM), Filter.Comparison.LESS, to),
                new Filter.Compare(Filter.Path.of(AbsenceType.TO), Filter.Comparison.MORE, from));
        return store
                .list(Installation.ITSELF, AbsenceType.ABSENCE, Query.of(then).limit(1_000))
                .items()
                .stream()
                .map(it -> new Away(it.need(AbsenceType.PERSON), it.need(AbsenceType.FROM), it.need(AbsenceType.TO)))
                .toList();
    }
}
