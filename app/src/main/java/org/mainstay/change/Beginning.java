package org.mainstay.change;

import java.util.List;
import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Values;

/// What the first step of a change brings.
final class Beginning {

    private Beginning() {}

    /// Adds the tasks of its model where the change leaves `new` for the first time; none where it has tasks already.
    static void tasks(Plan plan, Change change, Acting acting) {
        if (change.state() != State.NEW
                || !acting.lookup()
                        .having(ChangeTaskType.CHANGE_TASK, new Values().set(ChangeTaskType.CHANGE, change.id()), 1)
                        .isEmpty()) {
            return;
        }
        var model = ChangeModel.of(change.model(), acting.lookup());
        long position = 0;
        for (var task : model.map(ChangeModel::tasks).orElse(List.of())) {
            position += 10;
            plan.create(ChangeTaskType.CHANGE_TASK)
                    .values()
                    .set(ChangeTaskType.TITLE, task.title())
                    .set(ChangeTaskType.KIND, task.kind())
                    .set(ChangeTaskType.CHANGE, change.id())
                    .set(ChangeTaskType.POSITION, position)
                    .set(ChangeTaskType.GROUP, change.group())
                    .set(Header.ORGANISATION, acting.subject().organisation());
        }
    }
}
