package org.mainstay.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.Intake.Session.Prepared;
import org.mainstay.kernel.store.Taken;
import org.mainstay.transfer.Rows.Row;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes in a table batch by batch. The file is read through once before anything is written, so that one
/// that breaks off in the middle leaves nothing behind.
final class TableImport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// A batch is to commit within a second: it grows while it takes less than half of that, where records are
    /// written together, and shrinks where they are not.
    private static final int LEAST_BATCH = 100;

    private static final int MOST_BATCH = 2_000;
    private static final Duration LONG = Duration.ofMillis(400);

    /// Of a dry run so many rows are kept to be shown.
    private static final int SHOWN = 100;

    /// Whoever gets more rows back than this has sent the wrong file.
    private static final int MOST_REFUSED = 50_000;

    private final RecordType<?> type;
    private final ImportOrder order;
    private final Intake.Session session;
    private final RowReading reading;
    private final ImportRowQueries rows;
    private final JobRun run;

    TableImport(
            RecordType<?> type,
            ImportOrder order,
            Intake.Session session,
            RowReading reading,
            ImportRowQueries rows,
            JobRun run) {
        this.type = type;
        this.order = order;
        this.session = session;
        this.reading = reading;
        this.rows = rows;
        this.run = run;
    }

    /// The file, from its beginning each time it is asked for.
    interface Source {
        Rows open() throws IOException;
    }

    void run(Source source) throws IOException {
        if (run.job().total() == null) {
            run.total(survey(source));
        }
        try (var file = source.open();
                var ahead = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("import-", 0).factory())) {
            for (long n = 0; n < run.position(); n++) {
                var row = file.next();
                if (row == null) {
                    return;
                }
                reading.read(row);
            }
            var rows = next(file, null);
            while (!rows.read.isEmpty()) {
                if (run.job().counts().refused() + refused > MOST_REFUSED) {
                    throw new BadFile("transfer.too_many_refused", MOST_REFUSED);
                }
                var before = rows;
                var following = ahead.submit(() -> next(file, before.prepared));
                if (!take(rows)) {
                    return;
                }
                rows = result(following);
            }
        }
    }

    /// Rows of the file, and what is known of the records in them.
    private record Some(List<RowReading.Read> read, Prepared prepared) {}

    /// Reads and prepares while the rows before are written.
    private Some next(Rows file, @Nullable Prepared before) throws IOException {
        var read = batch(file);
        var given = read.stream()
                .map(RowReading.Read::given)
                .filter(it -> it != null)
                .toList();
        return new Some(read, session.prepare(given, before));
    }

    private static Some result(Future<Some> following) throws IOException {
        try {
            return following.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading ahead", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("reading ahead failed", e);
            }
        }
    }

    private long refused;
    private volatile int batch = 2 * LEAST_BATCH;

    private static long survey(Source source) throws IOException {
        long count = 0;
        try (var file = source.open()) {
            while (file.skip()) {
                count++;
            }
        }
        return count;
    }

    private List<RowReading.Read> batch(Rows file) throws IOException {
        var read = new ArrayList<RowReading.Read>();
        while (read.size() < batch) {
            var row = file.next();
            if (row == null) {
                break;
            }
            read.add(reading.read(row));
        }
        return read;
    }

    private boolean take(Some some) {
        long first = run.position();
        long before = System.nanoTime();
        var counted = new Job.Counts[1];
        boolean done = run.batch(first + some.read.size(), () -> {
            if (counted[0] != null) {
                session.restart();
            }
            counted[0] = take(some, first);
            return counted[0];
        });
        refused += counted[0] == null ? 0 : counted[0].refused();
        boolean slow = Duration.ofNanos(System.nanoTime() - before).compareTo(LONG) > 0;
        batch = slow ? Math.max(batch / 2, LEAST_BATCH) : Math.min(batch * 2, MOST_BATCH);
        return done;
    }

    private Job.Counts take(Some some, long first) {
        var taken = session.take(some.prepared).iterator();
        var kept = new ArrayList<ImportRowQueries.Row>();
        long created = 0;
        long changed = 0;
        long unchanged = 0;
        long n = first;
        for (var read : some.read) {
            var one = read.given() == null ? new Taken.Refused("", List.of(problem(read))) : taken.next();
            switch (one) {
                case Taken.Created _ -> created++;
                case Taken.Changed _ -> changed++;
                case Taken.Unchanged _ -> unchanged++;
                case Taken.Refused _ -> {}
            }
            if (one instanceof Taken.Refused || (order.dry() && n < SHOWN)) {
                kept.add(row(n, read.row(), one));
            }
            n++;
        }
        rows.add(run.id(), kept);
        return new Job.Counts(created, changed, unchanged, some.read.size() - created - changed - unchanged);
    }

    private static Problem problem(RowReading.Read read) {
        return read.problem() == null ? new Problem("", Message.of("transfer.row.no_json")) : read.problem();
    }

    private ImportRowQueries.Row row(long n, Row row, Taken taken) {
        return switch (taken) {
            case Taken.Created(var number, var changes) ->
                new ImportRowQueries.Row(n, row.line(), "created", number, BulkChanges.changes(type, changes), null);
            case Taken.Changed(var number, var changes) ->
                new ImportRowQueries.Row(n, row.line(), "changed", number, BulkChanges.changes(type, changes), null);
            case Taken.Unchanged(var number) ->
                new ImportRowQueries.Row(n, row.line(), "unchanged", number, NODES.objectNode(), null);
            case Taken.Refused(var number, var problems) ->
                new ImportRowQueries.Row(
                        n,
                        row.line(),
                        ImportRowQueries.REFUSED,
                        CsvRows.storable(number),
                        Reasons.json(problems),
                        row.fields());
        };
    }

    /// The operation of everything an import writes.
    static UUID operation(JobRun run) {
        return run.id();
    }
}
