package org.mainstay.cmdb.reconciliation;

import static org.mainstay.kernel.record.Attribute.Trait.READ_ONLY;
import static org.mainstay.kernel.record.Attribute.Trait.REQUIRED;
import static org.mainstay.kernel.record.Attribute.Trait.SEARCHED;
import static org.mainstay.kernel.record.Attribute.Trait.SET_ONCE;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        RECLASSIFICATION,
        /// Nobody confirmed for long that the item is there.
        VERIFICATION
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

    /// Who is asked, beside those who keep the item.
    public static final Attribute<UUID> ASSIGNEE = Attribute.column("assignee", new Kind.Reference("person"));

    public static final Attribute<UUID> GROUP = Attribute.column("group", new Kind.Reference("group"));

    /// The staleness policy that asks.
    public static final Attribute<UUID> POLICY =
            Attribute.column("policy", new Kind.Reference("staleness_policy"), SET_ONCE);

    /// Why it is asked, or why nothing was done without an answer.
    public static final Attribute<String> REASON = Attribute.column("reason", new Kind.Text(400), READ_ONLY);

    /// A task as code sees it.
    public record Task(
            UUID id,
            Sort kind,
            State state,
            UUID item,
            @Nullable UUID assignee,
            @Nullable UUID group) {

        static Task of(Snapshot it) {
            return new Task(it.id(), it.need(KIND), it.need(STATE), it.need(ITEM), it.get(ASSIGNEE), it.get(GROUP));
        }
    }

    public static final RecordType<Task> RECONCILIATION_TASK = RecordType.<Task>named(
                    "reconciliation_task", "reconciliation-tasks")
            .table("cmdb", "reconciliation_task")
            .numbered("RCT")
            .label(SUMMARY)
            .attributes(SUMMARY, KIND, STATE, ITEM, OTHER_ITEM, PROPOSED_CLASS, SOURCE, ASSIGNEE, GROUP, POLICY, REASON)
            .orders(Order.by(Order.descending(Header.UPDATED_AT)))
            .columns(SUMMARY, KIND, STATE, ITEM, ASSIGNEE, GROUP, Header.UPDATED_AT)
            .finished(STATE, State.DONE, State.DISMISSED)
            .actions(
                    new DecideTask.Confirm(),
                    new DecideTask.Retire(),
                    new DecideTask.Reclassify(),
                    new DecideTask.Dismiss())
            .deletable()
            .reader(Task::of)
            .build();

    private ReconciliationTaskType() {}
}
