package org.mainstay.change.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.calendar.Window;
import org.mainstay.change.ChangeType;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Absences;
import org.mainstay.people.Absences.Away;

/// When a change can be done and what stands in its way, of everything that was saved before it is asked. All of it
/// throws [org.mainstay.cmdb.impact.Impacts.NotLoaded] while this node is still reading the graph.
public final class ChangeSchedule {

    /// So far ahead a time is looked for.
    static final Duration AHEAD = Duration.ofDays(14);

    /// What a change takes that does not say.
    static final Duration USUAL = Duration.ofHours(1);

    private static final int SLOTS = 3;

    private final RecordStore store;
    private final ScheduleQueries queries;
    private final Dependencies dependencies;
    private final Absences absences;
    private final Clock clock;

    ChangeSchedule(
            RecordStore store, ScheduleQueries queries, Dependencies dependencies, Absences absences, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.dependencies = dependencies;
        this.absences = absences;
        this.clock = clock;
    }

    /// @param window that was looked at; null for a change without a start, which nothing can stand in the way of
    /// @param labels of everything that blockers name and the actor sees
    record Conflicts(@Nullable Window window, List<Blocker> blockers, Map<UUID, Label> labels) {}

    /// @param length that was looked for
    record Slots(Duration length, List<Window> windows) {}

    /// What stands in the way of the change as it is planned, or was really begun. Changes that the actor does not see
    /// are left out; nothing is in the way of one that has ended or has no start.
    Conflicts conflicts(Actor actor, Snapshot change) {
        boolean started = change.get(ChangeType.PLANNED_START) != null || change.get(ChangeType.ACTUAL_START) != null;
        if (!started || !change.need(ChangeType.STATE).open()) {
            return new Conflicts(null, List.of(), Map.of());
        }
        return conflicts(actor, change, booking(change, null));
    }

    /// What would stand in its way if it were planned for the window.
    Conflicts conflicts(Actor actor, Snapshot change, Window window) {
        return conflicts(actor, change, booking(change, window));
    }

    private Conflicts conflicts(Actor actor, Snapshot change, Booking booking) {
        var window = booking.window();
        var found = blockers(actor, change, booking, window).within(booking, window);
        var others = others(actor, found);
        var seen = found.stream()
                .filter(it -> it.change() == null || others.contains(it.change()))
                .toList();
        return new Conflicts(window, seen, labels(actor, seen));
    }

    private Set<UUID> others(Actor actor, List<Blocker> found) {
        var changes = new HashSet<UUID>();
        found.stream().map(Blocker::change).filter(Objects::nonNull).forEach(changes::add);
        var seen = new HashSet<UUID>();
        store.get(actor, ChangeType.CHANGE, changes).forEach(it -> seen.add(it.id()));
        return seen;
    }

    private Map<UUID, Label> labels(Actor actor, List<Blocker> found) {
        var named = new HashSet<UUID>();
        for (var it : found) {
            Stream.of(it.change(), it.item(), it.otherItem(), it.person(), it.period())
                    .filter(Objects::nonNull)
                    .forEach(named::add);
        }
        return store.labelsOf(actor, named);
    }

    /// The next three windows of the change's length in which nothing stands in its way, within 14 days from its
    /// planned
    /// start, or from now where that is past or missing.
    Slots slots(Actor actor, Snapshot change) {
        var now = clock.instant();
        var start = change.get(ChangeType.PLANNED_START);
        var end = change.get(ChangeType.PLANNED_END);
        var length = start == null || end == null ? USUAL : Duration.between(start, end);
        var from = start == null || start.isBefore(now) ? minuteAfter(now) : start;
        var within = new Window(from, from.plus(AHEAD));
        if (length.compareTo(AHEAD) > 0) {
            return new Slots(length, List.of());
        }
        var booking = booking(change, new Window(from, from.plus(length)));
        return new Slots(length, blockers(actor, change, booking, within).free(booking, length, within, SLOTS));
    }

    private static Instant minuteAfter(Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(now) ? now : minute.plus(1, ChronoUnit.MINUTES);
    }

    private Blockers blockers(Actor actor, Snapshot change, Booking booking, Window window) {
        var others = queries.open(window, clock.instant()).stream()
                .filter(it -> !it.change().equals(change.id()))
                .toList();
        var periods = queries.periods(change.organisation(), window);
        var numbered =
                queries.numbered(Stream.concat(booking.items().stream(), Blockers.items(others, periods).stream())
                        .distinct()
                        .toList());
        var ours = booking.items().stream()
                .map(numbered::get)
                .filter(Objects::nonNull)
                .toList();
        return new Blockers(
                new ReadGraph(dependencies, actor, ours, numbered.values()),
                others,
                periods,
                away(booking.people(), window));
    }

    private Map<UUID, List<Window>> away(Set<UUID> people, Window window) {
        return absences.between(people, window.from(), window.to()).stream()
                .collect(Collectors.groupingBy(
                        Away::person, Collectors.mapping(it -> new Window(it.from(), it.to()), Collectors.toList())));
    }

    /// @param window null for its own
    private Booking booking(Snapshot change, @Nullable Window window) {
        var now = clock.instant();
        var otherwise = window == null ? new Window(now, now.plus(USUAL)) : window;
        var booking = queries.of(change.id(), now, otherwise)
                .orElseThrow(() -> new IllegalStateException("the change is not saved"));
        return window == null ? booking : booking.at(window);
    }
}
