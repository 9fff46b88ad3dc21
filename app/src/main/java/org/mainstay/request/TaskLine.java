package org.mainstay.request;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;

/// The tasks that the item's version names, one after the other. All are there from the beginning; the ones to come
/// wait for the one before them and stand in nobody's queue.
final class TaskLine implements Fulfilment {

    private final Course course;

    TaskLine(Course course) {
        this.course = course;
    }

    @Override
    public void begin(Plan plan, Work work) {
        @Nullable UUID before = null;
        long position = 0;
        for (var step : Steps.read(work.version().get(CatalogVersionType.STEPS)).list()) {
            position += 10;
            var task = plan.create(TaskType.TASK);
            task.values()
                    .set(TaskType.TITLE, work.german() && step.titleDe() != null ? step.titleDe() : step.title())
                    .set(TaskType.DESCRIPTION, step.description())
                    .set(TaskType.REQUEST_ITEM, work.item())
                    .set(TaskType.GROUP, step.group() == null ? work.group() : step.group())
                    .set(TaskType.POSITION, position)
                    .set(TaskType.STATE, before == null ? Task.State.OPEN : Task.State.PENDING)
                    .set(TaskType.DEPENDS_ON, before)
                    .set(Header.ORGANISATION, work.organisation());
            before = task.id();
        }
    }

    @Override
    public void ended(Plan plan, Task task) {
        var others = course.tasks(task.requestItem()).stream()
                .filter(it -> !it.id().equals(task.id()))
                .toList();
        var next = others.stream()
                .filter(it -> it.need(TaskType.STATE) == Task.State.PENDING
                        && task.id().equals(it.get(TaskType.DEPENDS_ON)))
                .toList();
        next.forEach(it -> plan.edit(it).set(TaskType.STATE, Task.State.OPEN));
        if (next.isEmpty()
                && others.stream().allMatch(it -> it.need(TaskType.STATE).ended())) {
            others.forEach(plan::reliesOn);
            course.one(RequestItemType.REQUEST_ITEM, task.requestItem())
                    .filter(it -> it.need(RequestItemType.STATE).open())
                    .ifPresent(it -> course.to(plan, Map.of(it, Request.State.FULFILLED)));
        }
    }

    @Override
    public void cancel(Plan plan, RequestItem item) {
        course.tasks(item.id()).stream()
                .filter(it -> !it.need(TaskType.STATE).ended())
                .forEach(it -> plan.edit(it).set(TaskType.STATE, Task.State.CANCELLED));
    }
}
