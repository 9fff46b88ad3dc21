package org.mainstay.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;

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
                    .set(TaskType.NO_RETURN, step.noReturn())
                    .set(Header.ORGANISATION, work.organisation());
            undone(task, step, work);
            before = task.id();
        }
    }

    private static void undone(Step.Create task, Steps.Step step, Work work) {
        var undone = step.undone();
        if (undone != null) {
            var own = step.group() == null ? work.group() : step.group();
            task.values()
                    .set(
                            TaskType.COMPENSATION,
                            work.german() && undone.titleDe() != null ? undone.titleDe() : undone.title())
                    .set(TaskType.COMPENSATION_GROUP, undone.group() == null ? own : undone.group());
        }
    }

    @Override
    public void begun(Plan plan, Task task) {
        if (task.noReturn()) {
            course.one(RequestItemType.REQUEST_ITEM, task.requestItem())
                    .ifPresent(it -> course.pastReturn(plan, it, task.title()));
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
        var tasks = course.tasks(item.id());
        tasks.stream()
                .filter(it -> !it.need(TaskType.STATE).ended())
                .forEach(it -> plan.edit(it).set(TaskType.STATE, Task.State.CANCELLED));
        var undone = tasks.stream()
                .filter(it -> it.need(TaskType.STATE) == Task.State.DONE && it.get(TaskType.COMPENSATION) != null)
                .sorted(Comparator.comparing(
                                (Snapshot it) -> Objects.requireNonNullElse(it.get(TaskType.ENDED_AT), Instant.MIN))
                        .thenComparing(it -> it.need(TaskType.POSITION))
                        .reversed())
                .map(it -> new Compensation(
                        it.label(), it.need(TaskType.COMPENSATION), it.get(TaskType.COMPENSATION_GROUP)))
                .toList();
        Compensation.add(plan, item.id(), item.group(), tasks, undone);
    }
}
