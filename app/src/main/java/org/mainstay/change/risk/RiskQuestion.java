package org.mainstay.change.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Snapshot;

/// One question of the questionnaire with what its answers count.
///
/// @param text in the default language
/// @param german null where it is the same
/// @param model of the changes that it is asked of; null for all
record RiskQuestion(
        String code,
        String text,
        @Nullable String german,
        @Nullable UUID model,
        List<Answer> answers) {

    static final int LONGEST_LABEL = 80;

    private static final int MOST_ANSWERS = 10;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern POINTS = Pattern.compile("\\d{1,4}");

    /// @param text null for `yes` and `no`, which every language has
    /// @param german null where it is the same
    record Answer(
            String code,
            long points,
            @Nullable String text,
            @Nullable String german) {

        Message label() {
            return text == null ? Message.of("risk.answer." + code) : spoken(text, german);
        }
    }

    static RiskQuestion of(Snapshot it) {
        return new RiskQuestion(
                it.number(),
                it.need(RiskQuestionType.TEXT),
                it.get(RiskQuestionType.TEXT_DE),
                it.get(RiskQuestionType.MODEL),
                answers(it.need(RiskQuestionType.ANSWERS)));
    }

    Message asked() {
        return spoken(text, german);
    }

    /// Where a German text is given, bundles choose between the two.
    private static Message spoken(String text, @Nullable String german) {
        return Message.of("risk.spoken", text, german == null || german.isBlank() ? text : german);
    }

    /// What was answered; null where nothing was, or what is no answer any more.
    @Nullable
    Answer answer(@Nullable String given) {
        return answers.stream()
                .filter(it -> it.code().equals(given))
                .findFirst()
                .orElse(null);
    }

    /// Of the answer that counts most.
    long most() {
        return answers.stream().mapToLong(Answer::points).max().orElse(0);
    }

    /// A line an answer: `some: 3: One other team | Ein weiteres Team`. `yes: 0` and `no: 4` need no label.
    ///
    /// @throws BadValue for lines of another form, fewer than two answers, two of the same code, too many
    static List<Answer> answers(@Nullable String lines) {
        var answers = new ArrayList<Answer>();
        for (String line : lines == null ? List.<String>of() : lines.lines().toList()) {
            if (!line.isBlank()) {
                answers.add(answer(line.strip(), answers));
            }
        }
        if (answers.size() < 2 || answers.size() > MOST_ANSWERS) {
            throw new BadValue("risk_question.answers.how_many", MOST_ANSWERS);
        }
        return List.copyOf(answers);
    }

    private static Answer answer(String line, List<Answer> before) {
        var parts = line.split(":", 3);
        var code = parts[0].strip().toLowerCase(Locale.ROOT);
        var points = parts.length < 2 ? "" : parts[1].strip();
        var labels = parts.length < 3 ? new String[0] : parts[2].split("\\|", 2);
        var label = labels.length == 0 || labels[0].isBlank() ? null : labels[0].strip();
        var german = labels.length < 2 || labels[1].isBlank() ? null : labels[1].strip();
        boolean named = label != null || code.equals("yes") || code.equals("no");
        if (!CODE.matcher(code).matches() || !POINTS.matcher(points).matches() || !named) {
            throw new BadValue("risk_question.answers.line", line);
        }
        if (line.length() > 2 * LONGEST_LABEL + 60) {
            throw new BadValue("risk_question.answers.too_long", LONGEST_LABEL);
        }
        if (before.stream().anyMatch(it -> it.code().equals(code))) {
            throw new BadValue("risk_question.answers.twice", code);
        }
        return new Answer(code, Long.parseLong(points), label, german);
    }
}
