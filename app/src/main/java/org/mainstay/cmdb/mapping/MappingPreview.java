package org.mainstay.cmdb.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.intake.Intake;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.Explanations;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.reconciliation.Report;
import org.mainstay.cmdb.reconciliation.Taken;
import org.mainstay.kernel.record.Problem;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;

/// What the records of a sample would become: each with the item that it is and why, or why it would be refused.
final class MappingPreview {

    private static final int SHOWN_VALUES = 8;

    private final Mappings mappings;
    private final Intake intake;
    private final Explanations explanations;
    private final ItemClasses classes;

    MappingPreview(Mappings mappings, Intake intake, Explanations explanations, ItemClasses classes) {
        this.mappings = mappings;
        this.intake = intake;
        this.explanations = explanations;
        this.classes = classes;
    }

    List<MappingView.Preview> of(DiscoverySource source, DiscoveryMapping mapping, Sample sample, Frame frame) {
        var batch = new MappedBatch(mappings.reader(mapping));
        sample.records().forEach(batch::add);
        var payload = batch.whole();
        var report = intake.take(source, payload, new Reconciler.Manner(true, true, null), 0);
        var taken = new HashMap<Long, Taken>();
        report.items().forEach(it -> taken.put(batch.record(it.said().ref()).number(), it));
        var refused = new HashMap<Long, List<Problem>>();
        batch.refused().forEach((record, problems) -> refused.put(record.number(), problems));
        var relations = relations(batch, payload, report, frame);
        var numbers = explanations.numbers(report.items());
        var columns = FileRefusals.columns(mapping);
        var shown = new ArrayList<MappingView.Preview>();
        for (var record : sample.records()) {
            long number = record.number();
            var one = taken.get(number);
            if (one != null) {
                var why = new ArrayList<String>(explanations.steps(one, numbers, frame.locale()));
                one.problems().forEach(it -> why.add(problem(it, columns, frame)));
                why.addAll(relations.getOrDefault(RecordMapping.ref(number), List.of()));
                shown.add(shown(number, one, why, frame));
            } else if (refused.containsKey(number)) {
                var why = refused.getOrDefault(number, List.of()).stream()
                        .map(it -> problem(it, columns, frame))
                        .toList();
                shown.add(plain(number, "refused", why, frame));
            } else {
                shown.add(plain(number, "passed", List.of(), frame));
            }
        }
        return shown;
    }

    private static Map<String, List<String>> relations(MappedBatch batch, Payload payload, Report report, Frame frame) {
        var byRecord = new HashMap<String, List<String>>();
        report.refusedRelations().forEach((index, problems) -> {
            var relation = payload.relations().get(index);
            problems.forEach(it -> byRecord.computeIfAbsent(batch.own(relation), _ -> new ArrayList<>())
                    .add(relation.type() + ": " + frame.messages().say(it.reason(), frame.locale())));
        });
        return byRecord;
    }

    private static String problem(Problem problem, Map<String, String> columns, Frame frame) {
        var sentence = frame.messages().say(problem.reason(), frame.locale());
        var column = columns.getOrDefault(problem.attribute(), problem.attribute());
        return column.isEmpty() ? sentence : column + ": " + sentence;
    }

    private MappingView.Preview shown(long number, Taken one, List<String> why, Frame frame) {
        var outcome = one.outcome().name().toLowerCase(Locale.ROOT);
        boolean known = one.outcome() == Taken.Outcome.UPDATED || one.outcome() == Taken.Outcome.UNCHANGED;
        var values = one.said().values().entrySet().stream()
                .filter(it -> !it.getKey().equals("name"))
                .limit(SHOWN_VALUES)
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining(" · "));
        var name = one.said().values().get("name");
        return new MappingView.Preview(
                number,
                name == null ? "" : name.toString(),
                classes.label(one.itemClass(), frame.locale()),
                values,
                outcome,
                frame.say("mapping.outcome." + outcome),
                known ? Hrefs.record("configuration-items", one.number()) : "",
                why);
    }

    private static MappingView.Preview plain(long number, String outcome, List<String> why, Frame frame) {
        return new MappingView.Preview(number, "", "", "", outcome, frame.say("mapping.outcome." + outcome), "", why);
    }
}
