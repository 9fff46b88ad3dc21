package org.mainstay.request.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mainstay.kernel.filter.Grammar;
import org.mainstay.kernel.record.Message;
import org.mainstay.request.form.Condition.Source;

/// A condition over all answers to a form and the facts that forms know, as what stands outside of the form writes it.
/// A question that is not answered makes a comparison false.
public final class FormCondition {

    private final Form form;
    private final Condition condition;

    private FormCondition(Form form, Condition condition) {
        this.form = form;
        this.condition = condition;
    }

    public sealed interface Read {

        record Good(FormCondition condition) implements Read {}

        /// @param reason says at which place something is wrong, and what
        record Bad(Message reason) implements Read {}
    }

    /// @param text a blank one holds always
    public static Read read(Form form, String text) {
        var questions = form.questions();
        var names = new ConditionNames(questions.keySet());
        questions.values().forEach(names::add);
        return switch (new ConditionReader(names).read(text)) {
            case Grammar.Read.Good(var whole, var _) -> new Read.Good(new FormCondition(form, whole));
            case Grammar.Read.Bad(var error) -> new Read.Bad(FormCheck.said(error));
        };
    }

    public boolean holds(Facts facts, Answers answers) {
        return Evaluation.holds(condition, facts, answers.values());
    }

    /// The questions that it rests on, in the order of the form.
    public List<Question> questions() {
        var named = condition
                .sources()
                .<String>mapMulti((it, out) -> {
                    if (it instanceof Source.Answered(var code, var _)) {
                        out.accept(code);
                    }
                })
                .collect(Collectors.toSet());
        return form.asked()
                .map(Form.Asked::question)
                .filter(it -> named.contains(it.code()))
                .toList();
    }

    /// What it knows of the person besides answers, in words by the names of the facts; those that are not known are
    /// left out.
    public Map<String, String> facts(Facts facts) {
        return condition
                .sources()
                .<String>mapMulti((it, out) -> {
                    if (it instanceof Source.Fact(var name)) {
                        out.accept(name);
                    }
                })
                .distinct()
                .sorted()
                .filter(it -> facts.known().containsKey(it))
                .collect(Collectors.toMap(it -> it, it -> said(facts, it), (one, _) -> one, LinkedHashMap::new));
    }

    private static String said(Facts facts, String name) {
        return switch (facts.known().get(name)) {
            case Answer.Record(var _, var _, var label) -> label;
            case null, default -> String.join(", ", facts.values(name));
        };
    }
}
