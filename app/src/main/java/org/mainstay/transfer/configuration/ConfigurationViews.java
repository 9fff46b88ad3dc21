package org.mainstay.transfer.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.transfer.configuration.Report.Item;
import org.mainstay.transfer.configuration.Report.Outcome;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;

/// Makes what the page of the configuration shows.
final class ConfigurationViews {

    private static final int ROWS = 200;
    private static final int RUNS = 10;
    private static final int LONGEST = 400;

    private final RecordTypes types;
    private final RecordStore store;
    private final RunQueries runs;
    private final Show show;

    ConfigurationViews(RecordTypes types, RecordStore store, RunQueries runs, Show show) {
        this.types = types;
        this.store = store;
        this.runs = runs;
        this.show = show;
    }

    ConfigurationView.Difference difference(Report report, String mark, Frame frame) {
        var byType = report.items().stream().collect(Collectors.groupingBy(Item::type));
        var groups = types.all().stream()
                .filter(it -> byType.containsKey(it.code()))
                .map(it -> group(it, byType.getOrDefault(it.code(), List.of()), frame))
                .toList();
        var counts = counts(report.items(), frame);
        boolean applies = !report.nothing() && report.faults().isEmpty();
        var sentence = !report.faults().isEmpty()
                ? frame.say("configuration.refused", report.faults().size(), counts)
                : report.nothing() ? frame.say("configuration.nothing", counts) : counts;
        return new ConfigurationView.Difference(mark, sentence, applies, groups);
    }

    private ConfigurationView.Group group(RecordType<?> type, List<Item> items, Frame frame) {
        var told =
                items.stream().filter(it -> it.outcome() != Outcome.UNCHANGED).toList();
        var rows = told.stream().limit(ROWS).map(it -> row(type, it, frame)).toList();
        return new ConfigurationView.Group(
                frame.say(type.code() + ".plural"),
                counts(items, frame),
                rows,
                told.size() - rows.size(),
                items.stream()
                        .filter(it -> it.outcome() == Outcome.KEPT)
                        .limit(ROWS)
                        .map(Item::name)
                        .collect(Collectors.joining(" · ")));
    }

    private static ConfigurationView.Row row(RecordType<?> type, Item item, Frame frame) {
        var lines = item.changes().entrySet().stream()
                .map(it -> new ConfigurationView.Line(
                        label(type, it.getKey(), frame),
                        shown(it.getValue().old()),
                        shown(it.getValue().now())))
                .toList();
        return new ConfigurationView.Row(
                item.name(),
                Codes.of(item.outcome()),
                frame.say("configuration.outcome." + Codes.of(item.outcome())),
                lines,
                errors(item.faults(), frame));
    }

    private static String label(RecordType<?> type, String code, Frame frame) {
        return type.attribute(code)
                .map(it -> frame.messages().attribute(type, it, frame.locale()))
                .orElse(code);
    }

    private static String shown(@Nullable Value value) {
        var text = value == null ? "" : value.shown();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    static List<ConfigurationView.Error> errors(List<Fault> faults, Frame frame) {
        return faults.stream()
                .limit(ROWS)
                .map(it -> new ConfigurationView.Error(
                        it.pointer(), frame.messages().say(it.reason(), frame.locale())))
                .toList();
    }

    private static String counts(List<Item> items, Frame frame) {
        return Stream.of(Outcome.values())
                .map(outcome -> {
                    long count =
                            items.stream().filter(it -> it.outcome() == outcome).count();
                    return count == 0 ? "" : frame.say("configuration.count." + Codes.of(outcome), count);
                })
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// What was left as it is by an undoing.
    static List<ConfigurationView.Error> stayed(Undoing.Answer.Back result, Frame frame) {
        return result.stayed().stream()
                .limit(ROWS)
                .map(it -> new ConfigurationView.Error(
                        frame.say(it.type()) + " " + it.name(),
                        it.problems().stream()
                                .map(one -> frame.messages().say(one.reason(), frame.locale()))
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    List<ConfigurationView.Run> runs(Actor actor, Frame frame) {
        var reader = new Show.Reader(frame.locale(), actor.zone());
        var latest = runs.latest(RUNS);
        var people = store.labelsOf(
                actor, latest.stream().map(RunQueries.Run::by).distinct().toList());
        var shown = new ArrayList<ConfigurationView.Run>();
        for (var run : latest) {
            var counts = Map.of("created", run.created(), "changed", run.changed(), "deleted", run.deleted());
            var result = Stream.of("created", "changed", "deleted")
                    .filter(it -> Objects.requireNonNull(counts.get(it)) > 0)
                    .map(it -> frame.say("configuration.count." + it, Objects.requireNonNull(counts.get(it))))
                    .collect(Collectors.joining(" · "));
            var who = people.get(run.by());
            shown.add(new ConfigurationView.Run(
                    run.operation().toString(),
                    show.moment(run.at(), reader),
                    who == null ? new Shown.Nothing() : new Shown.Plain(who.label()),
                    result,
                    run.undoneAt() != null));
        }
        return shown;
    }
}
