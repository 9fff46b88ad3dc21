package org.mainstay.change.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.Risk;
import org.mainstay.change.ChangeType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Proportion;
import org.mainstay.kernel.store.Stats;

/// What was predicted, compared with what happened: of the changes of each risk, how many did not go as planned. What
/// was done first and told afterwards was never predicted, and is left out.
///
/// @param bands from the lowest risk to the highest
record Calibration(List<Band> bands) {

    /// @param outcomes how many changes came to each; those that none came to may be absent
    record Band(Risk risk, Map<Outcome, Long> outcomes) {

        Proportion failures() {
            return Experience.failures(outcomes);
        }
    }

    enum Verdict {
        /// Changes of at most one class are closed: there is nothing to compare.
        TOO_FEW,
        /// The bounds of the lowest and the highest class overlap.
        UNPROVEN,
        /// The highest class goes wrong more often than the lowest.
        PREDICTIVE,
        /// The lowest class goes wrong more often than the highest.
        REVERSED
    }

    static Calibration of(Actor actor, Stats stats) {
        var counts = new EnumMap<Risk, Map<Outcome, Long>>(Risk.class);
        var which = Filter.all(Experience.CLOSED, Filter.is(ChangeType.UNPLANNED, false));
        for (var group :
                stats.of(actor, ChangeType.CHANGE, which, Experience.asked(ChangeType.RISK, ChangeType.OUTCOME))) {
            if (group.group().getFirst() instanceof Risk risk && group.group().getLast() instanceof Outcome outcome) {
                counts.computeIfAbsent(risk, _ -> new EnumMap<>(Outcome.class))
                        .put(outcome, (Long) group.measures().getFirst());
            }
        }
        return new Calibration(Arrays.stream(Risk.values())
                .map(it -> new Band(it, counts.getOrDefault(it, Map.of())))
                .toList());
    }

    /// The changes that are counted in a band.
    static Filter counted(Risk risk) {
        return Filter.all(Experience.CLOSED, Filter.is(ChangeType.UNPLANNED, false), Filter.is(ChangeType.RISK, risk));
    }

    static Filter counted(Risk risk, Outcome outcome) {
        return Filter.all(counted(risk), Filter.is(ChangeType.OUTCOME, outcome));
    }

    long cases() {
        return bands.stream().mapToLong(it -> it.failures().cases()).sum();
    }

    /// Whether the share of failures rises, or stays, from each class to the next.
    boolean ordered() {
        var shares = new ArrayList<>(told().stream().map(Proportion::share).toList());
        var rising = new ArrayList<>(shares);
        rising.sort(null);
        return shares.equals(rising);
    }

    Verdict verdict() {
        var told = told();
        if (told.size() < 2) {
            return Verdict.TOO_FEW;
        }
        if (told.getLast().low() > told.getFirst().high()) {
            return Verdict.PREDICTIVE;
        }
        return told.getLast().high() < told.getFirst().low() ? Verdict.REVERSED : Verdict.UNPROVEN;
    }

    private List<Proportion> told() {
        return bands.stream().map(Band::failures).filter(it -> it.cases() > 0).toList();
    }
}
