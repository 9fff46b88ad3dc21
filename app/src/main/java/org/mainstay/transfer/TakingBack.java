package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.store.Undo;
import org.mainstay.kernel.store.Undo.Undone;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes back what an import or a bulk did: all its history rows carry its job as their operation.
final class TakingBack {

    /// What can be taken back: jobs that are over, whatever came of them.
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    private static final int BATCH = 100;

    private final Undo undo;
    private final Entries entries;
    private final ImportRowQueries rows;

    TakingBack(Undo undo, Entries entries, ImportRowQueries rows) {
        this.undo = undo;
        this.entries = entries;
        this.rows = rows;
    }

    static boolean over(Job job) {
        return OVER.contains(job.state());
    }

    /// Whether the job is over and wrote something.
    static boolean possible(Job job) {
        return over(job) && job.counts().created() + job.counts().changed() > 0;
    }

    /// @param what was done: the kind of the job
    void run(UUID operation, String what, Actor actor, JobRun run) {
        run.total(entries.written(operation));
        while (true) {
            long first = run.position();
            var records = entries.written(operation, first, BATCH);
            if (records.isEmpty()
                    || !run.batch(
                            first + records.size(), () -> take(operation, records, first, what, actor, run.id()))) {
                return;
            }
        }
    }

    private Job.Counts take(UUID operation, List<UUID> records, long first, String what, Actor actor, UUID job) {
        var cause = Cause.undoing(what, operation);
        var refused = new ArrayList<ImportRowQueries.Row>();
        long back = 0;
        long unchanged = 0;
        for (int i = 0; i < records.size(); i++) {
            switch (undo.undo(actor, operation, records.get(i), cause, job)) {
                case Undone.Back _ -> back++;
                case Undone.Nothing _ -> unchanged++;
                case Undone.Refused(var number, var problems) ->
                    refused.add(new ImportRowQueries.Row(
                            first + i,
                            first + i + 1,
                            ImportRowQueries.REFUSED,
                            number,
                            Reasons.json(problems),
                            JsonNodeFactory.instance.arrayNode().add(number)));
            }
        }
        rows.add(job, refused);
        return new Job.Counts(0, back, unchanged, refused.size());
    }
}
