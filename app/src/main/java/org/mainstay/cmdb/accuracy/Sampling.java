package org.mainstay.cmdb.accuracy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// Draws some items of a group each week, and of each some values that no sources confirm or contradict, for people of
/// the group to look at. What is drawn depends on the week, the group and ids only: who asks again is given the same,
/// and nobody chooses.
final class Sampling {

    /// Items a week. Together with the values of each it takes a person two minutes.
    static final int ITEMS = 5;

    static final int VALUES = 4;

    private final RecordStore store;
    private final AccuracyQueries queries;
    private final Accuracies accuracies;
    private final Clock clock;

    Sampling(RecordStore store, AccuracyQueries queries, Accuracies accuracies, Clock clock) {
        this.store = store;
        this.accuracies = accuracies;
        this.queries = queries;
        this.clock = clock;
    }

    /// An item with values of it to look at.
    record Drawn(Snapshot item, List<CheckedValue> values) {}

    /// What was drawn in this week (from Monday on, UTC).
    ///
    /// @param open what nobody looked at since
    /// @param drawn how many items there were to look at
    record Sample(List<Drawn> open, int drawn) {}

    /// @param round 0 for the items of the week, 1 for the next ones and so on
    Sample of(Actor actor, UUID group, int round) {
        var monday = monday();
        var ids = queries.drawn(group, monday + " " + group, ITEMS * (round + 1));
        var some = ids.subList(Math.min(ids.size(), ITEMS * round), ids.size());
        var looked = Set.copyOf(queries.looked(some, start(monday)));
        var known = accuracies.known(some);
        var seen = store.get(actor, ConfigurationItemType.CONFIGURATION_ITEM, some);
        var open = new ArrayList<Drawn>();
        for (var id : some) {
            seen.stream()
                    .filter(it -> it.id().equals(id))
                    .map(it -> new Drawn(it, values(it, known, looked, monday)))
                    .filter(it -> !it.values.isEmpty())
                    .forEach(open::add);
        }
        return new Sample(open, seen.size());
    }

    /// When what is drawn now was drawn.
    Instant start() {
        return start(monday());
    }

    private static List<CheckedValue> values(
            Snapshot item, Set<AccuracyQueries.Value> known, Set<AccuracyQueries.Value> looked, LocalDate monday) {
        var codes = new ArrayList<String>();
        for (var attribute : item.type().attributes()) {
            if (!known.contains(new AccuracyQueries.Value(item.id(), attribute.code()))) {
                codes.add(attribute.code());
            }
        }
        Collections.shuffle(codes, new Random(Objects.hash(monday, item.id())));
        return codes.stream()
                .flatMap(it -> CheckedValue.of(item, it).stream())
                .limit(VALUES)
                .filter(it -> !looked.contains(
                        new AccuracyQueries.Value(item.id(), it.attribute().code())))
                .toList();
    }

    private LocalDate monday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate monday) {
        return monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
