package org.mainstay.cmdb.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.accuracy.AccuracyQueries.Measured;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.health.Dimension;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// How true items are, class by class, team by team or service by service.
final class Scores {

    private final RecordStore store;
    private final Accuracies accuracies;
    private final ItemClasses classes;

    Scores(RecordStore store, Accuracies accuracies, ItemClasses classes) {
        this.store = store;
        this.accuracies = accuracies;
        this.classes = classes;
    }

    /// @param row as health knows it: code of the class, id of the group or service; empty for the items that no group
    ///     supports, and for all
    /// @param key code of the class, number of the group or service; null where the row is empty
    /// @param label empty where there is no key
    record Score(String row, @Nullable String key, String label, long items, Accuracy accuracy) {}

    /// @param whole of all items; null where rows overlap
    /// @param rows by label; a class counts what is below it, as its filter does; groups and services that
    ///     the actor may not know by name are left out
    record Table(@Nullable Score whole, List<Score> rows) {}

    Table by(Dimension by, Actor actor, Locale reader) {
        if (by == Dimension.SERVICE) {
            return new Table(null, ofServices(actor));
        }
        var groups = accuracies.groups(actor);
        return new Table(
                sum("", null, "", groups), by == Dimension.CLASS ? ofClasses(groups, reader) : ofTeams(groups, actor));
    }

    private List<Score> ofClasses(List<Measured> groups, Locale reader) {
        return classes.all().stream()
                .map(it -> {
                    var within = classes.within(it.code());
                    return sum(
                            it.code(),
                            it.code(),
                            classes.label(it.code(), reader),
                            groups.stream()
                                    .filter(one -> within.contains(one.group().itemClass()))
                                    .toList());
                })
                .filter(it -> it.items > 0)
                .sorted(Comparator.comparing(Score::label))
                .toList();
    }

    private List<Score> ofTeams(List<Measured> groups, Actor actor) {
        var byTeam = groups.stream()
                .collect(Collectors.groupingBy(
                        it -> Optional.ofNullable(it.group().supportGroup())));
        var labels = store.labelsOf(
                actor, byTeam.keySet().stream().flatMap(Optional::stream).toList());
        var rows = new ArrayList<Score>();
        byLabel(labels).forEach(it -> rows.add(sum(it, byTeam.getOrDefault(Optional.of(it.id()), List.of()))));
        var none = byTeam.get(Optional.<UUID>empty());
        if (none != null) {
            rows.add(sum("", null, "", none));
        }
        return rows;
    }

    private List<Score> ofServices(Actor actor) {
        var byService = accuracies.services(actor).stream()
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.group().service())));
        return byLabel(store.labelsOfVisible(actor, byService.keySet()))
                .map(it -> sum(it, byService.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static Stream<Label> byLabel(Map<UUID, Label> labels) {
        return labels.values().stream().sorted(Comparator.comparing(Label::label));
    }

    private static Score sum(Label of, List<Measured> groups) {
        return sum(of.id().toString(), of.number(), of.label(), groups);
    }

    private static Score sum(String row, @Nullable String key, String label, List<Measured> groups) {
        return new Score(
                row,
                key,
                label,
                groups.stream().mapToLong(Measured::items).sum(),
                groups.stream().map(Measured::accuracy).reduce(Accuracy.NONE, Accuracy::plus));
    }
}
