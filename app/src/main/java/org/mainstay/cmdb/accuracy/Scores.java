package org.mainstay.cmdb.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.accuracy.AccuracyQueries.Measured;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.BadQuery;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;

/// How true items are, class by class or team by team.
final class Scores {

    private final RecordStore store;
    private final Accuracies accuracies;
    private final ItemClasses classes;

    Scores(RecordStore store, Accuracies accuracies, ItemClasses classes) {
        this.store = store;
        this.accuracies = accuracies;
        this.classes = classes;
    }

    enum By {
        CLASS,
        TEAM;

        /// @throws BadQuery for anything else
        static By of(String code) {
            if (!Codes.all(By.class).contains(code)) {
                throw new BadQuery("by", "cmdb.accuracy.by_what", code);
            }
            return Codes.parse(By.class, code);
        }
    }

    /// @param key code of the class, number of the group; null for the items that no group supports
    /// @param label empty where there is no key
    record Score(@Nullable String key, String label, long items, Accuracy accuracy) {}

    /// @param whole of all items
    /// @param rows by label; a class counts what is below it, as its filter does; groups that the actor may not
    ///     know by name are left out
    record Table(Score whole, List<Score> rows) {}

    Table by(By by, Actor actor, Locale reader) {
        var groups = accuracies.groups(actor);
        var rows = switch (by) {
            case CLASS -> ofClasses(groups, reader);
            case TEAM -> ofTeams(groups, actor);
        };
        return new Table(sum(null, "", groups), rows);
    }

    private List<Score> ofClasses(List<Measured> groups, Locale reader) {
        return classes.all().stream()
                .map(it -> {
                    var within = classes.within(it.code());
                    return sum(
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
        labels.values().stream()
                .sorted(Comparator.comparing(Label::label))
                .forEach(it ->
                        rows.add(sum(it.number(), it.label(), byTeam.getOrDefault(Optional.of(it.id()), List.of()))));
        var none = byTeam.get(Optional.<UUID>empty());
        if (none != null) {
            rows.add(sum(null, "", none));
        }
        return rows;
    }

    private static Score sum(@Nullable String key, String label, List<Measured> groups) {
        return new Score(
                key,
                label,
                groups.stream().mapToLong(Measured::items).sum(),
                groups.stream().map(Measured::accuracy).reduce(Accuracy.NONE, Accuracy::plus));
    }
}
