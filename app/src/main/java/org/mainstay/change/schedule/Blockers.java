package org.mainstay.change.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change.Type;

/// The rules of the change schedule. Two changes are in each other's way while their windows overlap and
///
/// - both are done to the same item, or one to an item that needs an item of the other's, over any number of others and
///   whether or not there are alternatives (who takes one of two nodes relies on the other and on what they carry);
///   unless people said that the change does not affect that item;
/// - or the same person does both.
///
/// A change is also in the way of itself within a freeze period about it, outside of the maintenance windows of any
/// item
/// that it affects and that has some, and while who does it is away. A period is about a change when it names an item
/// that the change affects, or its group, or nothing at all.
final class Blockers {

    private final Related related;
    private final List<Booking> others;
    private final List<Period> periods;
    private final Map<UUID, List<Window>> absences;

    /// @param others whatever their windows
    /// @param absences by person
    Blockers(Related related, List<Booking> others, List<Period> periods, Map<UUID, List<Window>> absences) {
        this.related = related;
        this.others = others;
        this.periods = periods;
        this.absences = absences;
    }

    /// What stands in the way of the change during the window, by kind and then by time; what maintenance windows leave
    /// is cut to the window.
    List<Blocker> within(Booking change, Window window) {
        var found = new ArrayList<Blocker>();
        for (var other : others) {
            if (!other.change().equals(change.change()) && other.window().overlaps(window)) {
                between(change, other, found);
            }
        }
        freezes(change, window, found);
        maintenance(change, window, found);
        for (UUID person : change.people()) {
            for (var away : absences.getOrDefault(person, List.of())) {
                if (away.overlaps(window)) {
                    found.add(Blocker.absent(person, away));
                }
            }
        }
        found.sort(Comparator.comparing(Blocker::kind)
                .thenComparing(it -> it.window().from()));
        return found;
    }

    private void between(Booking change, Booking other, List<Blocker> found) {
        for (UUID theirs : other.items()) {
            for (UUID ours : change.items()) {
                if (ours.equals(theirs)) {
                    found.add(Blocker.between(Blocker.Kind.SAME_ITEM, other, ours, theirs));
                } else if (!change.unaffected().contains(theirs) && related.needs(theirs, ours)) {
                    found.add(Blocker.between(Blocker.Kind.DEPENDENT_ITEM, other, ours, theirs));
                } else if (!other.unaffected().contains(ours) && related.needs(ours, theirs)) {
                    found.add(Blocker.between(Blocker.Kind.NEEDED_ITEM, other, ours, theirs));
                }
            }
        }
        for (UUID person : change.people()) {
            if (other.people().contains(person)) {
                found.add(Blocker.busy(other, person));
            }
        }
    }

    private void freezes(Booking change, Window window, List<Blocker> found) {
        for (var period : periods) {
            boolean holds = period.kind() == Period.Kind.BLACKOUT
                    || (period.kind() == Period.Kind.FREEZE && change.type() != Type.EMERGENCY);
            if (holds && about(period, change)) {
                var kind = period.kind() == Period.Kind.BLACKOUT ? Blocker.Kind.BLACKOUT : Blocker.Kind.FREEZE;
                period.times().stream()
                        .filter(window::overlaps)
                        .forEach(it -> found.add(Blocker.period(kind, it, period.id())));
            }
        }
    }

    private boolean about(Period period, Booking change) {
        return (period.items().isEmpty() && period.groups().isEmpty())
                || (change.group() != null && period.groups().contains(change.group()))
                || period.items().stream().anyMatch(it -> affects(change, it));
    }

    private boolean affects(Booking change, UUID item) {
        return change.items().contains(item)
                || (!change.unaffected().contains(item)
                        && change.items().stream().anyMatch(it -> related.hit(item, it)));
    }

    private void maintenance(Booking change, Window window, List<Blocker> found) {
        var allowed = new HashMap<UUID, List<Window>>();
        for (var period : periods) {
            if (period.kind() == Period.Kind.MAINTENANCE) {
                period.items()
                        .forEach(it -> allowed.computeIfAbsent(it, _ -> new ArrayList<>())
                                .addAll(period.times()));
            }
        }
        allowed.forEach((item, times) -> {
            if (affects(change, item)) {
                window.without(times).forEach(it -> found.add(Blocker.outside(item, it)));
            }
        });
    }

    /// The next windows of the length in which nothing stands in the way, none overlapping another, as early as
    /// possible.
    ///
    /// @param within they lie in it
    /// @param most so many at most
    List<Window> free(Booking change, Duration length, Window within, int most) {
        var blocked = new HashSet<Window>();
        within(change, within).forEach(it -> blocked.add(it.window()));
        var free = new ArrayList<Window>();
        for (var gap : within.without(blocked)) {
            Instant start = gap.from();
            while (free.size() < most && !start.plus(length).isAfter(gap.to())) {
                free.add(new Window(start, start.plus(length)));
                start = start.plus(length);
            }
        }
        return free;
    }

    /// All items of other changes and of periods.
    static Set<UUID> items(List<Booking> others, List<Period> periods) {
        var items = new HashSet<UUID>();
        others.forEach(it -> items.addAll(it.items()));
        periods.forEach(it -> items.addAll(it.items()));
        return items;
    }
}
