package org.mainstay.request;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;

/// Gives the task to a group, a person or both.
record AssignTask() implements Action<Task> {

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public List<Attribute<?>> asks() {
        return List.of(TaskType.GROUP, TaskType.ASSIGNEE);
    }

    @Override
    public Decision permits(Task task, Acting acting) {
        return Permits.agentsOn(task, acting);
    }

    @Override
    public Plan apply(Task task, Acting acting) throws Refusal {
        if (acting.answers().isEmpty()) {
            throw new Refusal(Problem.at(TaskType.GROUP, "request.assign.to_whom"));
        }
        return acting.plan(this);
    }

    @Override
    public int rank() {
        return 30;
    }
}
