package org.mainstay.change;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;
import org.mainstay.people.GroupMembers;

/// What a change has because of its model and state: the way it goes, the facts each state demands, and what stays as
/// it is. Imported changes are taken in the state they were in.
final class ChangeRules implements Rule {

    @Override
    public String type() {
        return "change";
    }

    @Override
    public void apply(Draft draft) {
        var state = draft.get(ChangeType.STATE);
        begun(draft);
        if (state == null || draft.plan().asItWas()) {
            return;
        }
        sealed(draft);
        Windows.check(draft, ChangeType.PLANNED_START, ChangeType.PLANNED_END);
        actual(draft);
        GroupMembers.check(draft, ChangeType.GROUP, ChangeType.ASSIGNEE, "change.assignee");
        var model = model(draft);
        if (model.isPresent()) {
            course(draft, model.get());
        }
        ended(draft);
    }

    private static void begun(Draft draft) {
        var opened = draft.get(ChangeType.OPENED_AT);
        if (opened == null && draft.created()) {
            draft.set(ChangeType.OPENED_AT, draft.at());
        } else if (opened != null && draft.changes(ChangeType.OPENED_AT) && opened.isAfter(draft.at())) {
            draft.refuse(ChangeType.OPENED_AT, "change.moment.future");
        }
        if (draft.created()
                && draft.get(ChangeType.REQUESTED_BY) == null
                && draft.actor() instanceof Actor.Person person) {
            draft.set(ChangeType.REQUESTED_BY, person.id());
        }
    }

    /// Nothing of a change that has ended, and nothing of the plan of one that is being implemented.
    private static void sealed(Draft draft) {
        var before = draft.old(ChangeType.STATE);
        if (before == null) {
            return;
        }
        if (!before.open() && !(draft.actor() instanceof Actor.Machine)) {
            draft.values().all().keySet().stream()
                    .filter(draft::changes)
                    .findFirst()
                    .ifPresent(it -> draft.refuse(it, "change.sealed"));
        } else if (!before.planned()) {
            ChangeType.PLAN.stream().filter(draft::changes).forEach(it -> draft.refuse(it, "change.plan.sealed"));
        }
    }

    private static void actual(Draft draft) {
        var start = draft.get(ChangeType.ACTUAL_START);
        var end = draft.get(ChangeType.ACTUAL_END);
        future(draft, ChangeType.ACTUAL_START, start);
        future(draft, ChangeType.ACTUAL_END, end);
        boolean given = draft.changes(ChangeType.ACTUAL_START) || draft.changes(ChangeType.ACTUAL_END);
        if (given && start != null && end != null && end.isBefore(start)) {
            draft.refuse(ChangeType.ACTUAL_END, "change.window.order");
        }
    }

    private static void future(Draft draft, Attribute<Instant> attribute, @Nullable Instant moment) {
        if (moment != null && draft.changes(attribute) && moment.isAfter(draft.at())) {
            draft.refuse(attribute, "change.moment.future");
        }
    }

    /// The model as it will be: one of the change's type.
    private static Optional<ChangeModel> model(Draft draft) {
        var type = draft.get(ChangeType.TYPE);
        if (type == null) {
            return Optional.empty();
        }
        boolean ofAnotherType = draft.changes(ChangeType.TYPE) && !draft.changes(ChangeType.MODEL);
        if (draft.get(ChangeType.MODEL) == null || (ofAnotherType && !draft.created())) {
            draft.set(ChangeType.MODEL, ChangeModel.first(type, draft.lookup()).orElse(null));
        }
        var model = ChangeModel.of(draft.get(ChangeType.MODEL), draft.lookup());
        boolean begun = draft.old(ChangeType.STATE) != null && draft.old(ChangeType.STATE) != State.NEW;
        if (model.isEmpty()) {
            draft.refuse(ChangeType.MODEL, "change.model.none");
        } else if (model.get().type() != type) {
            draft.refuse(ChangeType.MODEL, "change.model.other_type");
        } else if (begun && draft.changes(ChangeType.MODEL)) {
            draft.refuse(draft.changes(ChangeType.TYPE) ? ChangeType.TYPE : ChangeType.MODEL, "change.model.begun");
        }
        return model;
    }

    private static void course(Draft draft, ChangeModel model) {
        var before = draft.old(ChangeType.STATE);
        var now = draft.get(ChangeType.STATE);
        if (before == State.SCHEDULED
                && now == State.SCHEDULED
                && model.authorizes()
                && ChangeType.PLAN.stream().anyMatch(draft::changes)) {
            now = State.AUTHORIZE;
            draft.set(ChangeType.STATE, now, Message.of("change.plan.asks_anew"), null);
        }
        if (before != null && now != null && before != now && !model.leads(before, now)) {
            draft.refuse(ChangeType.STATE, "change.state.not_in_model", Permits.state(before), Permits.state(now));
            return;
        }
        if (now == null || now == State.CANCELLED || Boolean.TRUE.equals(draft.get(ChangeType.UNPLANNED))) {
            return;
        }
        for (var demanded : model.demanded(now)) {
            if (empty(draft.get(demanded)) && (before != now || draft.changes(demanded))) {
                draft.refuse(demanded, "change.demanded", Permits.state(now));
            }
        }
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    /// What did not go as it should is looked at before it is put away, whatever the model demands.
    private static void reviewed(Draft draft) {
        var outcome = draft.get(ChangeType.OUTCOME);
        if (draft.get(ChangeType.STATE) == State.CLOSED
                && outcome != null
                && outcome != Change.Outcome.SUCCESSFUL
                && empty(draft.get(ChangeType.REVIEW))) {
            draft.refuse(ChangeType.REVIEW, "change.review.needed");
        }
    }

    private static void ended(Draft draft) {
        var now = draft.get(ChangeType.STATE);
        if (now != null && !now.open() && draft.changes(ChangeType.STATE)) {
            draft.set(ChangeType.CLOSED_AT, draft.at());
            reviewed(draft);
        }
    }
}
