package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.transfer.ImportOrder.Use;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import tools.jackson.databind.node.JsonNodeFactory;

/// Puts together what the pages of imports show.
final class ImportViews {

    /// Of a dry run so many rows are shown.
    private static final int SHOWN = 25;

    private final RecordTypes types;
    private final Imports imports;
    private final ImportRowQueries rows;
    private final JobAnswer answer;
    private final JobProgress progress;
    private final Show show;

    ImportViews(
            RecordTypes types,
            Imports imports,
            ImportRowQueries rows,
            JobAnswer answer,
            JobProgress progress,
            Show show) {
        this.types = types;
        this.imports = imports;
        this.rows = rows;
        this.answer = answer;
        this.progress = progress;
        this.show = show;
    }

    /// What can be imported: every type, and every file of a known shape.
    List<ImportView.Option> targets(String chosen, Frame frame) {
        var targets = new ArrayList<ImportView.Option>();
        for (var type : types.all()) {
            targets.add(option(type.collection(), frame.say(type.code() + ".plural"), chosen));
        }
        targets.sort((one, other) -> one.label().compareToIgnoreCase(other.label()));
        for (var profile : imports.profiles()) {
            var label = frame.say("transfer.profile." + profile.name().replace('-', '_'));
            targets.add(option(profile.collection() + "/" + profile.name(), label, chosen));
        }
        return targets;
    }

    static List<ImportView.Option> charsets(String chosen, Frame frame) {
        var charsets = new ArrayList<ImportView.Option>();
        charsets.add(option("", frame.say("transfer.by_itself"), chosen));
        Decoded.KNOWN.forEach(it -> charsets.add(option(it, it.toUpperCase(Locale.ROOT), chosen)));
        return charsets;
    }

    static List<ImportView.Option> separators(String chosen, Frame frame) {
        var separators = new ArrayList<ImportView.Option>();
        separators.add(option("", frame.say("transfer.by_itself"), chosen));
        List.of("comma", "semicolon", "tab", "pipe")
                .forEach(it -> separators.add(option(it, frame.say("transfer.separator." + it), chosen)));
        return separators;
    }

    private static ImportView.Option option(String value, String label, String chosen) {
        return new ImportView.Option(value, label, value.equals(chosen));
    }

    ImportView.Line line(Job job, Actor actor, Frame frame) {
        var order = ImportOrder.of(job);
        var counts = job.counts();
        var result =
                frame.say("transfer.result", counts.created(), counts.changed(), counts.unchanged(), counts.refused());
        return new ImportView.Line(
                "/imports/" + job.id(),
                title(order, frame) + (order.dry() ? " · " + frame.say("transfer.dry_run") : ""),
                target(order, frame),
                job.state(),
                frame.say("transfer.state." + job.state()),
                show.moment(job.createdAt(), new Show.Reader(frame.locale(), actor.zone())),
                result);
    }

    private static String title(ImportOrder order, Frame frame) {
        return order.undoes() == null ? order.file() : frame.say("transfer.undo_of", order.file());
    }

    private String target(ImportOrder order, Frame frame) {
        return types.byCollection(order.collection())
                .map(it -> frame.say(it.type().code() + ".plural"))
                .orElse(order.collection());
    }

    ImportView.Progress progress(Job job, Frame frame) {
        var order = ImportOrder.of(job);
        var wording =
                order.undoes() != null ? "transfer.undone." : order.dry() ? "transfer.would_be." : "transfer.was.";
        var shown = JobAnswer.refusedUrl(job) != null;
        return progress.of(job, "/imports/" + job.id(), wording, "transfer.refused_hint", shown, frame);
    }

