package org.mainstay.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.people.GroupMembers;
import org.mainstay.people.PersonType;

/// What is not said of requests, their items and their tasks, and the moments at which they come into their states.
final class WorkRules {

    private WorkRules() {}

    record OfRequests() implements Rule {

        @Override
        public String type() {
            return RequestType.REQUEST.code();
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()) {
                preset(draft, RequestType.REQUESTER, draft.actor().id());
                preset(draft, RequestType.ORDERED_AT, draft.at());
                var who = draft.get(RequestType.BENEFICIARY);
                inherit(draft, PersonType.PERSON, who == null ? draft.get(RequestType.REQUESTER) : who);
            }
            if (!draft.plan().asItWas()) {
                reached(
                        draft,
                        draft.get(RequestType.STATE),
                        RequestType.STATE,
                        RequestType.FULFILLED_AT,
                        RequestType.CLOSED_AT);
            }
        }
    }

    record OfItems() implements Rule {

        @Override
        public String type() {
            return RequestItemType.REQUEST_ITEM.code();
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()) {
                var request = draft.get(RequestItemType.REQUEST);
                inherit(draft, RequestType.REQUEST, request);
                if (request != null && draft.get(RequestItemType.REQUESTER) == null) {
                    draft.lookup()
                            .get(RequestType.REQUEST, request)
                            .ifPresent(it -> draft.set(RequestItemType.REQUESTER, it.need(RequestType.REQUESTER)));
                }
                preset(draft, RequestItemType.REQUESTER, draft.actor().id());
                preset(draft, RequestItemType.BENEFICIARY, draft.get(RequestItemType.REQUESTER));
                preset(draft, RequestItemType.ORDERED_AT, draft.at());
            }
            if (!draft.plan().asItWas()) {
                if (draft.get(RequestItemType.NO_RETURN) != null && draft.changes(RequestItemType.NO_RETURN)) {
                    draft.set(RequestItemType.NO_RETURN_AT, draft.at());
                }
                GroupMembers.check(draft, RequestItemType.GROUP, RequestItemType.ASSIGNEE, "request.assign");
                reached(
                        draft,
                        draft.get(RequestItemType.STATE),
                        RequestItemType.STATE,
                        RequestItemType.FULFILLED_AT,
                        RequestItemType.CLOSED_AT);
            }
        }
    }

    record OfTasks() implements Rule {

        @Override
        public String type() {
            return TaskType.TASK.code();
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()) {
                inherit(draft, RequestItemType.REQUEST_ITEM, draft.get(TaskType.REQUEST_ITEM));
            }
            var state = draft.get(TaskType.STATE);
            if (draft.plan().asItWas() || state == null) {
                return;
            }
            GroupMembers.check(draft, TaskType.GROUP, TaskType.ASSIGNEE, "request.assign");
            if (draft.created() || draft.changes(TaskType.STATE)) {
                if (state.ready() && draft.get(TaskType.READY_AT) == null) {
                    draft.set(TaskType.READY_AT, draft.at());
                }
                if (state.ended() && draft.get(TaskType.ENDED_AT) == null) {
                    draft.set(TaskType.ENDED_AT, draft.at());
                }
            }
        }
    }

    private static <T> void preset(Draft draft, Attribute<T> attribute, @Nullable T value) {
        if (value != null && draft.get(attribute) == null) {
            draft.set(attribute, value);
        }
    }

    /// What belongs to something is of its organisation.
    private static void inherit(Draft draft, RecordType<?> type, @Nullable UUID above) {
        if (above != null && draft.get(Header.ORGANISATION) == null) {
            draft.lookup()
                    .get(type, above)
                    .map(Snapshot::organisation)
                    .ifPresent(it -> draft.set(Header.ORGANISATION, it));
        }
    }

    private static void reached(
            Draft draft,
            Request.@Nullable State now,
            Attribute<Request.State> state,
            Attribute<Instant> fulfilled,
            Attribute<Instant> closed) {
        if (now == null || !(draft.created() || draft.changes(state))) {
            return;
        }
        switch (now) {
            case REQUESTED, WAITING_FOR_APPROVAL, IN_FULFILMENT -> {
                draft.set(fulfilled, null);
                draft.set(closed, null);
            }
            case FULFILLED -> {
                if (!draft.sets(fulfilled)) {
                    draft.set(fulfilled, draft.at());
                }
            }
            case CLOSED, CANCELLED -> draft.set(closed, draft.at());
        }
    }
}
