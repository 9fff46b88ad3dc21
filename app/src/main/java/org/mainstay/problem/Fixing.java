package org.mainstay.problem;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mainstay.change.Change;
import org.mainstay.change.ChangeType;
import org.mainstay.conversation.LinkType;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;

/// Which changes fix a problem, by the links of that name that all records have, and whether they did. Only those that
/// the reader sees are there, and only they count.
final class Fixing {

    private static final Comparator<Snapshot> BY_END =
            Comparator.comparing(Fixing::ended).thenComparing(Snapshot::number);

    private final RecordStore store;
    private final Links links;

    Fixing(RecordStore store, Links links) {
        this.store = store;
        this.links = links;
    }

    /// The earliest first.
    List<Snapshot> changes(Actor actor, Snapshot problem) {
        return linked(actor, problem, LinkType.FIXED_BY, ChangeType.CHANGE);
    }

    /// The problems that a change fixes.
    List<Snapshot> problems(Actor actor, Snapshot change) {
        return linked(actor, change, LinkType.FIXES, ProblemType.PROBLEM);
    }

    private List<Snapshot> linked(Actor actor, Snapshot record, LinkType type, RecordType<?> other) {
        var ids = ids(links, actor, record, type, other).toList();
        return ids.isEmpty()
                ? List.of()
                : store.get(actor, other, ids).stream()
                        .sorted(Comparator.comparing(Snapshot::number))
                        .toList();
    }

    /// As an action sees them.
    static List<Snapshot> changes(Snapshot problem, Links links, Acting acting) {
        return ids(links, acting.actor(), problem, LinkType.FIXED_BY, ChangeType.CHANGE)
                .flatMap(it -> acting.lookup().get(ChangeType.CHANGE, it).stream())
                .toList();
    }

    private static Stream<UUID> ids(Links links, Actor actor, Snapshot record, LinkType type, RecordType<?> other) {
        return links.of(actor, record).stream()
                .filter(it -> it.type() == type && it.to().type().equals(other.code()))
                .map(it -> it.to().id())
                .distinct();
    }

    /// Why the fix is not applied yet: a change is under way, or the last one that was done did not go well. One that
    /// was cancelled says nothing.
    static Optional<Message> hindrance(List<Snapshot> changes) {
        var open = changes.stream().filter(it -> state(it).open()).min(Comparator.comparing(Snapshot::number));
        if (open.isPresent()) {
            return open.map(it ->
                    Message.of("problem.fixing.open", it.number(), Message.of("change.state." + Codes.of(state(it)))));
        }
        return last(changes)
                .filter(it -> !successful(it))
                .map(it -> Message.of(
                        "problem.fixing.failed",
                        it.number(),
                        Message.of("change.outcome." + Codes.of(it.need(ChangeType.OUTCOME)))));
    }

    /// Whether the change is all that was needed.
    static boolean fixed(List<Snapshot> changes) {
        return last(changes).isPresent() && hindrance(changes).isEmpty();
    }

    private static Optional<Snapshot> last(List<Snapshot> changes) {
        return changes.stream()
                .filter(it -> state(it) == Change.State.CLOSED && it.get(ChangeType.OUTCOME) != null)
                .max(BY_END);
    }

    private static boolean successful(Snapshot change) {
        return switch (change.need(ChangeType.OUTCOME)) {
            case SUCCESSFUL, SUCCESSFUL_WITH_ISSUES -> true;
            case FAILED, BACKED_OUT -> false;
        };
    }

    private static Change.State state(Snapshot change) {
        return change.need(ChangeType.STATE);
    }

    private static Instant ended(Snapshot change) {
        var end = change.get(ChangeType.ACTUAL_END);
        var closed = change.get(ChangeType.CLOSED_AT);
        return end != null ? end : closed != null ? closed : Instant.MIN;
    }
}
