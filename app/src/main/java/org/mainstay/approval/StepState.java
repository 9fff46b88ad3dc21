package org.mainstay.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one step of an approval stands. A *seat* is the word of one person; who *holds* it may give it.
final class StepState {

    enum Status {
        PENDING,
        OPEN,
        APPROVED,
        REJECTED,
        SKIPPED,
        /// Approved by itself.
        PASSED,
        EXPIRED
    }

    private final StepTerms terms;
    private final Map<UUID, UUID> holders = new LinkedHashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Map<UUID, Boolean> votes = new LinkedHashMap<>();
    private final Set<UUID> escalated = new LinkedHashSet<>();
    private @Nullable Status fixed;
    private @Nullable Instant since;
    private @Nullable Instant reminded;
    private boolean begun;
    private boolean late;

    StepState(StepTerms terms) {
        this.terms = terms;
    }

    StepTerms terms() {
        return terms;
    }

    Status status() {
        if (fixed != null) {
            return fixed;
        }
        return begun ? counted() : Status.PENDING;
    }

    boolean open() {
        return status() == Status.OPEN;
    }

    /// Whether what comes after it may begin.
    boolean passed() {
        return switch (status()) {
            case APPROVED, SKIPPED, PASSED -> true;
            case PENDING, OPEN, REJECTED, EXPIRED -> false;
        };
    }

    private Status counted() {
        long yes = votes.values().stream().filter(it -> it).count();
        long no = votes.size() - yes;
        var waiting = waiting();
        boolean all = terms.quorum() == StepTerms.Quorum.ALL;
        if (no > 0 && (all || terms.rejection() == StepTerms.Rejection.FIRST)) {
            return Status.REJECTED;
        }
        if (all) {
            return yes > 0 && waiting.isEmpty() ? Status.APPROVED : Status.OPEN;
        }
        int needed = needed();
        if (yes >= needed) {
            return Status.APPROVED;
        }
        return no > 0 && yes + waiting.size() < needed ? Status.REJECTED : Status.OPEN;
    }

    /// How many different people have to approve: never more than there are.
    int needed() {
        var possible = new HashSet<>(waiting());
        possible.addAll(votes.keySet());
        return switch (terms.quorum()) {
            case ANY -> 1;
            case SOME -> Math.max(1, Math.min(terms.needed(), possible.size()));
            case ALL -> Math.max(1, possible.size());
        };
    }

    /// Those who hold a seat for which nothing was said yet.
    Set<UUID> waiting() {
        var waiting = new LinkedHashSet<UUID>();
        holders.forEach((seat, holder) -> {
            if (!answered.contains(seat)) {
                waiting.add(holder);
            }
        });
        return waiting;
    }

    /// The seats for which nothing was said yet, with who holds them.
    Map<UUID, UUID> seats() {
        var open = new LinkedHashMap<>(holders);
        open.keySet().removeAll(answered);
        return open;
    }

    boolean voted(UUID person) {
        return votes.containsKey(person);
    }

    Map<UUID, Boolean> votes() {
        return votes;
    }

    Set<UUID> escalated() {
        return escalated;
    }

    /// Whether it was escalated because its deadline has passed.
    boolean late() {
        return late;
    }

    /// When its time is up; null where it has all the time.
    @Nullable
    Instant due() {
        return since == null || terms.deadline() == null ? null : since.plus(terms.deadline());
    }

    @Nullable
    Instant nextReminder() {
        var last = reminded == null ? since : reminded;
        return last == null || terms.reminder() == null ? null : last.plus(terms.reminder());
    }

    void fix(Status status) {
        fixed = status;
    }

    void ask(Map<UUID, UUID> seats, Instant at) {
        begun = true;
        since = at;
        holders.putAll(seats);
    }

    void count(UUID person) {
        votes.put(person, true);
        answer(person);
    }

    private void answer(UUID holder) {
        holders.forEach((seat, by) -> {
            if (by.equals(holder)) {
                answered.add(seat);
            }
        });
    }

    void decide(Event.Decided decided) {
        votes.put(decided.person(), decided.approved());
        answered.addAll(decided.seats());
        if (decided.seats().isEmpty()) {
            fixed = decided.approved() ? Status.APPROVED : Status.REJECTED;
        }
    }

    void hand(UUID from, UUID to) {
        boolean known = false;
        for (var seat : holders.entrySet()) {
            if (seat.getValue().equals(from) && !answered.contains(seat.getKey())) {
                seat.setValue(to);
                known = true;
            }
        }
        if (!known) {
            holders.put(to, to);
        }
    }

    void leave(UUID holder) {
        holders.entrySet().removeIf(it -> it.getValue().equals(holder) && !answered.contains(it.getKey()));
    }

    void escalate(Set<UUID> to, Instant at, boolean becauseLate) {
        escalated.addAll(to);
        if (becauseLate) {
            late = true;
            since = at;
            reminded = null;
        }
    }

    void remind(Instant at) {
        reminded = at;
    }

    /// The time that went by while the clock stood still does not count.
    void shift(Duration stopped) {
        if (since != null) {
            since = since.plus(stopped);
        }
        if (reminded != null) {
            reminded = Objects.requireNonNull(reminded).plus(stopped);
        }
    }
}
