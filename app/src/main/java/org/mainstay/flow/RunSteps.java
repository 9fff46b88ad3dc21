package org.mainstay.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// The runs of a record with their steps, and what these refer to, as one reader may see it.
///
/// @param works whether the reader works on the record, and not only waits for it
/// @param with ids of those with whom a step is, by the record that came of it
/// @param labels of records and people, as far as the reader may know them
record RunSteps(
        boolean works,
        List<Run> runs,
        Map<UUID, List<RunStep>> steps,
        Map<UUID, List<UUID>> with,
        Map<UUID, Label> labels) {

    static RunSteps of(FlowQueries queries, FlowTerms terms, RecordStore store, Actor actor, Snapshot record) {
        var runs = queries.of(record.id());
        var steps = runs.stream().collect(Collectors.toMap(Run::id, it -> queries.steps(it.id())));
        var made = steps.values().stream()
                .flatMap(List::stream)
                .map(RunStep::made)
                .filter(Objects::nonNull)
                .toList();
        var with = runs.isEmpty() ? Map.<UUID, List<UUID>>of() : with(terms, store, record, made);
        var named = new HashSet<UUID>(made);
        with.values().forEach(named::addAll);
        runs.forEach(it -> named.add(it.version()));
        return new RunSteps(Histories.works(actor, record), runs, steps, with, store.labelsOf(actor, named));
    }

    private static Map<UUID, List<UUID>> with(FlowTerms terms, RecordStore store, Snapshot record, List<UUID> made) {
        var flowing = terms.flowing(record.type().code());
        var tasks = store.get(Installation.ITSELF, terms.subject(flowing.taskType()), made).stream();
        var approvals = store.get(Installation.ITSELF, ApprovalType.APPROVAL, made).stream();
        return Stream.concat(
                        tasks.map(it -> Map.entry(it.id(), flowing.who(it))),
                        approvals.map(it -> Map.entry(it.id(), deciding(it))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<UUID> deciding(Snapshot approval) {
        var people = approval.get(ApprovalType.WAITING_FOR);
        return people == null ? List.of() : List.copyOf(people);
    }

    /// Runs that no other waits for.
    List<Run> tops() {
        return runs.stream().filter(it -> it.parent() == null).toList();
    }

    List<RunStep> steps(Run run) {
        return steps.getOrDefault(run.id(), List.of());
    }

    List<Run> below(RunStep step) {
        return runs.stream().filter(it -> step.id().equals(it.parent())).toList();
    }

    /// With whom an open step is, by name.
    String who(RunStep step) {
        if (!step.state().open() || step.made() == null) {
            return "";
        }
        return with.getOrDefault(step.made(), List.of()).stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .map(Label::label)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    Map<String, RunStep> latest(Run run) {
        return steps(run).stream()
                .collect(Collectors.toMap(RunStep::element, Function.identity(), (_, later) -> later));
    }
}
