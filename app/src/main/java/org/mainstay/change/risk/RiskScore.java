package org.mainstay.change.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainstay.change.Change.Risk;
import org.mainstay.change.risk.Contribution.Source;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Message;

/// The risk of a change with all of its reasons.
///
/// Each fact counts by the rule that gives it most points among those whose threshold it reaches, and each question by
/// the points of its answer: one that nobody answered counts the most it can. The class is the highest that any rule
/// makes, be it of a single fact or of all points together; where no rule makes one it is low. A fact that is not known
/// counts nothing and says so.
///
/// @param reasons in the order of the facts, then of the questions
record RiskScore(List<Contribution> reasons, long points, Risk risk) {

    /// Pure: of the same facts, rules and answers always the same.
    ///
    /// @param answers by the code of the question
    static RiskScore of(
            Map<Fact, Reading> facts, List<RiskRule> rules, List<RiskQuestion> questions, Map<String, String> answers) {
        var reasons = new ArrayList<Contribution>();
        for (var fact : Fact.values()) {
            var reading = facts.get(fact);
            if (reading != null && !fact.sum()) {
                reasons.add(weighed(fact, reading, rules));
            }
        }
        for (var question : questions) {
            reasons.add(answered(question, answers.get(question.code())));
        }
        summed(Fact.QUESTIONNAIRE, reasons, rules);
        summed(Fact.POINTS, reasons, rules);
        return new RiskScore(List.copyOf(reasons), total(reasons, null), highest(reasons));
    }

    private static Contribution weighed(Fact fact, Reading reading, List<RiskRule> rules) {
        var value = reading.value();
        var met = value == null ? List.<RiskRule>of() : met(fact, value, rules);
        var heaviest = met.stream().max(Comparator.comparingLong(RiskRule::points));
        var strictest = strictest(met);
        var source = fact == Fact.QUESTIONNAIRE ? Source.QUESTIONNAIRE : Source.FACT;
        var points = heaviest.map(RiskRule::points).orElse(0L);
        var rule = points > 0 ? heaviest.orElse(null) : strictest;
        return new Contribution(
                Codes.of(fact),
                source,
                points,
                strictest == null ? null : strictest.least(),
                reading.text(),
                value != null,
                rule == null ? null : rule.id());
    }

    private static List<RiskRule> met(Fact fact, long value, List<RiskRule> rules) {
        return rules.stream()
                .filter(it -> it.fact() == fact && value >= it.threshold())
                .toList();
    }

    private static @Nullable RiskRule strictest(List<RiskRule> rules) {
        RiskRule strictest = null;
        for (var rule : rules) {
            var least = rule.least();
            if (least != null
                    && (strictest == null || least.compareTo(Objects.requireNonNull(strictest.least())) > 0)) {
                strictest = rule;
            }
        }
        return strictest;
    }

    private static Contribution answered(RiskQuestion question, @Nullable String given) {
        var answer = question.answer(given);
        var points = answer == null ? question.most() : answer.points();
        var text = answer == null
                ? Message.of("risk.text.unanswered", question.asked())
                : Message.of("risk.text.answered", question.asked(), answer.label());
        return new Contribution(question.code(), Source.QUESTIONNAIRE, points, null, text, answer != null, null);
    }

    /// A sum is a reason only where a rule makes a class of it: what it consists of stands before it.
    private static void summed(Fact sum, List<Contribution> reasons, List<RiskRule> rules) {
        var value = total(reasons, sum == Fact.QUESTIONNAIRE ? Source.QUESTIONNAIRE : null);
        var rule = strictest(met(sum, value, rules));
        if (rule != null) {
            var text = Message.of("risk.text." + Codes.of(sum), value, rule.threshold());
            reasons.add(weighed(sum, Reading.of(value, text), List.of(rule)));
        }
    }

    private static long total(List<Contribution> reasons, @Nullable Source source) {
        return reasons.stream()
                .filter(it -> source == null || it.source() == source)
                .mapToLong(Contribution::points)
                .sum();
    }

    private static Risk highest(List<Contribution> reasons) {
        return reasons.stream()
                .map(Contribution::least)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }

    /// The reason that makes the class what it is; null where none asks for more than the lowest.
    @Nullable
    Contribution decisive() {
        return reasons.stream().filter(it -> it.least() == risk).findFirst().orElse(null);
    }

    /// Whether what it hits is not known because this node is still reading the graph: nobody should agree to it yet.
    boolean waitsForGraph() {
        return reasons.stream().anyMatch(it -> it.text().key().equals(HitFacts.NO_GRAPH));
    }

    /// Whether all facts are known; questions without an answer count, and are known to.
    boolean complete() {
        return reasons.stream().allMatch(it -> it.known() || it.source() == Source.QUESTIONNAIRE);
    }

    /// The heaviest first; among equals those that make a class or are not known, then as they came.
    List<Contribution> sorted() {
        var sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparingLong(Contribution::points)
                .reversed()
                .thenComparing(it -> it.least() == null)
                .thenComparing(Contribution::known));
        return sorted;
    }
}
