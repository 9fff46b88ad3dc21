package org.mainstay.request;

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
import org.mainstay.request.Task.State;

/// Everything the platform knows about the tasks of request items.
public final class TaskType {

    public static final Attribute<String> TITLE = Attribute.column("title", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<String> DESCRIPTION = Attribute.column("description", new Kind.Prose());
    public static final Attribute<UUID> REQUEST_ITEM =
            Attribute.column("request_item", new Kind.Reference("request_item"), REQUIRED, SET_ONCE);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);
    public static final Attribute<Long> POSITION =
            Attribute.column("position", new Kind.Whole(0, 1_000_000), REQUIRED).preset(100L);

    /// The task that has to end before this one begins.
    public static final Attribute<UUID> DEPENDS_ON =
            Attribute.column("depends_on", new Kind.Reference("task"), READ_ONLY);

    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));

    /// Since when it can be done.
    public static final Attribute<Instant> READY_AT = Attribute.column("ready_at", new Kind.Moment(), READ_ONLY);

    public static final Attribute<Instant> ENDED_AT = Attribute.column("ended_at", new Kind.Moment(), READ_ONLY);

    /// Whether who ordered does not cancel any more once somebody has begun with it.
    public static final Attribute<Boolean> NO_RETURN =
            Attribute.column("no_return", new Kind.YesNo(), REQUIRED, READ_ONLY).preset(false);

    /// The task that undoes this one where the item is cancelled after it was done, and whose that will be.
    public static final Attribute<String> COMPENSATION =
            Attribute.column("compensation", new Kind.Text(200), READ_ONLY);

    public static final Attribute<UUID> COMPENSATION_GROUP =
            Attribute.column("compensation_group", new Kind.Reference("group"), READ_ONLY);

    /// What it was made to undo, as people call that; empty for all other tasks.
    public static final Attribute<String> UNDOES = Attribute.column("undoes", new Kind.Text(200), READ_ONLY);

    /// As modules name it; the installation's own has its engine.
    public static final RecordType<Task> TASK = with(new TaskLine(Course.NOWHERE));

    private TaskType() {}

    static RecordType<Task> with(Fulfilment fulfilment) {
        return RecordType.<Task>named("task", "tasks")
                .table("request", "task")
                .numbered("TASK")
                .label(TITLE)
                .attributes(
                        TITLE,
                        STATE,
                        DESCRIPTION,
                        REQUEST_ITEM,
                        GROUP,
                        ASSIGNEE,
                        POSITION,
                        DEPENDS_ON,
                        READY_AT,
                        ENDED_AT,
                        NO_RETURN,
                        COMPENSATION,
                        COMPENSATION_GROUP,
                        UNDOES)
                .actions(
                        new TakeTask(),
                        new AssignTask(),
                        new StartTask(fulfilment),
                        EndTask.complete(fulfilment),
                        EndTask.skip(fulfilment))
                .orders(Order.by(Order.descending(READY_AT)), Order.by(Order.descending(Header.UPDATED_AT)))
                .columns(TITLE, STATE, REQUEST_ITEM, GROUP, ASSIGNEE, READY_AT)
                .people(ASSIGNEE, GROUP)
                .finished(STATE, State.DONE, State.SKIPPED, State.CANCELLED)
                .section("work", STATE, GROUP, ASSIGNEE)
                .section("about", REQUEST_ITEM, POSITION, DEPENDS_ON, UNDOES)
                .section("cancelling", NO_RETURN, COMPENSATION, COMPENSATION_GROUP)
                .section("course", READY_AT, ENDED_AT)
                .workedBy(RequestItemType.WORK)
                .deletable()
                .reader(Task::of)
                .build();
    }
}
