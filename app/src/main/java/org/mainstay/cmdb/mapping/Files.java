package org.mainstay.cmdb.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.discovery.PayloadJson;
import org.mainstay.cmdb.discovery.Remark;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Actor;
import org.mainstay.transfer.BadFile;

/// Takes files of sources: short ones while the sender waits, others by a job.
final class Files {

    static final long MOST_BYTES = 256L << 20;

    /// Files of more bytes or records become jobs.
    private static final int SMALL_BYTES = 4 << 20;

    private static final int SMALL_RECORDS = 5_000;

    private final Mappings mappings;
    private final Intake intake;
    private final Blobs blobs;
    private final Jobs jobs;

    Files(Mappings mappings, Intake intake, Blobs blobs, Jobs jobs) {
        this.mappings = mappings;
        this.intake = intake;
        this.blobs = blobs;
        this.jobs = jobs;
    }

    /// What became of a file.
    sealed interface Answer {

        record Taken(Report report, MappedBatch batch, PayloadJson.Reading reading) implements Answer {}

        record Queued(UUID job) implements Answer {}
    }

    /// Takes the file if it is short, else queues it.
    ///
    /// @throws BadFile when it cannot be read as the mapping says
    /// @throws Blobs.TooLarge when there is more than is taken
    Answer take(
            Actor actor,
            DiscoverySource source,
            DiscoveryMapping mapping,
            InputStream content,
            boolean dry,
            @Nullable String origin,
            Locale reader)
            throws IOException {
        var head = content.readNBytes(SMALL_BYTES + 1);
        if (head.length <= SMALL_BYTES) {
            var batch = some(mapping, head, SMALL_RECORDS);
            if (batch != null) {
                var reading = reading(batch);
                var manner = new Reconciler.Manner(true, dry, origin);
                var report = intake.take(
                        source, reading.payload(), manner, batch.refused().size());
                return new Answer.Taken(report, batch, reading);
            }
        }
        var blob = blobs.put(new SequenceInputStream(new ByteArrayInputStream(head), content), MOST_BYTES);
        return new Answer.Queued(queue(actor, mapping, blob, "", dry, origin, reader));
    }

    /// Queues a stored file.
    UUID queue(
            Actor actor,
            DiscoveryMapping mapping,
            Blob blob,
            String file,
            boolean dry,
            @Nullable String origin,
            Locale reader)
            throws IOException {
        try (var records = MappedFile.open(mapping, blobs.open(blob), blob.size())) {
            var order = FileOrder.of(mapping, records.columns(), file, dry, origin, reader);
            return jobs.submit(FileJob.KIND, actor.id(), order.payload(), blob);
        }
    }

    /// Queues in earnest what was tried.
    UUID queue(Actor actor, DiscoveryMapping mapping, Job tried) {
        var order = FileOrder.of(tried).earnest(mapping);
        return jobs.submit(FileJob.KIND, actor.id(), order.payload(), Objects.requireNonNull(tried.content()));
    }

    Blob store(InputStream content) throws IOException {
        return blobs.put(content, MOST_BYTES);
    }

    /// The records of a file, mapped; null where there are more.
    private @Nullable MappedBatch some(DiscoveryMapping mapping, byte[] bytes, int most) throws IOException {
        var batch = new MappedBatch(mappings.reader(mapping));
        try (var records = MappedFile.open(mapping, new ByteArrayInputStream(bytes), bytes.length)) {
            int read = 0;
            for (var record = records.next(); record != null; record = records.next()) {
                if (++read > most) {
                    return null;
                }
                batch.add(record);
            }
        }
        return batch;
    }

    /// The batch as other payloads are read: what cannot be read has the row and the column as its place.
    static PayloadJson.Reading reading(MappedBatch batch) {
        List<Remark> refused = new ArrayList<>();
        batch.refused()
                .forEach((record, problems) -> problems.forEach(it -> refused.add(new Remark(
                        it.attribute().isEmpty()
                                ? "/rows/" + record.number()
                                : RecordMapping.pointer(record.number(), it.attribute()),
                        it.reason()))));
        return new PayloadJson.Reading(batch.whole(), null, refused);
    }
}
