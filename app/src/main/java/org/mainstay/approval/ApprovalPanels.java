package org.mainstay.approval;

import org.mainstay.web.Panel;

/// The part of a record's page that shows its approvals; a bean of the module that connects its type.
public final class ApprovalPanels {

    private ApprovalPanels() {}

    /// @param type code of the record type
    public static Panel of(String type) {
        return new Panel(8, type, "approval.plural", "approvals", "", true);
    }
}
