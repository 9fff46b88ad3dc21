package org.mainstay.transfer;

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

/// Takes back what an import did: all history rows of an import carry its job as their operation.
final class UndoImport {

    /// What can be taken back: jobs that are over, whatever came of them.
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    private static final int BATCH = 100;

    private final Undo undo;
    private final Entries entries;
    private final ImportTerms.Refusing refusing;

    UndoImport(Undo undo, Entries entries, ImportTerms.Refusing refusing) {
        this.undo = undo;
        this.entries = entries;
        this.refusing = refusing;
    }

    static boolean possible(Job job, ImportOrder order) {
        return OVER.contains(job.state())
                && !order.dry()
                && order.undoes() == null
                && job.counts().created() + job.counts().changed() > 0;
    }

    void run(UUID operation, Actor actor, JobRun run) {
        run.total(entries.written(operation));
        while (true) {
            long first = run.position();
            var records = entries.written(operation, first, BATCH);
            if (records.isEmpty()
                    || !run.batch(first + records.size(), () -> take(operation, records, first, actor, run.id()))) {
                return;
            }
        }
    }

    private Job.Counts take(UUID operation, List<UUID> records, long first, Actor actor, UUID job) {
        var cause = new Cause(Cause.Sort.ACTION, "undo_import", operation.toString());
        long back = 0;
        long unchanged = 0;
        long refused = 0;
        for (int i = 0; i < records.size(); i++) {
            switch (undo.undo(actor, operation, records.get(i), cause, job)) {
                case Undone.Back _ -> back++;
                case Undone.Nothing _ -> unchanged++;
                case Undone.Refused(var number, var problems) -> {
                    refused++;
                    refusing.refuse(first + i, first + i + 1, number, problems, List.of(number));
                }
            }
        }
        return new Job.Counts(0, back, unchanged, refused);
    }
}
