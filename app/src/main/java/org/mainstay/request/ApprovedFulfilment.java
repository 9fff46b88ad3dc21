package org.mainstay.request;

import java.util.function.Supplier;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Installation;

/// Whoever cancels an item does not have it decided on any more.
record ApprovedFulfilment(Fulfilment work, Course course, Supplier<Approvals> approvals) implements Fulfilment {

    @Override
    public void begin(Plan plan, Work of) {
        work.begin(plan, of);
    }

    @Override
    public void begun(Plan plan, Task task) {
        work.begun(plan, task);
    }

    @Override
    public void ended(Plan plan, Task task) {
        work.ended(plan, task);
    }

    @Override
    public void cancel(Plan plan, RequestItem item) {
        if (item.state() == Request.State.WAITING_FOR_APPROVAL) {
            course.one(RequestItemType.REQUEST_ITEM, item.id())
                    .ifPresent(it -> approvals.get().withdraw(plan, Installation.ITSELF, it, null));
        }
        work.cancel(plan, item);
    }
}
