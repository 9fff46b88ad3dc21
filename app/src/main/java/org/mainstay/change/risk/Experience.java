package org.mainstay.change.risk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.State;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Comparison;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Proportion;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsQuestion;

/// What came of changes that are over, as the actor sees them.
///
/// @param stats asked for when they are needed: they know all record types, those of changes among them
record Experience(Supplier<Stats> stats) {

    /// What is longer ago says little.
    static final Duration LOOKED_BACK = Duration.ofDays(365);

    /// Lately, and somebody said how it went.
    static final Filter CLOSED = Filter.all(
            Filter.is(ChangeType.STATE, State.CLOSED),
            Filter.is(ChangeType.OUTCOME, (Object[]) Outcome.values()),
            new Filter.Compare(
                    Filter.Path.of(ChangeType.CLOSED_AT),
                    Comparison.MORE,
                    new Filter.Operand.FromNow(-LOOKED_BACK.toSeconds())));

    private static final StatsQuestion.Measure COUNT = new StatsQuestion.Measure.Count("count");

    /// How many of the changes with this value did not go as planned: failed, backed out, or with issues.
    ///
    /// @param except a change that is no experience for itself
    Proportion failures(Actor actor, Attribute<UUID> attribute, UUID value, UUID except) {
        var which =
                Filter.all(CLOSED, Filter.is(attribute, value), new Filter.Not(new Filter.Identity(List.of(except))));
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        for (var group : stats.get().of(actor, ChangeType.CHANGE, which, asked(ChangeType.OUTCOME))) {
            if (group.group().getFirst() instanceof Outcome outcome) {
                outcomes.put(outcome, (Long) group.measures().getFirst());
            }
        }
        return failures(outcomes);
    }

    static Proportion failures(Map<Outcome, Long> outcomes) {
        long cases = outcomes.values().stream().mapToLong(it -> it).sum();
        return new Proportion(cases, cases - outcomes.getOrDefault(Outcome.SUCCESSFUL, 0L));
    }

    static StatsQuestion asked(Attribute<?>... by) {
        var groups = new ArrayList<StatsQuestion.Grouping>();
        for (var attribute : by) {
            groups.add(new StatsQuestion.Grouping(attribute.code(), attribute, null));
        }
        return new StatsQuestion(groups, List.of(COUNT));
    }
}
