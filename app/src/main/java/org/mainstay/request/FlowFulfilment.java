package org.mainstay.request;

import org.mainstay.kernel.record.Plan;

/// What has a flow is fulfilled by it: the flow begins and goes on by what happens to the item and its tasks, so that
/// nothing is planned here.
record FlowFulfilment(Fulfilment line, Course course) implements Fulfilment {

    @Override
    public void begin(Plan plan, Work work) {
        if (work.version().get(CatalogVersionType.FLOW_VERSION) == null) {
            line.begin(plan, work);
        }
    }

    @Override
    public void begun(Plan plan, Task task) {
        line.begun(plan, task);
    }

    /// What was done by a flow is undone by a line of tasks.
    @Override
    public void ended(Plan plan, Task task) {
        boolean flows = course.one(RequestItemType.REQUEST_ITEM, task.requestItem())
                .map(it -> it.get(RequestItemType.FLOW_VERSION))
                .isPresent();
        if (!flows || task.undoes()) {
            line.ended(plan, task);
        }
    }

    @Override
    public void cancel(Plan plan, RequestItem item) {
        line.cancel(plan, item);
    }
}
