package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Message;
import org.mainstay.request.form.Evaluation.Verdict;
import tools.jackson.databind.JsonNode;

/// What the server makes of answers, whoever sent them: it decides, browsers only hint.
final class AnswerCheck {

    private AnswerCheck() {}

    /// @param answers to what is shown, as far as they can be taken
    /// @param faults in the order of the form; none where the answers may stand
    /// @param verdicts by code
    record Outcome(Answers answers, List<Fault> faults, Map<String, Verdict> verdicts) {}

    /// @param drops whether answers to what is hidden are dropped, as of pages, and not refused
    static Outcome of(Form form, Facts facts, JsonNode given, RecordNames records, boolean drops) {
        var read = AnswerReader.read(form, given, records);
        var verdicts = Evaluation.of(form, facts, read.answers());
        var faults = new ArrayList<>(read.faults().getOrDefault("", List.of()));
        var kept = new LinkedHashMap<String, Answer>();
        form.asked().forEach(asked -> {
            var question = asked.question();
            var code = question.code();
            var verdict = verdicts.getOrDefault(code, new Verdict(false, false, true));
            var answer = read.answers().get(code);
            var wrong = read.faults().getOrDefault(code, List.of());
            var pointer = "/" + code;
            if (!verdict.shown()) {
                if (!drops && (answer != null || !wrong.isEmpty())) {
                    faults.add(Fault.at(pointer, "form.answer.hidden"));
                }
                return;
            }
            faults.addAll(wrong);
            if (answer != null) {
                kept.put(code, answer);
            } else if (verdict.needed() && wrong.isEmpty() && !(question.kind() instanceof QuestionKind.Information)) {
                boolean consent = question.kind() instanceof QuestionKind.Consent;
                faults.add(Fault.at(pointer, consent ? "form.answer.agree" : "form.answer.needed"));
            }
            if (!verdict.valid()) {
                faults.add(new Fault(pointer, said(question.message())));
            }
        });
        return new Outcome(new Answers(form, kept), List.copyOf(faults), verdicts);
    }

    /// Words of an administrator, in the reader's language.
    private static Message said(Words words) {
        return Message.of("form.said", words.en(), words.de().isEmpty() ? words.en() : words.de());
    }
}
