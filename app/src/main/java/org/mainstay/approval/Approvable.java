package org.mainstay.approval;

import java.util.List;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frame;

/// Connects a record type with approvals; contributed as a bean by the module of the type, which also contributes the
/// panel [ApprovalPanels#of] and asks through [Approvals].
public interface Approvable {

    /// Code of the record type.
    String type();

    /// Whom a record concerns, and how much it is about.
    ApprovalCase of(Snapshot record);

    /// On what a decision rests: those who are asked see these attributes, whatever else they may see, and another
    /// value of one of them asks anew.
    List<Attribute<?>> facts();

    /// What whoever is asked is told besides, because it never changes; as the reader may know it.
    default List<LedgerView.Fact> told(Snapshot record, Actor reader, Frame frame) {
        return List.of();
    }

    /// Whether another value of a fact asks anew: not, where it is too late for that.
    default boolean renews(Snapshot record) {
        return true;
    }

    /// What follows for the record where somebody has to decide on it first, in the plan that asks them.
    ///
    /// @param record as it is, whatever the one who asks may see of it
    default void asked(Snapshot record, Plan plan) {}

    /// What follows for the record, in the transaction of the decision: edits are added to the plan. Called for every
    /// end of an approval but [Approval.State#SUPERSEDED], after which another one begins, and with
    /// [Approval.State#SKIPPED] where no policy asks for any.
    ///
    /// @param record as it is, whatever the one who decides may see of it
    void ended(Approval.State how, Snapshot record, Plan plan);
}
