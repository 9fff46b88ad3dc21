package org.mainstay.change.outcome;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Proportion;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// How well changes go: of those that were closed in the last year, how many were successful, and how many points they
/// come to. Each adds 3 where it was successful, takes 2 where it was so with issues and 5 where it failed or was
/// backed
/// out, and takes 10, 5 and 2 for each incident of priority 1, 2 and 3 that it caused.
final class SuccessScore {

    static final Duration PERIOD = Duration.ofDays(365);

    static final int SUCCESSFUL = 3;
    static final int WITH_ISSUES = -2;
    static final int UNSUCCESSFUL = -5;
    static final int FIRST = -10;
    static final int SECOND = -5;
    static final int THIRD = -2;

    private final RecordStore store;
    private final SuccessQueries queries;
    private final Clock clock;

    SuccessScore(RecordStore store, SuccessQueries queries, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    /// What changes are told apart by.
    enum Dimension {
        MODEL,
        GROUP,
        SERVICE;

        String code() {
            return Codes.of(this);
        }

        static Optional<Dimension> of(String code) {
            return Codes.all(Dimension.class).contains(code)
                    ? Optional.of(Codes.parse(Dimension.class, code))
                    : Optional.empty();
        }
    }

    /// What became of some changes.
    ///
    /// @param unsuccessful failed or backed out
    /// @param first incidents of priority 1 that they caused; those that are confidential tell of nothing here
    record Tally(long cases, long successful, long withIssues, long unsuccessful, long first, long second, long third) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

        Proportion success() {
            return new Proportion(cases, successful);
        }

        long points() {
            return SUCCESSFUL * successful
                    + WITH_ISSUES * withIssues
                    + UNSUCCESSFUL * unsuccessful
                    + FIRST * first
                    + SECOND * second
                    + THIRD * third;
        }

        /// Of one change; 0 where there are none.
        double mean() {
            return cases == 0 ? 0 : (double) points() / cases;
        }
    }

    /// @param of null for the changes that name none
    record Row(@Nullable Label of, Tally tally) {}

    /// @param whole of all changes that count, also of those whose row the actor may not know by name
    record Table(Tally whole, List<Row> rows) {}

    /// The most changes first.
    Table by(Dimension by, Actor actor) {
        var groups =
                queries.tallies(by.code(), organisations(actor), clock.instant().minus(PERIOD));
        var ids = groups.stream()
                .map(SuccessQueries.Group::key)
                .filter(Objects::nonNull)
                .map(UUID.class::cast)
                .toList();
        var labels = store.labelsOf(actor, ids);
        var whole = Tally.NONE;
        var rows = new ArrayList<Row>();
        for (var it : groups) {
            var label = it.key() == null ? null : labels.get(it.key());
            if (it.whole()) {
                whole = it.tally();
            } else if (it.key() == null || label != null) {
                rows.add(new Row(label, it.tally()));
            }
        }
        return new Table(whole, rows);
    }

    /// Those whose changes the actor sees; null for all.
    private static @Nullable Set<UUID> organisations(Actor actor) {
        if (!(actor instanceof Actor.Person person)) {
            return null;
        }
        var grants = person.grants();
        if (grants.everywhere(ChangeType.WORK)) {
            return null;
        }
        var organisations = new LinkedHashSet<>(grants.in(ChangeType.WORK));
        organisations.addAll(grants.in(Grants.ADMIN));
        return organisations;
    }
}
