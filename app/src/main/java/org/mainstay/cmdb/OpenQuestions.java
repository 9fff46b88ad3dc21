package org.mainstay.cmdb;

import java.util.UUID;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.Sort;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.State;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Values;

/// What people are asked about an item is answered along with what they do to it.
final class OpenQuestions {

    private OpenQuestions() {}

    /// Ends the question whether the item is there, as far as the actor sees that it was asked.
    static void close(Plan plan, Acting acting, UUID item) {
        if (acting.subject().get(ConfigurationItemType.ASKED_AT) == null) {
            return;
        }
        plan.edit(acting.subject()).set(ConfigurationItemType.ASKED_AT, null);
        var open = new Values()
                .set(ReconciliationTaskType.ITEM, item)
                .set(ReconciliationTaskType.KIND, Sort.VERIFICATION)
                .set(ReconciliationTaskType.STATE, State.OPEN);
        acting.lookup()
                .having(ReconciliationTaskType.RECONCILIATION_TASK, open, 1)
                .forEach(it -> plan.edit(it).set(ReconciliationTaskType.STATE, State.DONE));
    }
}
