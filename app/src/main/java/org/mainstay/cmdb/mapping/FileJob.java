package org.mainstay.cmdb.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.ReconciliationRules;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobKind;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Problem;
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

    private final Mappings mappings;
    private final MappingChecks checks;
    private final ReconciliationRules sources;
    private final Intake intake;
    private final Blobs blobs;
    private final RefusedRows rows;
    private final Messages messages;

    FileJob(
            Mappings mappings,
            MappingChecks checks,
            ReconciliationRules sources,
            Intake intake,
            Blobs blobs,
            RefusedRows rows,
            Messages messages) {
        this.mappings = mappings;
        this.checks = checks;
        this.sources = sources;
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
    private record Work(FileOrder order, DiscoverySource source, DiscoveryMapping mapping, JobRun run, long total) {

        Reconciler.Manner manner() {
            return new Reconciler.Manner(true, order.dry(), order.origin());
        }
    }

    @Override
    public void run(JobRun run) throws IOException, JobRefused {
        var order = FileOrder.of(run.job());
        var reader = order.reader();
        var source = sources.source(order.source()).filter(DiscoverySource::active);
        var mapping = mappings.find(order.mapping());
        if (source.isEmpty() || mapping.isEmpty()) {
            throw new JobRefused(messages.say(reader, "mapping.gone"));
        }
        var wrong = checks.problems(mapping.get());
        if (!wrong.isEmpty()) {
            throw new JobRefused(messages.say(wrong.getFirst(), reader));
        }
        try {
            var work = new Work(order, source.get(), mapping.get(), run, count(mapping.get(), run));
            run.total(work.total * (relating(work) ? 2 : 1));
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

    private static boolean relating(Work work) {
        return work.order.relates();
    }

    private Records open(DiscoveryMapping mapping, JobRun run) throws IOException {
        var content = Objects.requireNonNull(run.job().content());
        return MappedFile.open(mapping, blobs.open(content), content.size());
    }

    private long count(DiscoveryMapping mapping, JobRun run) throws IOException {
        try (var records = open(mapping, run)) {
            long count = 0;
            while (records.next() != null) {
                if (++count > MOST_RECORDS) {
                    throw new BadFile("mapping.file.too_many_records", MOST_RECORDS);
                }
            }
            return count;
        }
    }

    private void tried(Work work) throws IOException {
        try (var records = open(work.mapping, work.run)) {
            boolean on = true;
            for (long at = 0; on && at < work.total; ) {
                boolean first = at == 0;
                var batch = batch(work, records, first ? TRIED : BATCH);
                long from = at;
                at += batch.read;
                if (at <= work.run.position()) {
                    continue;
                }
                // in a transaction of its own, which is undone; what it told is kept by the job's
                var report = first ? intake.take(work.source, batch.mapped.whole(), work.manner(), 0) : null;
                on = work.run.batch(at, () -> told(work, batch, from, report));
            }
        }
    }

    private void taken(Work work) throws IOException {
        boolean on = true;
        try (var records = open(work.mapping, work.run)) {
            for (long at = 0; on && at < work.total; ) {
                var batch = batch(work, records, BATCH);
                long from = at;
                at += batch.read;
                if (at > work.run.position()) {
                    boolean last = at == work.total && !relating(work);
                    on = work.run.batch(at, () -> {
                        var report = intake.part(work.source, batch.mapped.onlyItems(), work.manner());
                        return ended(work, told(work, batch, from, report), last);
                    });
                }
            }
        }
        if (on && relating(work)) {
            related(work);
        }
    }

    private void related(Work work) throws IOException {
        boolean on = true;
        try (var records = open(work.mapping, work.run)) {
            for (long at = work.total; on && at < work.total * 2; ) {
                var batch = batch(work, records, BATCH);
                long from = at - work.total;
                at += batch.read;
                if (at > work.run.position()) {
                    boolean last = at == work.total * 2;
                    on = work.run.batch(at, () -> {
                        var payload = batch.mapped.onlyRelations();
                        var report = intake.part(work.source, payload, work.manner());
                        long refused = keepRelations(work, batch, from, report);
                        return ended(work, new Job.Counts(0, 0, 0, refused), last);
                    });
                }
            }
        }
    }

    private record Batch(MappedBatch mapped, Map<Records.Found, Long> places, int read) {}

    private Batch batch(Work work, Records records, int most) throws IOException {
        var mapped = new MappedBatch(mappings.reader(work.mapping));
        var places = new IdentityHashMap<Records.Found, Long>();
        int read = 0;
        while (read < most) {
            var record = records.next();
            if (record == null) {
                break;
            }
            places.put(record, (long) read++);
            mapped.add(record);
        }
        return new Batch(mapped, places, read);
    }

    /// Keeps what was refused and counts the rest.
    ///
    /// @param report null where the records were only read
    private Job.Counts told(Work work, Batch batch, long from, @Nullable Report report) {
        batch.mapped.refused().forEach((record, problems) -> keep(work, batch, from, record, problems));
        long refused = batch.mapped.refused().size();
        if (report == null) {
            return new Job.Counts(0, 0, 0, refused);
        }
        var columns = columns(work.mapping);
        for (var one : report.items()) {
            if (one.outcome() == Taken.Outcome.REFUSED) {
                var problems = one.problems().stream()
                        .map(it -> new Problem(columns.getOrDefault(it.attribute(), it.attribute()), it.reason()))
                        .toList();
                keep(work, batch, from, batch.mapped.record(one.said().ref()), problems);
            }
        }
        if (work.order.dry()) {
            refused += keepRelations(work, batch, from, report);
        }
        return new Job.Counts(
                report.count(Taken.Outcome.CREATED),
                report.count(Taken.Outcome.UPDATED),
                report.count(Taken.Outcome.UNCHANGED),
                refused + report.count(Taken.Outcome.REFUSED));
    }

    /// A relation whose own item was refused is not told of a second time.
    ///
    /// @return of how many records a relation was refused
    private long keepRelations(Work work, Batch batch, long from, Report report) {
        var byRecord = new HashMap<String, List<Problem>>();
        report.refusedRelations().forEach((index, problems) -> {
            var relation = batch.mapped.relations().get(index);
            boolean outward = relation.from().startsWith("row ");
            var other = outward ? "to" : "from";
            problems.stream()
                    .filter(it -> !it.attribute().equals(outward ? "from" : "to"))
                    .forEach(it -> byRecord.computeIfAbsent(
                                    outward ? relation.from() : relation.to(), _ -> new ArrayList<>())
                            .add(new Problem(
                                    it.attribute().equals(other) ? relation.type() : it.attribute(), it.reason())));
        });
        byRecord.forEach((ref, problems) -> keep(work, batch, from, batch.mapped.record(ref), problems));
        return byRecord.size();
    }

    private void keep(Work work, Batch batch, long from, Records.Found record, List<Problem> problems) {
        long place = from + Objects.requireNonNull(batch.places.get(record));
        rows.keep(work.run.id(), place, record.number(), "", problems, record.raw());
    }

    /// The column that gives each attribute.
    static Map<String, String> columns(DiscoveryMapping mapping) {
        var columns = new HashMap<String, String>();
        mapping.lines().forEach(it -> columns.putIfAbsent(it.to(), it.called()));
        return columns;
    }

    /// Notes the delivery with its source once all of it is through.
    private Job.Counts ended(Work work, Job.Counts more, boolean last) {
        if (last) {
            var all = work.run.counts().and(more);
            intake.took(work.source, work.run.id(), work.order.origin(), all);
        }
        return more;
    }
}
