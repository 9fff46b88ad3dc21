package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobKind;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.transfer.BadFile;
import org.mainstay.transfer.RefusedRows;

/// The job that takes a file of a source, or tells what would become of it. The file is read to its end before anything
/// is taken, so that one that breaks off changes nothing; then its items are taken batch by batch, and after them its
/// relations, which may lead to items further down.
final class FileJob implements JobKind {

    static final String KIND = "discovery";

    /// So many records of a file are tried in a dry run; the rest is read only.
    static final int TRIED = 5_000;

    static final int MOST_RECORDS = 1_000_000;

    private static final int BATCH = 500;

    private final RecordStore store;
    private final Mappings mappings;
    private final MappingChecks checks;
    private final Intake intake;
    private final Blobs blobs;
    private final RefusedRows rows;
    private final Messages messages;

    FileJob(
            RecordStore store,
            Mappings mappings,
            MappingChecks checks,
            Intake intake,
            Blobs blobs,
            RefusedRows rows,
            Messages messages) {
        this.store = store;
        this.mappings = mappings;
        this.checks = checks;
        this.intake = intake;
        this.blobs = blobs;
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Deliveries wait for each other where they are about the same things.
    @Override
    public boolean takesTurns() {
        return false;
    }

    /// What a run works on.
    ///
    /// @param total records of the file
    private record Work(
            FileOrder order,
            DiscoverySource source,
            DiscoveryMapping mapping,
            RecordMapping reader,
            JobRun run,
            long total) {

        Reconciler.Manner manner() {
            return new Reconciler.Manner(true, order.dry(), order.origin());
        }
    }

    /// Some records of the file.
    ///
    /// @param from place of the first
    /// @param last whether they are the last of this pass
    private record Batch(MappedBatch mapped, Map<Records.Found, Long> places, long from, boolean last) {

        long end() {
            return from + places.size();
        }
    }

    /// What is done with a batch: something before the transaction that moves the job on, and the rest in it.
    private interface Step {

        Supplier<Job.Counts> of(Batch batch);
    }

    @Override
    public void run(JobRun run) throws IOException, JobRefused {
        var order = FileOrder.of(run.job());
        var reader = order.reader();
        var source = store.get(Installation.ITSELF, DiscoverySourceType.DISCOVERY_SOURCE, order.source())
                .map(DiscoverySource::of)
                .filter(DiscoverySource::active);
        var mapping = mappings.find(Installation.ITSELF, order.mapping());
        if (source.isEmpty() || mapping.isEmpty()) {
            throw new JobRefused(messages.say(reader, "mapping.gone"));
        }
        var wrong = checks.problems(mapping.get());
        if (!wrong.isEmpty()) {
            throw new JobRefused(messages.say(wrong.getFirst(), reader));
        }
        try {
            var total = total(order, mapping.get(), run);
            var work = new Work(order, source.get(), mapping.get(), mappings.reader(mapping.get()), run, total);
            if (order.dry()) {
                tried(work);
            } else {
                taken(work);
            }
        } catch (BadFile e) {
            var sentence = messages.say(e.reason(), reader);
            if (!order.dry()) {
                intake.failed(source.get(), order.origin(), sentence);
            }
            throw new JobRefused(sentence);
        }
    }

    private Records open(DiscoveryMapping mapping, JobRun run) throws IOException {
        var content = Objects.requireNonNull(run.job().content());
        return MappedFile.open(mapping, blobs.open(content), content.size());
    }

    /// Reads the file to its end, unless an earlier run has.
    private long total(FileOrder order, DiscoveryMapping mapping, JobRun run) throws IOException {
        var known = run.job().total();
        if (known != null) {
            return known / order.passes();
        }
        long total = 0;
        try (var records = open(mapping, run)) {
            while (records.skip()) {
                if (++total > MOST_RECORDS) {
                    throw new BadFile("mapping.file.too_many_records", MOST_RECORDS);
                }
            }
        }
        run.total(total * order.passes());
        return total;
    }

    private void tried(Work work) throws IOException {
        var ends = mappings.ends();
        if (work.mapping.relates()) {
            try (var records = open(work.mapping, work.run)) {
                batch(work, records, 0, TRIED).mapped.items().forEach(ends::add);
            }
        }
        pass(work, 0, batch -> {
            // in a transaction of its own, which is undone; what it told is kept by the job's
            var report = batch.from < TRIED ? intake.take(work.source, batch.mapped.whole(), work.manner(), 0) : null;
            return () -> {
                var refusals = new FileRefusals(work.mapping, batch.mapped, batch.places);
                long relations = report == null ? 0 : refusals.relations(batch.mapped.whole(), report, ends);
                return told(work, batch, refusals, report, relations);
            };
        });
    }

    private void taken(Work work) throws IOException {
        if (work.total == 0) {
            work.run.batch(0, () -> noted(work, new Job.Counts(0, 0, 0, 0)));
            return;
        }
        boolean on = pass(work, 0, batch -> () -> {
            var report = intake.part(work.source, batch.mapped.onlyItems(), work.manner());
            var counts = told(work, batch, new FileRefusals(work.mapping, batch.mapped, batch.places), report, 0);
            return batch.last && !work.order.relates() ? noted(work, counts) : counts;
        });
        if (on && work.order.relates()) {
            pass(work, work.total, batch -> () -> {
                var refused = rows.kept(work.run.id(), batch.from, batch.end());
                var payload = batch.mapped.onlyRelations(it -> !refused.contains(batch.places.get(it)));
                var report = intake.relations(work.source, payload, work.manner());
                var refusals = new FileRefusals(work.mapping, batch.mapped, batch.places);
                var counts = new Job.Counts(0, 0, 0, refusals.relations(payload, report, mappings.ends()));
                refusals.keep(rows, work.run.id());
                return batch.last ? noted(work, counts) : counts;
            });
        }
    }

    /// Goes through the file batch by batch, from where the last run ended.
    ///
    /// @param start position of the job at which the pass begins
    /// @return false when the job was cancelled
    private boolean pass(Work work, long start, Step step) throws IOException {
        long at = Math.clamp(work.run.position() - start, 0, work.total);
        if (at == work.total) {
            return true;
        }
        try (var records = open(work.mapping, work.run)) {
            for (long passed = 0; passed < at && records.skip(); passed++) {
                continue;
            }
            boolean on = true;
            while (on && at < work.total) {
                var batch = batch(work, records, at, BATCH);
                at = batch.end();
                on = work.run.batch(start + at, step.of(batch));
            }
            return on;
        }
    }

    private static Batch batch(Work work, Records records, long from, int most) throws IOException {
        var mapped = new MappedBatch(work.reader);
        var places = new IdentityHashMap<Records.Found, Long>();
        while (places.size() < most) {
            var record = records.next();
            if (record == null) {
                break;
            }
            places.put(record, from + places.size());
            mapped.add(record);
        }
        return new Batch(mapped, places, from, from + places.size() == work.total);
    }

    /// Keeps what was refused and counts the rest.
    ///
    /// @param report null where the records were only read
    private Job.Counts told(Work work, Batch batch, FileRefusals refusals, @Nullable Report report, long relations) {
        refusals.items(report);
        refusals.keep(rows, work.run.id());
        long refused = batch.mapped.refused().size() + relations;
        return report == null
                ? new Job.Counts(0, 0, 0, refused)
                : new Job.Counts(
                        report.count(Taken.Outcome.CREATED),
                        report.count(Taken.Outcome.UPDATED),
                        report.count(Taken.Outcome.UNCHANGED),
                        refused + report.count(Taken.Outcome.REFUSED));
    }

    /// Notes the delivery with its source: all of it is through.
    private Job.Counts noted(Work work, Job.Counts more) {
        intake.took(
                work.source,
                work.run.id(),
                work.order.origin(),
                work.run.counts().and(more));
        return more;
    }
}
