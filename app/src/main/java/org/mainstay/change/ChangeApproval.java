package org.mainstay.change;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approvable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalCase;
import org.mainstay.change.Change.State;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;

/// Connects changes with approvals: what is agreed to is scheduled, what is not is planned anew. Another plan asks
/// anew,
/// as long as nothing has been done.
///
/// @param store asked for when it is needed: it knows all record types, this one among them
record ChangeApproval(Supplier<RecordStore> store) implements Approvable {

    private static final List<Attribute<?>> FACTS =
            Stream.concat(ChangeType.PLAN.stream(), Stream.of(ChangeType.RISK)).toList();

    @Override
    public String type() {
        return ChangeType.CHANGE.code();
    }

    /// The owner is that of the service, else of the main item.
    @Override
    public ApprovalCase of(Snapshot change) {
        var requester = requester(change);
        return new ApprovalCase(requester, requester, owner(change), null, null);
    }

    private static UUID requester(Snapshot change) {
        var requestedBy = change.get(ChangeType.REQUESTED_BY);
        return requestedBy == null ? Objects.requireNonNull(change.get(Header.CREATED_BY)) : requestedBy;
    }

    private @Nullable UUID owner(Snapshot change) {
        var service = change.get(ChangeType.SERVICE);
        var item = service == null ? change.get(ChangeType.CONFIGURATION_ITEM) : service;
        return item == null
                ? null
                : store.get()
                        .get(Installation.ITSELF, ConfigurationItemType.CONFIGURATION_ITEM, item)
                        .map(it -> it.get(ConfigurationItemType.OWNER))
                        .orElse(null);
    }

    @Override
    public List<Attribute<?>> facts() {
        return FACTS;
    }

    @Override
    public boolean renews(Snapshot change) {
        var state = change.need(ChangeType.STATE);
        return state == State.AUTHORIZE || state == State.SCHEDULED;
    }

    @Override
    public void asked(Snapshot change, Plan plan) {
        if (change.need(ChangeType.STATE) == State.SCHEDULED) {
            plan.edit(change).set(ChangeType.STATE, State.AUTHORIZE);
        }
    }

    @Override
    public void ended(Approval.State how, Snapshot change, Plan plan) {
        var state = change.need(ChangeType.STATE);
        if (how.granted()) {
            if (state.planned() && state != State.SCHEDULED) {
                plan.edit(change).set(ChangeType.STATE, State.SCHEDULED);
            }
        } else if (state == State.AUTHORIZE && how != Approval.State.WITHDRAWN) {
            plan.edit(change).set(ChangeType.STATE, planning(change));
        }
    }

    private State planning(Snapshot change) {
        var model = change.get(ChangeType.MODEL);
        return model == null
                ? State.NEW
                : store.get()
                        .get(Installation.ITSELF, ChangeModelType.CHANGE_MODEL, model)
                        .map(it -> ChangeModel.of(it).planning())
                        .orElse(State.NEW);
    }
}
