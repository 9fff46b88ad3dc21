package org.mainstay.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// What waits for somebody's yes or no.
final class Decisions {

    private static final Order SOONEST = Order.by(Order.ascending(ApprovalType.DUE_AT));

    private final RecordStore store;
    private final Show show;

    Decisions(RecordStore store, Show show) {
        this.store = store;
        this.show = show;
    }

    /// Soonest due first.
    List<PortalView.Decision> waiting(Actor actor, int limit, Frame frame) {
        var own = Filter.all(
                Filter.is(ApprovalType.WAITING_FOR, actor.id()), Filter.is(ApprovalType.STATE, State.REQUESTED));
        var approvals = store.list(
                        actor,
                        ApprovalType.APPROVAL,
                        Query.of(own).sorted(SOONEST).limit(limit))
                .items();
        var labels = store.labels(actor, approvals);
        return approvals.stream().map(it -> view(it, labels, actor, frame)).toList();
    }

    /// One that the actor sees.
    Optional<Snapshot> find(Actor actor, String key) {
        return store.find(actor, ApprovalType.APPROVAL, key);
    }

    PortalView.Decision view(Snapshot approval, Actor actor, Frame frame) {
        return view(approval, store.labels(actor, List.of(approval)), actor, frame);
    }

    private PortalView.Decision view(Snapshot approval, Map<UUID, Label> labels, Actor actor, Frame frame) {
        return new PortalView.Decision(
                "/portal/decisions/" + approval.number(),
                approval.label(),
                approval.number(),
                String.join(" · ", facts(approval, labels, actor, frame)));
    }

    private static @Nullable Label label(Map<UUID, Label> labels, @Nullable UUID id) {
        return id == null ? null : labels.get(id);
    }

    /// Who asked, for whom, for how much and until when, in words.
    List<String> facts(Snapshot approval, Actor actor, Frame frame) {
        return facts(approval, store.labels(actor, List.of(approval)), actor, frame);
    }

    private List<String> facts(Snapshot approval, Map<UUID, Label> labels, Actor actor, Frame frame) {
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var facts = new ArrayList<String>();
        var by = label(labels, approval.get(ApprovalType.REQUESTED_BY));
        var whom = label(labels, approval.get(ApprovalType.REQUESTED_FOR));
        if (by != null) {
            facts.add(frame.say("portal.decision.by", by.label()));
        }
        if (whom != null && (by == null || !whom.id().equals(by.id()))) {
            facts.add(frame.say("portal.decision.for", whom.label()));
        }
        if (show.value(approval, ApprovalType.AMOUNT, labels, reader) instanceof Shown.Plain(var amount)) {
            facts.add(amount);
        }
        if (approval.get(ApprovalType.DUE_AT) != null
                && show.value(approval, ApprovalType.DUE_AT, labels, reader) instanceof Shown.Moment due) {
            facts.add(frame.say("portal.decision.due", due.text()));
        }
        return facts;
    }
}
