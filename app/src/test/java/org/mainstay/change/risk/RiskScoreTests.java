package org.mainstay.change.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.Risk;
import org.mainstay.change.risk.Calibration.Band;
import org.mainstay.change.risk.Calibration.Verdict;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Proportion;

/// From facts, rules and answers to points and a class, without anything around it.
class RiskScoreTests {

    private static final RiskQuestion TESTED =
            new RiskQuestion("tested", "Tested?", null, null, RiskQuestion.answers("yes: 0\npartly: 3: Partly\nno: 6"));

    private static final List<RiskRule> RULES = List.of(
            rule(Fact.SERVICES, 1, 2, null),
            rule(Fact.SERVICES, 5, 7, null),
            rule(Fact.SERVICES, 20, 4, Risk.HIGH),
            rule(Fact.CRITICALITY, 3, 5, Risk.MEDIUM),
            rule(Fact.POINTS, 10, 0, Risk.MEDIUM),
            rule(Fact.POINTS, 18, 0, Risk.VERY_HIGH),
            rule(Fact.QUESTIONNAIRE, 6, 0, Risk.MEDIUM));

    private static RiskRule rule(Fact fact, long threshold, long points, @Nullable Risk least) {
        return new RiskRule(null, fact, threshold, points, least);
    }

    private static RiskScore score(@Nullable Long services, long criticality, String answer) {
        var facts = new EnumMap<Fact, Reading>(Fact.class);
        facts.put(Fact.SERVICES, new Reading(services, Message.of("a")));
        facts.put(Fact.CRITICALITY, Reading.of(criticality, Message.of("b")));
        return RiskScore.of(facts, RULES, List.of(TESTED), Map.of("tested", answer));
    }

    @ParameterizedTest
    @CsvSource({
        // services, criticality, answer, points, class
        "0, 0, yes, 0, LOW",
        "1, 0, yes, 2, LOW",
        "4, 2, yes, 2, LOW",
        "5, 0, partly, 10, MEDIUM",
        "0, 3, yes, 5, MEDIUM",
        "20, 0, yes, 7, HIGH",
        "1, 0, no, 8, MEDIUM",
        "5, 3, no, 18, VERY_HIGH",
        "0, 0, what, 6, MEDIUM",
    })
    void pointsAddUpAndTheHighestClassDecides(long services, long criticality, String answer, long points, Risk risk) {
        var score = score(services, criticality, answer);
        assertThat(score.points()).isEqualTo(points);
        assertThat(score.risk()).isEqualTo(risk);
        assertThat(score.reasons().stream().mapToLong(Contribution::points).sum())
                .isEqualTo(points);
        var decisive = score.decisive();
        assertThat(decisive == null ? Risk.LOW : decisive.least()).isEqualTo(risk);
    }

    @Test
    void whatIsNotKnownCountsNothingAndSaysSo() {
        var score = score(null, 0, "yes");
        assertThat(score.points()).isZero();
        assertThat(score.complete()).isFalse();
        assertThat(score.reasons().getFirst().known()).isTrue();
        assertThat(score.reasons().get(1).known()).isFalse();
    }

    @Test
    void aQuestionWithoutAnswerCountsTheMostAndSaysSo() {
        var score = RiskScore.of(Map.of(), List.of(), List.of(TESTED), Map.of());
        assertThat(score.points()).isEqualTo(6);
        assertThat(score.risk()).isEqualTo(Risk.LOW);
        assertThat(score.complete()).isTrue();
        var reason = score.reasons().getFirst();
        assertThat(reason.known()).isFalse();
        assertThat(reason.text().key()).isEqualTo("risk.text.unanswered");
    }

    @Test
    void withoutRulesNothingCounts() {
        var facts = Map.of(Fact.SERVICES, Reading.of(1_000, Message.of("a")));
        var score = RiskScore.of(facts, List.of(), List.of(), Map.of());
        assertThat(score.points()).isZero();
        assertThat(score.decisive()).isNull();
        assertThat(score.reasons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes: 0",
                "yes: 0\nyes: 1",
                "yes 0\nno 1",
                "yes: -1\nno: 1",
                "yes: many\nno: 1",
                "maybe: 1\nno: 0",
                "Ja nein: 1: x\nno: 0",
                "yes: 99999\nno: 0",
            })
    void answersThatNobodyCouldGiveAreRefused(String lines) {
        assertThatThrownBy(() -> RiskQuestion.answers(lines)).isInstanceOf(BadValue.class);
    }

