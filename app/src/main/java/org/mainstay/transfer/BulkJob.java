package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.job.JobKind;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import tools.jackson.databind.node.JsonNodeFactory;

/// The job that does the same to many records, or tells what would be done, or takes it back: record by
/// record through [Acts], as one operation whose id is the job's. What one record refuses stops no other.
final class BulkJob implements JobKind {

    static final String KIND = "bulk";

    /// A batch is to commit within a second, also where an action takes others along.
    private static final int BATCH = 25;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Bulks bulks;
    private final Acts acts;
    private final Actors actors;
    private final RecordTypes types;
    private final ImportRowQueries rows;
    private final BulkChanges changes;
    private final TakingBack takingBack;
    private final Entries entries;
    private final Messages messages;

    BulkJob(
            Bulks bulks,
            Acts acts,
            Actors actors,
            RecordTypes types,
            ImportRowQueries rows,
            BulkChanges changes,
            TakingBack takingBack,
            Entries entries,
            Messages messages) {
        this.bulks = bulks;
        this.acts = acts;
        this.actors = actors;
        this.types = types;
        this.rows = rows;
        this.changes = changes;
        this.takingBack = takingBack;
        this.entries = entries;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Each record is held while it is done, as it is for a single edit.
    @Override
    public boolean takesTurns() {
        return false;
    }

    @Override
    public void run(JobRun run) throws JobRefused {
        var order = BulkOrder.of(run.job());
        var actor = actors.of(run.job().owner(), order.scopes());
        if (order.undoes() != null) {
            takingBack.run(UUID.fromString(order.undoes()), KIND, actor, run);
            return;
        }
        if (types.byCollection(order.collection()).isEmpty()) {
            throw new JobRefused(messages.say(actor.locale(), "transfer.unknown_collection", order.collection()));
        }
        var chosen = bulks.chosen(run.job());
        run.total(chosen.size());
        boolean on = true;
        while (on && run.position() < chosen.size()) {
            long first = run.position();
            var batch = chosen.subList((int) first, Math.min((int) first + BATCH, chosen.size()));
            on = run.batch(first + batch.size(), () -> take(batch, first, order, actor, run.id()));
        }
    }

    private Job.Counts take(List<Chosen> batch, long first, BulkOrder order, Actor actor, UUID job) {
        var type = types.byCollection(order.collection()).orElseThrow().type();
        var bulk = order.bulk(job);
        var told = new ArrayList<ImportRowQueries.Row>();
        var done = new ArrayList<UUID>();
        long n = first;
        for (var one : batch) {
            var outcome =
                    one.id() == null ? new Outcome.Missing() : acts.oneOfMany(actor, type, one.id(), bulk, order.dry());
            told.add(row(n++, one, outcome, done));
        }
        var wrote = done.isEmpty() ? List.of() : List.copyOf(entries.written(job, done));
        var rest = told.stream()
                .map(it -> it.outcome().equals("changed")
                                && !order.dry()
                                && !wrote.contains(
                                        batch.get((int) (it.n() - first)).id())
                        ? new ImportRowQueries.Row(
                                it.n(), it.line(), "unchanged", it.number(), NODES.objectNode(), null)
                        : it)
                .toList();
        rows.add(job, rest);
        return new Job.Counts(0, count(rest, "changed"), count(rest, "unchanged"), count(rest, "refused"));
    }

    private static long count(List<ImportRowQueries.Row> told, String outcome) {
        return told.stream().filter(it -> it.outcome().equals(outcome)).count();
    }

    /// @param done takes the id of a record that was done, be it without anything to change
    private ImportRowQueries.Row row(long n, Chosen one, Outcome outcome, List<UUID> done) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Gone _ -> {
                done.add(Objects.requireNonNull(one.id()));
                yield new ImportRowQueries.Row(n, n + 1, "changed", one.number(), NODES.objectNode(), null);
            }
            case Outcome.Previewed(var effects) -> {
                var detail = changes.json(Objects.requireNonNull(one.id()), effects);
                var what = detail.isEmpty() ? "unchanged" : "changed";
                yield new ImportRowQueries.Row(n, n + 1, what, one.number(), detail, null);
            }
            case Outcome.Denied(var reason) -> refused(n, one, List.of(new Problem("", reason)));
            case Outcome.Refused(var problems) -> refused(n, one, problems);
            case Outcome.Stale _ -> refused(n, one, List.of(Problem.of("kernel.import.changed_meanwhile")));
            case Outcome.Missing _ -> refused(n, one, List.of(Problem.of("kernel.save.no_such_record", one.number())));
        };
    }

    private static ImportRowQueries.Row refused(long n, Chosen one, List<Problem> problems) {
        return new ImportRowQueries.Row(
                n,
                n + 1,
                ImportRowQueries.REFUSED,
                one.number(),
                Reasons.json(problems),
                NODES.arrayNode().add(one.number()));
    }
}
