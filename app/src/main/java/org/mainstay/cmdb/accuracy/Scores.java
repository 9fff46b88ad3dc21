package org.mainstay.cmdb.accuracy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
    record Score(@Nullable String key, String label, long items, Accuracy accuracy) {

        Score plus(Score other) {
            return new Score(key, label, items + other.items, accuracy.plus(other.accuracy));
        }
    }

    /// By label; what has none comes last.
    List<Score> by(By by, Actor actor, Locale reader) {
        var groups = accuracies.groups(actor);
        return switch (by) {
            case CLASS ->
                scores(groups, it -> {
                    var code = it.group().itemClass();
                    return new Score(code, classes.label(code, reader), it.items(), it.accuracy());
                });
            case TEAM -> {
                var labels = labels(actor, groups);
                yield scores(groups, it -> {
                    var group = it.group().supportGroup();
                    var label = group == null ? null : labels.get(group);
                    return label == null
                            ? new Score(null, "", it.items(), it.accuracy())
                            : new Score(label.number(), label.label(), it.items(), it.accuracy());
                });
            }
        };
    }

    private Map<UUID, Label> labels(Actor actor, List<Measured> groups) {
        var ids = groups.stream()
                .map(it -> it.group().supportGroup())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return store.labelsOf(actor, ids);
    }

    private static List<Score> scores(List<Measured> groups, Function<Measured, Score> score) {
        var sums = new HashMap<String, Score>();
        for (var it : groups) {
            var one = score.apply(it);
            sums.merge(Objects.requireNonNullElse(one.key, ""), one, Score::plus);
        }
        return sums.values().stream()
                .sorted(Comparator.comparing((Score it) -> it.key == null).thenComparing(Score::label))
                .toList();
    }
}