    @Test
    void answersAreReadStrictlyAndKeptLoosely() {
        var questions = List.of(TESTED);
        assertThat(RiskAnswers.given("tested: yes\n\n", questions)).containsExactly(Map.entry("tested", "yes"));
        for (String wrong : List.of("tested", "tested: perhaps", "other: yes", "x".repeat(5_000), ": yes")) {
            assertThatThrownBy(() -> RiskAnswers.given(wrong, questions)).isInstanceOf(BadValue.class);
        }
        assertThat(RiskAnswers.kept("a: b\nnonsense\n: c")).containsExactly(Map.entry("a", "b"));
    }

    @ParameterizedTest
    @CsvSource({
        // Tuesday evening, into the morning, over noon; the weekend; a week
        "2026-12-01T18:00:00Z, 2026-12-01T22:00:00Z, UTC, false",
        "2026-12-01T18:00:00Z, 2026-12-02T08:00:00Z, UTC, false",
        "2026-12-01T18:00:00Z, 2026-12-02T08:00:01Z, UTC, true",
        "2026-12-01T12:00:00Z, 2026-12-01T12:30:00Z, UTC, true",
        "2026-12-05T08:00:00Z, 2026-12-06T18:00:00Z, UTC, false",
        "2026-12-05T08:00:00Z, 2026-12-12T18:00:00Z, UTC, true",
        "2026-12-04T18:00:00Z, 2026-12-07T08:00:00Z, UTC, false",
        // it is 18:30 in Berlin
        "2026-12-01T17:30:00Z, 2026-12-01T17:40:00Z, Europe/Berlin, false",
        "2026-12-01T17:30:00Z, 2026-12-01T17:40:00Z, UTC, true",
        "2026-12-01T23:30:00Z, 2026-12-01T23:40:00Z, Asia/Tokyo, true",
    })
    void peopleWorkInTheirOwnZone(Instant start, Instant end, String zone, boolean touched) {
        assertThat(BusinessHours.touched(start, end, ZoneId.of(zone))).isEqualTo(touched);
    }

    @Test
    void oneOfOneIsNotAlways() {
        assertThat(new Proportion(0, 0).high()).isEqualTo(1);
        assertThat(new Proportion(0, 0).low()).isZero();
        assertThat(new Proportion(1, 1).low()).isCloseTo(0.207, within(0.001));
        assertThat(new Proportion(1, 0).high()).isCloseTo(0.793, within(0.001));
        assertThat(new Proportion(100, 0).high()).isCloseTo(0.037, within(0.001));
    }

    private static Band band(Risk risk, long good, long bad) {
        return new Band(risk, Map.of(Outcome.SUCCESSFUL, good, Outcome.FAILED, bad));
    }

    @Test
    void aPredictionIsBelievedOnceTheBoundsAreApart() {
        assertThat(new Calibration(List.of()).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(new Calibration(List.of(band(Risk.LOW, 9, 1), band(Risk.HIGH, 0, 0))).verdict())
                .isEqualTo(Verdict.TOO_FEW);
        var few = new Calibration(List.of(band(Risk.LOW, 3, 0), band(Risk.HIGH, 0, 1)));
        assertThat(few.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(few.cases()).isEqualTo(4);
        assertThat(few.ordered()).isTrue();
        var many = new Calibration(List.of(band(Risk.LOW, 95, 5), band(Risk.MEDIUM, 9, 0), band(Risk.HIGH, 5, 15)));
        assertThat(many.verdict()).isEqualTo(Verdict.PREDICTIVE);
        assertThat(many.ordered()).isFalse();
        assertThat(new Calibration(List.of(band(Risk.LOW, 5, 15), band(Risk.VERY_HIGH, 95, 5))).verdict())
                .isEqualTo(Verdict.REVERSED);
    }
}
