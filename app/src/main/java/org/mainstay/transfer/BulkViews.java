package org.mainstay.transfer;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;
import org.mainstay.web.RecordView;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import tools.jackson.databind.JsonNode;

/// Puts together what the page of a bulk shows.
final class BulkViews {

    static final List<String> OUTCOMES = List.of("refused", "changed", "unchanged");

    private static final int SHOWN = 100;

    private final RecordTypes types;
    private final Bulks bulks;
    private final ImportRowQueries rows;
    private final BulkAnswer answer;
    private final JobProgress progress;
    private final OwnJobs own;
    private final Show show;

    BulkViews(
            RecordTypes types,
            Bulks bulks,
            ImportRowQueries rows,
            BulkAnswer answer,
            JobProgress progress,
            OwnJobs own,
            Show show) {
        this.types = types;
        this.bulks = bulks;
        this.rows = rows;
        this.answer = answer;
        this.progress = progress;
        this.own = own;
        this.show = show;
    }

    static String href(String collection, String number) {
        return Hrefs.record(collection, number);
    }

    ImportView.Progress progress(Job job, Frame frame) {
        var order = BulkOrder.of(job);
        var wording =
                order.undoes() != null ? "transfer.undone." : order.dry() ? "transfer.would_be." : "transfer.was.";
        boolean refused = !order.dry() && JobAnswer.refusedUrl(job) != null;
        return progress.of(job, "/bulk/" + job.id(), wording, "transfer.bulk.refused_hint", refused, frame);
    }

    /// @param outcome the only one of interest; empty for all
    /// @param after place of the record before the first
    BulkView.One one(Job job, String outcome, long after, Actor actor, Frame frame) {
        var order = BulkOrder.of(job);
        var sections = new ArrayList<BulkView.Section>();
        if (TakingBack.over(job)) {
            for (var one : OUTCOMES) {
                if (outcome.isEmpty() || outcome.equals(one)) {
                    section(job, order, one, after, actor, frame, sections);
                }
            }
        }
        return new BulkView.One(
                "/bulk/" + job.id(),
                title(job, frame),
                type(order, frame),
                "/" + order.collection() + (order.filter().isEmpty() ? "" : "?filter=" + Hrefs.encoded(order.filter())),
                again(job, order),
                order.dry(),
                own.applicable(job, actor) && job.counts().changed() > 0,
                order.undoes() == null ? order.comment() : "",
                own.undoable(job) ? until(job, actor, frame) : "",
                order.dry() ? "" : list(job, order),
                progress(job, frame),
                sections);
    }

