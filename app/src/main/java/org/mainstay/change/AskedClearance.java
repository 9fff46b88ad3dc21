package org.mainstay.change;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalType;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;

/// Asks through approvals, by the policies that administrators have for changes.
///
/// @param approvals asked for when it is needed: they know all record types, this one among them
/// @param risks how risky the change is decides who is asked
record AskedClearance(Supplier<Approvals> approvals, Supplier<RiskAssessor> risks) implements Clearance {

    /// A change about which nobody had to be asked needs no approval: none was asked for, or the last one came to
    /// nothing and the change was scheduled afterwards.
    @Override
    public Optional<Decision.Denied> missing(Snapshot change) {
        var latest = approvals.get().latest(change).map(it -> it.need(ApprovalType.STATE));
        boolean nobodyAsked = latest.isEmpty()
                || (change.need(ChangeType.STATE) == Change.State.SCHEDULED
                        && latest.get() != Approval.State.REQUESTED
                        && !latest.get().granted());
        return nobodyAsked || approvals.get().granted(change)
                ? Optional.empty()
                : Optional.of(new Decision.Denied(Message.of("change.permits.approval")));
    }

    @Override
    public boolean asked(Snapshot change) {
        return approvals
                .get()
                .latest(change)
                .filter(it -> it.need(ApprovalType.STATE) == Approval.State.REQUESTED)
                .isPresent();
    }

    @Override
    public void ask(Plan plan, Acting acting) {
        var assessed = risks.get().assessed(acting.subject(), acting.now());
        plan.edit(acting.subject())
                .set(ChangeType.RISK, assessed.get(ChangeType.RISK))
                .set(ChangeType.RISK_POINTS, assessed.get(ChangeType.RISK_POINTS))
                .set(ChangeType.RISK_ASSESSED_AT, assessed.get(ChangeType.RISK_ASSESSED_AT));
        approvals.get().ask(plan, acting.actor(), assessed);
    }

    @Override
    public void withdraw(Plan plan, Acting acting, @Nullable String reason) {
        approvals.get().withdraw(plan, acting.actor(), acting.subject(), reason);
    }
}
