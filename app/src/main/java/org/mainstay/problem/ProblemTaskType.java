package org.mainstay.problem;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.problem.ProblemTask.State;

/// Everything the platform knows about the tasks of problems.
public final class ProblemTaskType {

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());
    public static final Attribute<UUID> PROBLEM =
            Attribute.column("problem", new Kind.Reference("problem"), REQUIRED, SET_ONCE);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));
    public static final Attribute<Instant> DUE_AT = Attribute.column("due_at", new Kind.Moment());
    public static final Attribute<Instant> ENDED_AT = Attribute.column("ended_at", new Kind.Moment(), READ_ONLY);

    public static final RecordType<ProblemTask> PROBLEM_TASK = RecordType.<ProblemTask>named(
                    "problem_task", "problem-tasks")
            .table("problem", "problem_task")
            .numbered("PTK")
            .label(TITLE)
            .attributes(TITLE, STATE, PROBLEM, DESCRIPTION, GROUP, ASSIGNEE, DUE_AT, ENDED_AT)
            .actions(new StartTask(), new CompleteTask(), new CancelTask())
            .orders(Order.by(Order.ascending(DUE_AT)), Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(TITLE, STATE, PROBLEM, GROUP, ASSIGNEE, DUE_AT)
            .people(ASSIGNEE, GROUP)
            .finished(STATE, State.DONE, State.CANCELLED)
            .section("work", STATE, GROUP, ASSIGNEE, DUE_AT)
            .section("about", PROBLEM)
            .section("course", ENDED_AT)
            .workedBy(ProblemType.WORK)
            .deletable()
            .reader(ProblemTask::of)
            .build();

    private ProblemTaskType() {}
}