    ImportView.One one(Job job, Actor actor, List<String> errors, Frame frame) {
        var order = ImportOrder.of(job);
        var of = types.byCollection(order.collection());
        boolean table = order.profile().isEmpty() && order.undoes() == null && of.isPresent();
        var columns = new ArrayList<ImportView.Column>();
        var found = new ArrayList<ImportView.Row>();
        if (table) {
            var type = types.current(of.get().type());
            for (int i = 0; i < order.columns().size(); i++) {
                columns.add(column(order.columns().get(i), i, type, actor, frame));
            }
            if (order.dry()) {
                found.addAll(rows(job, type, actor, frame));
            }
        }
        return new ImportView.One(
                "/imports/" + job.id(),
                title(order, frame),
                target(order, frame),
                "/" + order.collection(),
                order.dry(),
                order.undoable(job),
                progress(job, frame),
                columns,
                order.source(),
                table,
                found,
                errors,
                notes(order, frame));
    }

    /// What holds for the whole file and is easily overlooked.
    private static List<String> notes(ImportOrder order, Frame frame) {
        var notes = new ArrayList<String>();
        if (order.profile().isEmpty() && order.undoes() == null) {
            boolean keyed = order.columns().stream().anyMatch(it -> it.use() == Use.KEY);
            notes.add(frame.say(keyed ? "transfer.note.keyed" : "transfer.note.no_key"));
            notes.add(frame.say(order.clear() ? "transfer.note.clear" : "transfer.note.leave"));
        }
        return notes;
    }

    private ImportView.Column column(
            ImportOrder.Column column, int index, RecordType<?> type, Actor actor, Frame frame) {
        var chosen = column.use() == Use.KEPT ? "" : column.attribute();
        var attributes = new ArrayList<ImportView.Option>();
        attributes.add(option("", frame.say("transfer.not_imported"), chosen));
        for (String code : imports.attributes(type, actor)) {
            Attribute<?> attribute = type.need(code);
            attributes.add(option(code, frame.messages().attribute(type, attribute, frame.locale()), chosen));
        }
        return new ImportView.Column(
                column.name(), "column." + index, attributes, column.use() == Use.KEY, column.use() == Use.UNKNOWN);
    }

    private List<ImportView.Row> rows(Job job, RecordType<?> type, Actor actor, Frame frame) {
        var first = rows.first(job.id(), SHOWN);
        var labels = answer.labels(first, type, actor);
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var shown = new ArrayList<ImportView.Row>();
        for (var row : first) {
            var changes = new ArrayList<ImportView.Change>();
            var reasons = new ArrayList<String>();
            if (row.outcome().equals(ImportRowQueries.REFUSED)) {
                Reasons.of(row.detail()).forEach(it -> {
                    var about = type.attribute(it.attribute())
                            .map(attribute -> frame.messages().attribute(type, attribute, frame.locale()) + ": ")
                            .orElse("");
                    reasons.add(about + frame.messages().say(it.reason(), frame.locale()));
                });
            } else {
                row.detail()
                        .forEachEntry((code, change) -> type.attribute(code).ifPresent(it -> {
                            Shown old = show.value(type, it, JobAnswer.value(it, change.get(0)), labels, reader);
                            Shown now = show.value(type, it, JobAnswer.value(it, change.get(1)), labels, reader);
                            changes.add(new ImportView.Change(
                                    frame.messages().attribute(type, it, frame.locale()), old, now));
                        }));
            }
            shown.add(new ImportView.Row(
                    row.line(),
                    row.outcome(),
                    frame.say("transfer.outcome." + row.outcome()),
                    row.number(),
                    row.number().isEmpty() || row.outcome().equals("created")
                            ? ""
                            : "/" + type.collection() + "/" + row.number(),
                    changes,
                    reasons));
        }
        return shown;
    }

    /// The parameters that a filled-in mapping means.
    static Map<String, String> mapped(ImportOrder order, Map<String, String> form, List<String> keys) {
        var parameters = order.parameters();
        var mapping = JsonNodeFactory.instance.objectNode();
        var key = new ArrayList<String>();
        for (int i = 0; i < order.columns().size(); i++) {
            var column = order.columns().get(i);
            var chosen = form.get("column." + i);
            mapping.put(column.name(), chosen == null ? column.attribute() : chosen);
            if (keys.contains(String.valueOf(i))) {
                key.add(column.name());
            }
        }
        parameters.put("mapping", mapping.toString());
        parameters.put("source", form.getOrDefault("source", ""));
        parameters.put("key", String.join(",", key));
        return parameters;
    }
}
