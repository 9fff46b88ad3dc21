package org.mainstay.change;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.time.Instant;
import java.util.UUID;
import org.mainstay.change.ChangeTask.State;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;

/// Everything the platform knows about the tasks of changes.
public final class ChangeTaskType {

    static final int LONGEST = 200;

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(LONGEST), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());
    public static final Attribute<UUID> CHANGE =
            Attribute.column("change", new Kind.Reference("change"), REQUIRED, SET_ONCE);

    /// When in the course of the change it is done; implementing begins and ends with these alone.
    public static final Attribute<ChangeTask.Kind> KIND = Attribute.column(
                    "kind", new Kind.Choice<>(ChangeTask.Kind.class), REQUIRED)
            .preset(ChangeTask.Kind.IMPLEMENT);

    /// Tasks of one position may be done beside each other; those of a later one begin when these have ended.
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(1_000L);

    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);
    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));
    public static final Attribute<Instant> PLANNED_START = Attribute.column("planned_start", new Kind.Moment());
    public static final Attribute<Instant> PLANNED_END = Attribute.column("planned_end", new Kind.Moment());
    public static final Attribute<Instant> STARTED_AT = Attribute.column("started_at", new Kind.Moment(), READ_ONLY);
    public static final Attribute<Instant> ENDED_AT = Attribute.column("ended_at", new Kind.Moment(), READ_ONLY);

    public static final RecordType<ChangeTask> CHANGE_TASK = RecordType.<ChangeTask>named("change_task", "change-tasks")
            .table("change", "change_task")
            .numbered("CTK")
            .label(TITLE)
            .attributes(
                    TITLE,
                    STATE,
                    KIND,
                    POSITION,
                    CHANGE,
                    DESCRIPTION,
                    GROUP,
                    ASSIGNEE,
                    PLANNED_START,
                    PLANNED_END,
                    STARTED_AT,
                    ENDED_AT)
            .actions(new StartTask(), new CompleteTask(), new CancelTask())
            .orders(Order.by(Order.ascending(PLANNED_START)), Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(TITLE, STATE, KIND, CHANGE, GROUP, ASSIGNEE, PLANNED_START)
            .people(ASSIGNEE, GROUP)
            .finished(STATE, State.DONE, State.CANCELLED)
            .section("work", STATE, KIND, POSITION, GROUP, ASSIGNEE)
            .section("window", PLANNED_START, PLANNED_END, STARTED_AT, ENDED_AT)
            .section("about", CHANGE)
            .workedBy(ChangeType.WORK)
            .deletable()
            .reader(ChangeTask::of)
            .build();

    private ChangeTaskType() {}
}
