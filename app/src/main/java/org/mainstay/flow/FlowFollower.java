package org.mainstay.flow;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Follower;
import org.mainstay.kernel.store.Transactions;

/// Tells runs what happens to records, in the transaction in which it happens.
public final class FlowFollower {

    private FlowFollower() {}

    /// Of the records that flows run for; a bean of the module that connects their type.
    ///
    /// @param wake called after what concerns a flow was saved
    public static Follower subjects(Flowing flowing, Clock clock, Runnable wake) {
        return new OfSubjects(flowing, clock, wake);
    }

    /// Of their tasks.
    public static Follower tasks(Flowing flowing, Runnable wake) {
        return new OfTasks(flowing, wake);
    }

    /// Records that flows run for: begins their flow, has it look again, and cancels it.
    private record OfSubjects(Flowing flowing, Clock clock, Runnable wake) implements Follower {

        @Override
        public String type() {
            return flowing.type();
        }

        @Override
        public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
            var statements = new ArrayList<RowCountQuery>();
            for (var change : changes) {
                var after = change.after();
                if (flows(change.before()) && (after == null || !flowing.active(after))) {
                    statements.add(
                            after != null && flowing.unwanted(after)
                                    ? FlowQueries.undo(change.id())
                                    : FlowQueries.tellAll(change.id(), Signal.Kind.CANCEL, null, null));
                }
                if (after == null || !flows(after)) {
                    continue;
                }
                if (cause.kind() != Cause.Sort.IMPORT && begins(change.before(), after)) {
                    begin(after, statements);
                } else if (change.before() != null) {
                    statements.add(FlowQueries.look(change.id()));
                }
            }
            if (!statements.isEmpty()) {
                Transactions.afterCommit(wake);
            }
            return statements;
        }

        /// Whether it goes by a flow, and somebody wants it still.
        private boolean flows(@Nullable Snapshot record) {
            return record != null && flowing.active(record) && flowing.version(record) != null;
        }

        private boolean begins(@Nullable Snapshot before, Snapshot after) {
            return flowing.begins(after) && (before == null || !flowing.begins(before));
        }

        private void begin(Snapshot record, List<RowCountQuery> statements) {
            var run = new Run(
                    Plan.newId(),
                    Objects.requireNonNull(flowing.version(record)),
                    record.type().code(),
                    record.id(),
                    null,
                    Run.State.WAITING,
                    null,
                    flowing.german(record),
                    0,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
            statements.add(FlowQueries.run(run));
            statements.add(FlowQueries.begin(run.id()));
        }
    }

    /// Tasks that steps wait for.
    private record OfTasks(Flowing flowing, Runnable wake) implements Follower {

        @Override
        public String type() {
            return flowing.taskType();
        }

        @Override
        public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
            var statements = new ArrayList<RowCountQuery>();
            for (var change : changes) {
                var before = change.before();
                if (before == null || flowing.outcome(before) != null) {
                    continue;
                }
                var outcome = change.after() == null ? "deleted" : flowing.outcome(change.after());
                if (outcome != null) {
                    statements.add(FlowQueries.tellOf(change.id(), Signal.Kind.DONE, outcome));
                }
            }
            if (!statements.isEmpty()) {
                Transactions.afterCommit(wake);
            }
            return statements;
        }
    }

    /// Approvals that steps wait for.
    record OfApprovals(Runnable wake) implements Follower {

        @Override
        public String type() {
            return ApprovalType.APPROVAL.code();
        }

        @Override
        public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
            var statements = new ArrayList<RowCountQuery>();
            for (var change : changes) {
                var before = change.before();
                if (before == null || before.get(ApprovalType.STATE) != Approval.State.REQUESTED) {
                    continue;
                }
                var after = change.after();
                var state = after == null ? Approval.State.WITHDRAWN : after.need(ApprovalType.STATE);
                if (state != Approval.State.REQUESTED) {
                    // another one takes the place of one that is superseded
                    var kind = state == Approval.State.SUPERSEDED ? Signal.Kind.LOOK : Signal.Kind.DONE;
                    statements.add(FlowQueries.tellOf(change.id(), kind, Works.outcome(state)));
                }
            }
            if (!statements.isEmpty()) {
                Transactions.afterCommit(wake);
            }
            return statements;
        }
    }
}
