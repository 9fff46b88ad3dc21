package org.mainstay.change.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Texts;

/// Answers to the questionnaire as lines of text: `tested: partly`.
final class RiskAnswers {

    private RiskAnswers() {}

    /// What is kept; lines that nobody can read are left out.
    static Map<String, String> kept(@Nullable String text) {
        var answers = new LinkedHashMap<String, String>();
        for (String line : text == null ? List.<String>of() : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                answers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return answers;
    }

    /// What somebody says now.
    ///
    /// @throws BadValue for a line without colon, a question that is not asked, and what is none of its answers
    static Map<String, String> given(String text, List<RiskQuestion> questions) {
        var answers = new LinkedHashMap<String, String>();
        for (String line : text.lines().filter(it -> !it.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new BadValue("change.answers.line", clipped(line));
            }
            var code = line.substring(0, colon).strip();
            var answer = line.substring(colon + 1).strip();
            var question = questions.stream()
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new BadValue("change.answers.unknown_question", clipped(code), codes(questions)));
            if (question.answer(answer) == null) {
                throw new BadValue("change.answers.unknown_answer", clipped(answer), code, codes(question));
            }
            answers.put(code, answer);
        }
        return answers;
    }

    static String text(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String clipped(String text) {
        return Texts.cut(text, 60);
    }

    private static String codes(List<RiskQuestion> questions) {
        return questions.stream().map(RiskQuestion::code).collect(Collectors.joining(", "));
    }

    private static String codes(RiskQuestion question) {
        return question.answers().stream().map(RiskQuestion.Answer::code).collect(Collectors.joining(", "));
    }
}
