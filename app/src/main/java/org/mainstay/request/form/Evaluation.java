package org.mainstay.request.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.request.form.Condition.Operand;
import org.mainstay.request.form.Condition.Part;
import org.mainstay.request.form.Condition.Source;

/// What a form's conditions say of answers. `form-conditions.js` says the same in the browser; a test compares them.
public final class Evaluation {

    private final Facts facts;
    private final Map<String, Answer> answers;

    private Evaluation(Facts facts, Map<String, Answer> answers) {
        this.facts = facts;
        this.answers = answers;
    }

    /// @param valid whether the answer meets the question's own condition; true where there is no answer
    public record Verdict(boolean shown, boolean needed, boolean valid) {}

    /// By code, in the order of the form. What is hidden counts as not answered, also for what comes after it.
    ///
    /// @param given answers by code; others than the form's are passed over
    public static Map<String, Verdict> of(Form form, Facts facts, Map<String, Answer> given) {
        var seen = new LinkedHashMap<String, Answer>();
        var evaluation = new Evaluation(facts, seen);
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (var part : form.parts()) {
            boolean section = evaluation.holds(part.shown(), true);
            for (var asked : part.questions()) {
                var question = asked.question();
                boolean shown = section && evaluation.holds(asked.shown(), true);
                var answer = shown ? given.get(question.code()) : null;
                if (answer != null) {
                    seen.put(question.code(), answer);
                }
                boolean needed = shown && (question.required() || evaluation.holds(asked.needed(), false));
                boolean valid = answer == null || evaluation.holds(asked.valid(), true);
                verdicts.put(question.code(), new Verdict(shown, needed, valid));
            }
        }
        return verdicts;
    }

    static boolean holds(Condition condition, Facts facts, Map<String, Answer> answers) {
        return new Evaluation(facts, answers).holds(condition, false);
    }

    private boolean holds(@Nullable Condition condition, boolean otherwise) {
        return condition == null ? otherwise : test(condition);
    }

    private boolean test(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().allMatch(this::test);
            case Condition.Any(var of) -> of.stream().anyMatch(this::test);
            case Condition.Not(var of) -> !test(of);
            case Condition.Empty(var of) -> values(of).isEmpty();
            case Condition.Is(var of, var type, var values) -> is(of, type, values);
            case Condition.Contains(var of, var folded) ->
                values(of).stream().anyMatch(it -> folded.stream().anyMatch(it::contains));
            case Condition.Compare(var of, var type, var sign, var to) ->
                values(of).stream()
                        .anyMatch(it -> operand(to).stream().anyMatch(with -> sign.holds(compare(type, it, with))));
        };
    }

    private boolean is(Source of, ValueType type, List<Operand> values) {
        var own = values(of);
        return values.stream().anyMatch(value -> {
            // two records are the same by their ids, whatever they are called
            if (type == ValueType.REFERENCE && value instanceof Operand.Other(var source)) {
                var other = values(source);
                return !own.isEmpty() && !other.isEmpty() && own.getFirst().equals(other.getFirst());
            }
            return operand(value).stream().anyMatch(own::contains);
        });
    }

    private static int compare(ValueType type, String one, String other) {
        return type == ValueType.NUMBER ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }

    private List<String> operand(Operand operand) {
        return switch (operand) {
            case Operand.Literal(var text) -> List.of(text);
            case Operand.Days(var days) -> List.of(facts.today().plusDays(days).toString());
            case Operand.Other(var source) -> values(source);
        };
    }

    private List<String> values(Source source) {
        return switch (source) {
            case Source.Answered(var code, var part) -> values(answers.get(code), part);
            case Source.Fact(var name) -> facts.values(name);
            case Source.Today _ -> List.of(facts.today().toString());
        };
    }

    private static List<String> values(@Nullable Answer answer, Part part) {
        return answer == null ? List.of() : answer.values(part);
    }
}
