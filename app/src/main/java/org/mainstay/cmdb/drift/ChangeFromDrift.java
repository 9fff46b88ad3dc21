package org.mainstay.cmdb.drift;

import java.util.List;
import org.mainstay.kernel.record.Acting;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Refusal;
import org.mainstay.kernel.record.Snapshot;

/// Makes a change record that tells of a drift afterwards; contributed as a bean by the practice of changes. Without
/// one, the action says that it is not possible.
public interface ChangeFromDrift {

    /// May the actor make a change from the subject, which is an open drift that they may decide about?
    Decision permits(Acting acting);

    /// Adds the change, and a link between it and the drift, to the plan, which already says that the drift is
    /// explained.
    ///
    /// @param acting whose subject is the drift
    /// @param item that is otherwise, as the actor sees it
    /// @param lines what is otherwise of it
    void make(Plan plan, Acting acting, Snapshot item, List<DriftLine> lines) throws Refusal;
}
