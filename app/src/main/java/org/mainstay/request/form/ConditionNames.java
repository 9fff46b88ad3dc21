package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Mistake;
import org.mainstay.kernel.filter.Nearest;
import org.mainstay.kernel.filter.Piece;
import org.mainstay.request.form.Condition.Part;
import org.mainstay.request.form.Condition.Source;

/// What a condition may name where it stands: the questions before it, the facts, the day.
final class ConditionNames {

    private final Map<String, Question> before = new LinkedHashMap<>();
    private final Set<String> later;

    /// @param all codes of the whole form, to tell what comes later from what does not exist
    ConditionNames(Set<String> all) {
        later = all;
    }

    void add(Question question) {
        before.put(question.code(), question);
    }

    /// @param kind null for facts and the day
    record Named(Source source, ValueType type, @Nullable QuestionKind kind) {}

    Named find(Piece name) {
        var text = name.text();
        if (text.equals("today") || text.equals("now")) {
            return new Named(new Source.Today(), ValueType.DATE, null);
        }
        if (Facts.NAMES.get(text) instanceof ValueType type) {
            return new Named(new Source.Fact(text), type, null);
        }
        var question = before.get(text);
        if (question != null) {
            var type = question.kind().type();
            if (type == null) {
                throw Mistake.at(name, "form.condition.no_answer", text);
            }
            return new Named(new Source.Answered(text, part(question.kind())), type, question.kind());
        }
        if (later.contains(text)) {
            throw Mistake.at(name, "form.condition.later", text);
        }
        throw Mistake.at(name, suggestions(text), "form.condition.unknown", Mistake.clip(text));
    }

    private List<String> suggestions(String text) {
        var known = new ArrayList<>(before.keySet());
        known.addAll(Facts.NAMES.keySet());
        known.add("today");
        return Nearest.of(text, known);
    }

    private static Part part(QuestionKind kind) {
        return switch (kind) {
            case QuestionKind.Table _, QuestionKind.Attachment _ -> Part.COUNT;
            default -> Part.WHOLE;
        };
    }
}
