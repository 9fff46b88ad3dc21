package org.mainstay.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Connects a record type with flows; contributed as a bean by the module of the type.
public interface Flowing {

    /// Code of the record type.
    String type();

    /// Code of the type of records that are tasks of such records.
    String taskType();

    /// By what version of a flow the work on a record goes; null where by none.
    @Nullable
    UUID version(Snapshot record);

    /// Whether the work can begin: with this its flow does.
    boolean begins(Snapshot record);

    /// Whether somebody wants the record still: where not, its flow is cancelled.
    boolean active(Snapshot record);

    /// Whether nobody wants the record any more, so that what was done for it has to be undone; not, where it has ended
    /// in another way.
    boolean unwanted(Snapshot record);

    /// What somebody has to do.
    ///
    /// @param group id; null for the record's own
    /// @param person id of who does it; null for whoever takes it
    /// @param noReturn whether who asked does not cancel any more once somebody has begun with it
    record Work(
            String title,
            @Nullable String description,
            @Nullable UUID group,
            @Nullable UUID person,
            boolean noReturn) {}

    /// What somebody has to do because the record was cancelled after a step was done.
    ///
    /// @param of what the step is called
    /// @param group id; null for the record's own
    record Undone(String of, String title, @Nullable UUID group) {}

    /// Adds a task.
    ///
    /// @return its id
    UUID task(Plan plan, Snapshot record, Work work);

    /// Adds the tasks that undo what was done, one after the other in this order.
    void undo(Plan plan, Snapshot record, List<Undone> undone);

    /// Adds that a step was reached after which who asked does not cancel the record any more.
    ///
    /// @param step what it is called
    void pastReturn(Plan plan, Snapshot record, String step);

    /// Whether a task has ended, and with which outcome; null while it has not.
    @Nullable
    String outcome(Snapshot task);

    /// With whom a task is: a person, a group, or nobody.
    List<UUID> who(Snapshot task);

    /// Adds that a task is not needed any more; nothing where it has ended.
    void cancel(Plan plan, Snapshot task);

    /// Whom a step means by `requester` or `beneficiary`; null for nobody, and for other words.
    @Nullable
    UUID person(Snapshot record, String word);

    /// The attributes that flows may set.
    List<Attribute<?>> settable();

    /// Adds what follows when the flow has come to its end.
    ///
    /// @param cancelled whether nothing came of it
    void ended(Plan plan, Snapshot record, boolean cancelled);

    /// Adds that the flow has failed, or goes on again.
    void failed(Plan plan, Snapshot record, boolean failed);

    /// What texts of steps can put in, by its name; `{{name}}` stands for it there.
    Map<String, String> texts(Snapshot record);

    /// Whether titles of tasks and messages are in German where there are German ones.
    boolean german(Snapshot record);
}
