package org.mainstay.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.Request.State;

/// How items come into another state, and their request with them. What follows from an act depends on all of the
/// request, also on what the actor does not see of it.
final class Course {

    /// More items than these no request has.
    static final int MOST = 500;

    /// Of types that are only named.
    static final Course NOWHERE = new Course(Course::nowhere, Course::nowhere);

    private final Supplier<RecordStore> store;
    private final Supplier<Fulfilment> fulfilment;

    Course(Supplier<RecordStore> store, Supplier<Fulfilment> fulfilment) {
        this.store = store;
        this.fulfilment = fulfilment;
    }

    private static <T> T nowhere() {
        throw new IllegalStateException("only the installation's own types act");
    }

    /// Brings items of one request into states, and with them those that depend on them: their work begins, or ends
    /// before it has begun. The plan is stale where another of its items moved meanwhile, because the state of the
    /// request follows from all of them.
    void to(Plan plan, Map<Snapshot, State> items) {
        var id = items.keySet().iterator().next().need(RequestItemType.REQUEST);
        var states = new LinkedHashMap<UUID, State>();
        items.forEach((item, state) -> {
            plan.edit(item).set(RequestItemType.STATE, state);
            states.put(item.id(), state);
        });
        var others = new ArrayList<>(items(id));
        others.removeIf(it -> states.containsKey(it.id()));
        follow(plan, states, others);
        others.forEach(it -> {
            states.put(it.id(), it.need(RequestItemType.STATE));
            plan.reliesOn(it);
        });
        one(RequestType.REQUEST, id)
                .ifPresent(it -> plan.edit(it).set(RequestType.STATE, of(List.copyOf(states.values()))));
    }

    /// @param states of those that move, to which those are added that move with them
    /// @param others of the request, from which they are taken
    private void follow(Plan plan, Map<UUID, State> states, List<Snapshot> others) {
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var other : List.copyOf(others)) {
                var before = states.get(other.get(RequestItemType.DEPENDS_ON));
                var next = before == null ? null : next(before, other.need(RequestItemType.STATE));
                if (next != null) {
                    moved = others.remove(other);
                    states.put(other.id(), next);
                    plan.edit(other).set(RequestItemType.STATE, next);
                    if (next == State.CANCELLED) {
                        fulfilment.get().cancel(plan, RequestItem.of(other));
                    } else {
                        begin(plan, other);
                    }
                }
            }
        }
    }

    /// What becomes of an item where the one that it depends on comes into a state; null where it stays.
    private static @Nullable State next(State before, State own) {
        return switch (before) {
            case FULFILLED, CLOSED -> own == State.REQUESTED ? State.IN_FULFILMENT : null;
            case CANCELLED -> own.open() ? State.CANCELLED : null;
            case REQUESTED, WAITING_FOR_APPROVAL, IN_FULFILMENT -> null;
        };
    }

    /// Begins the work on an item that nobody has to decide on any more, or lets it wait for the one that it depends
    /// on.
    void granted(Plan plan, Snapshot item) {
        var before = item.get(RequestItemType.DEPENDS_ON);
        boolean waits = before != null
                && one(RequestItemType.REQUEST_ITEM, before)
                        .filter(it -> it.need(RequestItemType.STATE).open())
                        .isPresent();
        to(plan, Map.of(item, waits ? State.REQUESTED : State.IN_FULFILMENT));
        if (!waits) {
            begin(plan, item);
        }
    }

    private void begin(Plan plan, Snapshot item) {
        var version = Orders.version(store.get(), Objects.requireNonNull(item.get(RequestItemType.ITEM_VERSION)));
        boolean german = item.need(RequestItemType.TITLE).equals(version.get(CatalogVersionType.NAME_DE));
        fulfilment
                .get()
                .begin(
                        plan,
                        new Fulfilment.Work(
                                item.id(), item.organisation(), version, item.get(RequestItemType.GROUP), german));
    }

    /// A step has been reached after which who ordered it does not cancel it any more; the first such step counts.
    void pastReturn(Plan plan, Snapshot item, String step) {
        if (item.need(RequestItemType.STATE).open() && item.get(RequestItemType.NO_RETURN) == null) {
            plan.edit(item).set(RequestItemType.NO_RETURN, step);
        }
    }

    Optional<Snapshot> one(RecordType<?> type, UUID id) {
        return store.get().get(Installation.ITSELF, type, id);
    }

    List<Snapshot> items(UUID request) {
        return list(RequestItemType.REQUEST_ITEM, Filter.is(RequestItemType.REQUEST, request));
    }

    List<Snapshot> tasks(UUID item) {
        return list(TaskType.TASK, Filter.is(TaskType.REQUEST_ITEM, item));
    }

    private List<Snapshot> list(RecordType<?> type, Filter filter) {
        return store.get()
                .list(Installation.ITSELF, type, Query.of(filter).limit(MOST))
                .items();
    }

    /// The state of a request with items in these states: what is still to be done comes first, and what was cancelled
    /// does not count beside what was not.
    static State of(List<State> items) {
        var counted = items.stream().filter(it -> it != State.CANCELLED).toList();
        if (counted.isEmpty()) {
            return State.CANCELLED;
        }
        return List.of(State.IN_FULFILMENT, State.WAITING_FOR_APPROVAL, State.REQUESTED, State.FULFILLED).stream()
                .filter(counted::contains)
                .findFirst()
                .orElse(State.CLOSED);
    }
}
