package org.mainstay.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    static final Course NOWHERE = new Course(() -> {
        throw new IllegalStateException("only the installation's own types act");
    });

    private final Supplier<RecordStore> store;

    Course(Supplier<RecordStore> store) {
        this.store = store;
    }

    /// Brings items of one request into states. The plan is stale where another of its items moved meanwhile, because
    /// the request's state follows from all of them.
    void to(Plan plan, Map<Snapshot, State> items) {
        var id = items.keySet().iterator().next().need(RequestItemType.REQUEST);
        var states = new ArrayList<State>();
        items.forEach((item, state) -> {
            plan.edit(item).set(RequestItemType.STATE, state);
            states.add(state);
        });
        for (var other : items(id)) {
            if (items.keySet().stream().noneMatch(it -> it.id().equals(other.id()))) {
                states.add(other.need(RequestItemType.STATE));
                plan.reliesOn(other);
            }
        }
        one(RequestType.REQUEST, id).ifPresent(it -> plan.edit(it).set(RequestType.STATE, of(states)));
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
