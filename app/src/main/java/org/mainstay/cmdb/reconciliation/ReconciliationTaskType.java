package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Order;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;

/// Everything the platform knows about reconciliation tasks: what sources bring up and only people can decide.
public final class ReconciliationTaskType {

    public enum Sort {
        /// Two items are the same thing.
        DUPLICATE,
        /// A source takes the item for something of another class.
        RECLASSIFICATION
    }

    public enum State {
        OPEN,
        DONE,
        DISMISSED
    }

    public static final Attribute<String> SUMMARY = Attribute.column("summary", new Kind.Text(200), REQUIRED, SEARCHED);
    public static final Attribute<Sort> KIND =
            Attribute.column("kind", new Kind.Choice<>(Sort.class), REQUIRED, SET_ONCE);
    public static final Attribute<State> STATE = Attribute.column(
                    "state", new Kind.Choice<>(State.class), REQUIRED, READ_ONLY)
            .preset(State.OPEN);
    public static final Attribute<UUID> ITEM =
            Attribute.column("item", new Kind.Reference("configuration_item"), REQUIRED, SET_ONCE);

    /// The one that may be the same.
    public static final Attribute<UUID> OTHER_ITEM =
            Attribute.column("other_item", new Kind.Reference("configuration_item"), SET_ONCE);

    public static final Attribute<String> PROPOSED_CLASS =
            Attribute.column("proposed_class", new Kind.Pick(ItemClasses.WITH_ITEMS), SET_ONCE);
    public static final Attribute<UUID> SOURCE =
            Attribute.column("source", new Kind.Reference("discovery_source"), SET_ONCE);

    /// A task as code sees it.
    public record Task(UUID id, Sort kind, State state, UUID item) {

        static Task of(Snapshot it) {
            return new Task(it.id(), it.need(KIND), it.need(STATE), it.need(ITEM));
        }
    }

    public static final RecordType<Task> RECONCILIATION_TASK = RecordType.<Task>named(
                    "reconciliation_task", "reconciliation-tasks")
            .table("cmdb", "reconciliation_task")
            .numbered("RCT")
            .label(SUMMARY)
            .attributes(SUMMARY, KIND, STATE, ITEM, OTHER_ITEM, PROPOSED_CLASS, SOURCE)
            .orders(Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(SUMMARY, KIND, STATE, ITEM, SOURCE, Header.UPDATED_AT)
            .finished(STATE, State.DONE, State.DISMISSED)
            .actions(new DecideTask.Reclassify(), new DecideTask.Dismiss())
            .deletable()
            .reader(Task::of)
            .build();

    private ReconciliationTaskType() {}
}
