package org.mainstay.request.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A form that was checked: sets in place, conditions as trees. What each condition names stands before it.
public record Form(List<Part> parts) {

    public Form {
        parts = List.copyOf(parts);
    }

    /// @param shown null for always
    public record Part(FormSection section, @Nullable Condition shown, List<Asked> questions) {}

    /// @param shown null for always
    /// @param needed null for as the question says
    /// @param valid null for any answer
    /// @param prefill null for none
    public record Asked(
            Question question,
            @Nullable Condition shown,
            @Nullable Condition needed,
            @Nullable Condition valid,
            @Nullable Prefill prefill) {}

    public Stream<Asked> asked() {
        return parts.stream().flatMap(it -> it.questions().stream());
    }

    public Optional<Question> question(String code) {
        return asked().map(Asked::question).filter(it -> it.code().equals(code)).findFirst();
    }

    Map<String, Question> questions() {
        var questions = new LinkedHashMap<String, Question>();
        asked().forEach(it -> questions.put(it.question().code(), it.question()));
        return questions;
    }
}
