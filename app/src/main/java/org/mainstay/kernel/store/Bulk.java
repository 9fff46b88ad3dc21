package org.mainstay.kernel.store;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.PlanPart;

/// What is to be done to each of many records, as one operation.
///
/// @param action by name; null where attributes are set
/// @param input the attributes, or the answers to the action's questions
/// @param part something besides, such as a comment: made anew for each record, null for nothing
/// @param operation ties all history rows together, and names the bulk in their cause
public record Bulk(@Nullable String action, Input input, Supplier<? extends @Nullable PlanPart> part, UUID operation) {

    /// Whether there is nothing but the part, for which nobody needs to be allowed to edit.
    boolean says() {
        return action == null && input.values().isEmpty();
    }

    /// The plan as a part of the whole.
    Plan of(Plan plan) {
        var name = says() ? "comment" : plan.cause().name();
        var cause = new Cause(Cause.Sort.BULK, name, operation.toString());
        return new Plan(cause, operation, plan.at(), plan.imported(), plan.steps());
    }
}
