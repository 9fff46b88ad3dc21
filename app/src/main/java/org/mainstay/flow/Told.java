package org.mainstay.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.PlanPart;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.Transactions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Somebody tells the flow of a record something, by an action.
///
/// @param what a message's name, or why a step is left out
record Told(Signal.Kind told, @Nullable String what, UUID by) implements PlanPart {

    static final String KIND = "flow";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JsonNode changes() {
        var changes = JsonNodeFactory.instance.objectNode().put("flow", Codes.of(told));
        return what == null ? changes : changes.put("said", what);
    }

    /// @param wake to be called once it is saved
    record Writer(Runnable wake) implements PartWriter<Told> {

        @Override
        public Class<Told> part() {
            return Told.class;
        }

        /// Only actions add it, and they ask themselves.
        @Override
        public Decision permits(Told part, Snapshot subject, Actor actor) {
            return Decision.allowed("flow.told");
        }

        @Override
        public List<Problem> problems(Told part, UUID record, Actor actor) {
            return List.of();
        }

        @Override
        public List<RowCountQuery> statements(Told part, UUID record, long version, Instant at, UUID by) {
            Transactions.afterCommit(wake);
            return List.of(FlowQueries.tellAll(record, part.told(), part.what(), part.by()));
        }
    }
}
