package org.mainstay.cmdb.accuracy;

import java.util.ArrayList;
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

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws BadQuery for anything else
        static By of(String code) {
            for (var it : values()) {
                if (it.code().equals(code)) {
                    return it;
                }
            }
            throw new BadQuery("by", "cmdb.accuracy.by_what", code);
        }
    }

    /// @param key code of the class, number of the group; null for the items that no group supports
    /// @param label empty where there is no key
    record Score(@Nullable String key, String label, long items, Accuracy accuracy) {}

    /// By label; what has none comes last.
    List<Score> by(By by, Actor actor, Locale reader) {
        var groups = accuracies.groups(actor);
        return switch (by) {
            case CLASS ->
                scores(
                        groups,
                        it -> it.group().itemClass(),
                        it -> new Score(it, classes.label(it, reader), 0, Accuracy.NONE));
            case TEAM -> {
                var labels = labels(actor, groups);
                yield scores(groups, it -> it.group().supportGroup(), it -> {
                    var label = labels.get(it);
                    return label == null
                            ? new Score(null, "", 0, Accuracy.NONE)
                            : new Score(label.number(), label.label(), 0, Accuracy.NONE);
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

    private static <K> List<Score> scores(
            List<Measured> groups, Function<Measured, @Nullable K> key, Function<@Nullable K, Score> none) {
        var sums = new HashMap<@Nullable K, Score>();
        for (var it : groups) {
            var one = key.apply(it);
            var sum = sums.containsKey(one) ? Objects.requireNonNull(sums.get(one)) : none.apply(one);
            sums.put(one, new Score(sum.key, sum.label, sum.items + it.items(), sum.accuracy.plus(it.accuracy())));
        }
        var sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing((Score it) -> it.key == null).thenComparing(Score::label));
        return sorted;
    }
}