    private String until(Job job, Actor actor, Frame frame) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(frame.locale());
        return own.undoableUntil(job)
                .map(it -> format.format(ZonedDateTime.ofInstant(it, actor.zone())))
                .orElse("");
    }

    /// What is done: `Assign`, `Set Impact, Urgency`, `Comment`.
    private String title(Job job, Frame frame) {
        var order = BulkOrder.of(job);
        var type = answer.type(order);
        var what = what(order, type, frame);
        var title = job.total() == null ? what : what + " · " + many(job.total(), type, frame);
        return order.undoes() == null ? title : frame.say("transfer.undo_of", title);
    }

    private static String many(long total, @Nullable RecordType<?> type, Frame frame) {
        var called = type == null ? "" : frame.say(total == 1 ? type.code() : type.code() + ".plural");
        return frame.say("transfer.bulk.many", total, called);
    }

    private static String what(BulkOrder order, @Nullable RecordType<?> type, Frame frame) {
        if (type == null || (order.action().isEmpty() && order.values().isEmpty())) {
            return frame.say("transfer.bulk.commenting");
        }
        if (!order.action().isEmpty()) {
            return frame.say(type.code() + ".action." + order.action());
        }
        var attributes = order.values()
                .propertyStream()
                .map(it -> type.attribute(it.getKey())
                        .map(attribute -> frame.messages().attribute(type, attribute, frame.locale()))
                        .orElse(it.getKey()))
                .collect(Collectors.joining(", "));
        return frame.say("transfer.bulk.setting", attributes);
    }

    private String type(BulkOrder order, Frame frame) {
        return types.byCollection(order.collection())
                .map(it -> frame.say(it.type().code() + ".plural"))
                .orElse(order.collection());
    }

    private String again(Job job, BulkOrder order) {
        if (!order.dry()) {
            return "";
        }
        var page = "/" + order.collection() + "/bulk?";
        if (!order.filter().isEmpty()) {
            return page + "all=true&filter=" + Hrefs.encoded(order.filter());
        }
        var chosen = bulks.chosen(job);
        return chosen.isEmpty() || chosen.size() > SHOWN
                ? ""
                : page
                        + chosen.stream()
                                .map(it -> "record=" + Hrefs.encoded(it.number()))
                                .collect(Collectors.joining("&"));
    }

    /// Where what was changed is listed, unless it is too much for an address.
    private String list(Job job, BulkOrder order) {
        var changed = rows.some(job.id(), "changed", -1, SHOWN + 1);
        boolean plain = changed.stream().allMatch(it -> it.number().matches("[A-Za-z0-9._-]+"));
        return changed.isEmpty() || changed.size() > SHOWN || !plain
                ? ""
                : "/" + order.collection() + "?filter="
                        + Hrefs.encoded("number:"
                                + changed.stream()
                                        .map(ImportRowQueries.Row::number)
                                        .collect(Collectors.joining(",")));
    }

    private void section(
            Job job,
            BulkOrder order,
            String outcome,
            long after,
            Actor actor,
            Frame frame,
            List<BulkView.Section> sections) {
        var type = answer.type(order);
        var found = rows.some(job.id(), outcome, after, SHOWN + 1);
        if (type == null || found.isEmpty()) {
            return;
        }
        var page = found.subList(0, Math.min(SHOWN, found.size()));
        var labels = outcome.equals("changed") ? answer.labels(page, type, actor) : Map.<UUID, Label>of();
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var wording = order.undoes() != null ? "undone." : order.dry() ? "would_be." : "was.";
        sections.add(new BulkView.Section(
                outcome,
                frame.say("transfer.bulk." + wording + outcome),
                outcome.equals("unchanged") || (outcome.equals("changed") && !order.dry()),
                page.stream()
                        .map(it -> row(order.collection(), type, it, labels, reader, frame))
                        .toList(),
                found.size() > SHOWN
                        ? "/bulk/" + job.id() + "?outcome=" + outcome + "&after="
                                + page.getLast().n()
                        : ""));
    }

    private BulkView.Row row(
            String collection,
            RecordType<?> type,
            ImportRowQueries.Row row,
            Map<UUID, Label> labels,
            Show.Reader reader,
            Frame frame) {
        boolean refused = row.outcome().equals(ImportRowQueries.REFUSED);
        var parts = new ArrayList<String>();
        var also = new ArrayList<FormView.Effect>();
        var reasons = new ArrayList<String>();
        if (refused) {
            Reasons.of(row.detail()).forEach(it -> {
                var about = type.attribute(it.attribute())
                        .map(attribute -> frame.messages().attribute(type, attribute, frame.locale()) + ": ")
                        .orElse("");
                reasons.add(about + frame.messages().say(it.reason(), frame.locale()));
            });
        } else {
            row.detail().path("parts").forEach(it -> parts.add(frame.say("transfer.bulk.part." + it.stringValue())));
            row.detail()
                    .path("also")
                    .forEach(other -> types.byCode(BulkAnswer.text(other, "type"))
                            .ifPresent(it -> also.add(new FormView.Effect(
                                    BulkAnswer.text(other, "number"),
                                    lines(it, other.path("changes"), labels, reader, frame),
                                    List.of()))));
        }
        return new BulkView.Row(
                row.number(),
                missing(row) ? "" : href(collection, row.number()),
                refused ? List.of() : lines(type, row.detail().path("changes"), labels, reader, frame),
                parts,
                also,
                reasons);
    }

    private static boolean missing(ImportRowQueries.Row row) {
        return row.outcome().equals(ImportRowQueries.REFUSED)
                && Reasons.of(row.detail()).stream()
                        .anyMatch(it ->
                                it.attribute().isEmpty() && it.reason().key().equals("kernel.save.no_such_record"));
    }

    private List<RecordView.Line> lines(
            RecordType<?> type, JsonNode changes, Map<UUID, Label> labels, Show.Reader reader, Frame frame) {
        var lines = new ArrayList<RecordView.Line>();
        changes.forEachEntry((code, change) -> type.attribute(code).ifPresent(it -> {
            Shown old = show.value(type, it, JobAnswer.value(it, change.get(0)), labels, reader);
            Shown now = show.value(type, it, JobAnswer.value(it, change.get(1)), labels, reader);
            lines.add(new RecordView.Line(frame.messages().attribute(type, it, frame.locale()), old, now, ""));
        }));
        return lines;
    }

    BulkView.Line line(Job job, Actor actor, Frame frame) {
        var counts = job.counts();
        return new BulkView.Line(
                "/bulk/" + job.id(),
                title(job, frame) + (BulkOrder.of(job).dry() ? " · " + frame.say("transfer.dry_run") : ""),
                job.state(),
                frame.say("transfer.state." + job.state()),
                show.moment(job.createdAt(), new Show.Reader(frame.locale(), actor.zone())),
                frame.say("transfer.bulk.result", counts.changed(), counts.unchanged(), counts.refused()));
    }
}
