package org.mainstay.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mainstay.kernel.blob.Blob;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.job.JobKind;
import org.mainstay.kernel.job.JobRefused;
import org.mainstay.kernel.job.JobRun;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import tools.jackson.databind.node.JsonNodeFactory;

/// The job that imports a file: by its profile, or as a plain table.
final class ImportJob implements JobKind {

    static final String KIND = "import";

    private final Imports imports;
    private final Blobs blobs;
    private final Actors actors;
    private final RecordTypes types;
    private final Intake intake;
    private final ImportRowQueries rows;
    private final Messages messages;
    private final Picks picks;
    private final TakingBack takingBack;

    ImportJob(
            Imports imports,
            Blobs blobs,
            Actors actors,
            RecordTypes types,
            Intake intake,
            ImportRowQueries rows,
            Messages messages,
            Picks picks,
            TakingBack takingBack) {
        this.imports = imports;
        this.blobs = blobs;
        this.actors = actors;
        this.types = types;
        this.intake = intake;
        this.rows = rows;
        this.messages = messages;
        this.picks = picks;
        this.takingBack = takingBack;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Two imports of one file would trip over each other.
    @Override
    public boolean takesTurns() {
        return true;
    }

    @Override
    public void run(JobRun run) throws IOException, JobRefused {
        var order = ImportOrder.of(run.job());
        var owner = run.job().owner();
        Actor actor = owner.equals(Installation.SYSTEM) ? actors.machine("system") : actors.of(owner, order.scopes());
        try {
            var denied = imports.denied(actor);
            if (denied != null) {
                throw new BadFile(denied);
            }
            run(order, actor, run);
        } catch (BadFile e) {
            throw new JobRefused(messages.say(e.reason(), actor.locale()));
        }
    }

    private void run(ImportOrder order, Actor actor, JobRun run) throws IOException {
        if (order.undoes() != null) {
            takingBack.run(UUID.fromString(order.undoes()), KIND, actor, run);
            return;
        }
        var blob = Objects.requireNonNull(run.job().content());
        if (!order.profile().isEmpty()) {
            var profile = imports.profile(order.profile())
                    .orElseThrow(() -> new BadFile("transfer.unknown_profile", order.profile()));
            try (var content = Unpacked.open(blobs.open(blob), blob.size())) {
                var terms = new ImportTerms(actor, Imports.organisation(order, actor), order.dry(), refusing(run));
                profile.run(content, terms, run);
            }
            return;
        }
        table(order, actor, run, blob);
    }

    private ImportTerms.Refusing refusing(JobRun run) {
        return (n, line, number, problems, fields) -> {
            var raw = JsonNodeFactory.instance.arrayNode();
            fields.forEach(it -> raw.add(CsvRows.storable(it)));
            rows.add(
                    run.id(),
                    List.of(new ImportRowQueries.Row(
                            n, line, ImportRowQueries.REFUSED, number, Reasons.json(problems), raw)));
        };
    }

    private void table(ImportOrder order, Actor actor, JobRun run, Blob blob) throws IOException {
        var of = types.byCollection(order.collection())
                .orElseThrow(() -> new BadFile("transfer.unknown_collection", order.collection()));
        var type = types.current(of.type());
        var terms = new Intake.Terms(
                actor,
                type,
                Cause.importing(
                        order.source().isEmpty() ? order.format() : order.source(),
                        run.id().toString()),
                run.id(),
                order.organisation() == null ? null : UUID.fromString(order.organisation()),
                order.source(),
                order.missing(),
                order.dry());
        var forms = new CellForms(type, messages, picks, order.dates());
        Map<String, Input.Given> preset = RowReading.preset(of.filter());
        var reading = new RowReading(order, type, forms, preset);
        var file = new ImportFile(blobs, blob);
        new TableImport(type, order, intake.begin(terms), reading, rows, run)
                .run(() -> file.open(order.format(), order.charset(), order.separator()));
    }
}
