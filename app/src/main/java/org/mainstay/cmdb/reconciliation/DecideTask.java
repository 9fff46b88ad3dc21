package org.mainstay.cmdb.reconciliation;

import java.util.List;
import java.util.function.Consumer;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.State;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.Task;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Step;

/// What people decide about a reconciliation task.
final class DecideTask {

    private DecideTask() {}

    private static final String MANAGE = "cmdb:manage";

    /// Those who keep the item, and those it is asked of.
    private static Decision answers(Task task, Acting acting) {
        if (task.kind() != ReconciliationTaskType.Sort.VERIFICATION) {
            return Decision.denied("reconciliation.task.no_verification");
        }
        boolean asked = ItemOrganisations.theirs(acting.actor(), task.assignee(), task.group());
        return asked && task.state() == State.OPEN
                ? Decision.allowed("reconciliation.task.asked")
                : permits(task, acting);
    }

    private static Plan answer(Action<Task> action, Task task, Acting acting, Consumer<Step.Edit> decision)
            throws Refusal {
        var item = acting.lookup()
                .get(ConfigurationItemType.CONFIGURATION_ITEM, task.item())
                .orElseThrow(() -> new Refusal(Problem.of("reconciliation.gone_meanwhile")));
        var plan = acting.plan(action);
        plan.edit(acting.subject()).set(ReconciliationTaskType.STATE, State.DONE);
        decision.accept(plan.edit(item).set(ConfigurationItemType.ASKED_AT, null));
        return plan;
    }

    /// The item is there.
    record Confirm() implements Action<Task> {

        @Override
        public String name() {
            return "confirm";
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Task task, Acting acting) {
            return answers(task, acting);
        }

        @Override
        public Plan apply(Task task, Acting acting) throws Refusal {
            return answer(this, task, acting, it -> it.set(ConfigurationItemType.CONFIRMED_AT, acting.now()));
        }

        @Override
        public int rank() {
            return 10;
        }
    }

    /// The item is not there any more.
    record Retire() implements Action<Task> {

        @Override
        public String name() {
            return "retire";
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Task task, Acting acting) {
            return answers(task, acting);
        }

        @Override
        public Plan apply(Task task, Acting acting) throws Refusal {
            return answer(this, task, acting, it -> it.set(ConfigurationItemType.STATUS, Status.RETIRED));
        }

        @Override
        public int rank() {
            return 20;
        }
    }

    private static Decision permits(Task task, Acting acting) {
        if (task.state() != State.OPEN) {
            return Decision.denied("reconciliation.task.decided");
        }
        return acting.may(MANAGE)
                ? Decision.allowed("kernel.access.permission", MANAGE)
                : Decision.denied("kernel.access.permission_needed", MANAGE);
    }

    /// The item stays as it is, and the question is not asked again.
    record Dismiss() implements Action<Task> {

        @Override
        public String name() {
            return "dismiss";
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Task task, Acting acting) {
            return DecideTask.permits(task, acting);
        }

        @Override
        public Plan apply(Task task, Acting acting) {
            var plan = acting.plan(this);
            plan.edit(acting.subject()).set(ReconciliationTaskType.STATE, State.DISMISSED);
            return plan;
        }
    }

    /// The item is of the class that the source says.
    record Reclassify() implements Action<Task> {

        @Override
        public String name() {
            return "reclassify";
        }

        @Override
        public List<String> changes() {
            return List.of("state");
        }

        @Override
        public Decision permits(Task task, Acting acting) {
            return task.kind() == ReconciliationTaskType.Sort.RECLASSIFICATION
                    ? DecideTask.permits(task, acting)
                    : Decision.denied("reconciliation.task.no_reclassification");
        }

        @Override
        public Plan apply(Task task, Acting acting) throws Refusal {
            var item = acting.lookup()
                    .get(ConfigurationItemType.CONFIGURATION_ITEM, task.item())
                    .orElseThrow(() -> new Refusal(Problem.of("reconciliation.gone_meanwhile")));
            var plan = acting.plan(this);
            plan.edit(acting.subject()).set(ReconciliationTaskType.STATE, State.DONE);
            plan.edit(item)
                    .set(ConfigurationItemType.CLASS, acting.subject().need(ReconciliationTaskType.PROPOSED_CLASS));
            return plan;
        }

        @Override
        public int rank() {
            return 50;
        }
    }
}
