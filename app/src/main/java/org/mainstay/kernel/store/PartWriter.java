package org.mainstay.kernel.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;

/// How one class of plan parts is checked and written; a bean of the module that owns it.
public interface PartWriter<P extends PlanPart> {

    Class<P> part();

    /// Whether the actor may add this part to the record it sees (`subject` is the record before the
    /// plan). Not asked for records that the same plan creates.
    Decision permits(P part, Snapshot subject, Actor actor);

    /// What is wrong with the part itself; empty when nothing.
    ///
    /// @param record the id of the record it is to hang on
    List<Problem> problems(P part, UUID record, Actor actor);

    /// The statements that write it, run in the plan's transaction after the record is written and
    /// locked.
    ///
    /// @param version the version of the part's own history row
    List<RowCountQuery> statements(P part, UUID record, long version, Instant at, UUID by);

    /// The statements that remove whatever it wrote for these records, which are being purged.
    default List<RowCountQuery> purge(Collection<UUID> records) {
        return List.of();
    }
}
