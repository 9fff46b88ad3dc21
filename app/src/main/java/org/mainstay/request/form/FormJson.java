package org.mainstay.request.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A form as browsers and clients of the API get it: what is asked, the parsed conditions, and of facts no more than
/// the conditions name.
final class FormJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FormJson() {}

    static ObjectNode of(Form form, Facts facts) {
        var node = rules(form, facts);
        int index = 0;
        for (var part : form.parts()) {
            var section = (ObjectNode) node.path("sections").get(index++);
            DocumentWriter.words(section, "label", part.section().label());
            DocumentWriter.words(section, "hint", part.section().hint());
            int at = 0;
            for (var asked : part.questions()) {
                var question = (ObjectNode) section.path("questions").get(at++);
                DocumentWriter.words(question, "label", asked.question().label());
                DocumentWriter.words(question, "hint", asked.question().hint());
                DocumentWriter.words(question, "message", asked.question().message());
                var prefill = prefill(asked.prefill(), facts);
                if (prefill != null) {
                    question.set("prefill", prefill);
                }
            }
        }
        return node;
    }

    /// No more of it than `form-conditions.js` needs.
    static ObjectNode rules(Form form, Facts facts) {
        var node = NODES.objectNode();
        node.put("today", facts.today().toString());
        var known = node.putObject("facts");
        FormCheck.facts(form).stream().sorted().forEach(it -> {
            var values = known.putArray(it);
            facts.values(it).forEach(values::add);
        });
        var sections = node.putArray("sections");
        form.parts().forEach(part -> {
            var section = sections.addObject();
            section.put("code", part.section().code());
            condition(section, "show_when", part.shown());
            var questions = section.putArray("questions");
            part.questions().forEach(it -> question(questions.addObject(), it));
        });
        return node;
    }

    private static void question(ObjectNode node, Form.Asked asked) {
        var question = asked.question();
        node.put("code", question.code());
        node.put("kind", question.kind().code());
        node.put("required", question.required());
        DocumentWriter.kind(node, question.kind());
        condition(node, "show_when", asked.shown());
        condition(node, "require_when", asked.needed());
        condition(node, "valid_when", asked.valid());
        if (asked.prefill() instanceof Prefill.Other(var code)) {
            node.putObject("prefill").put("answer", code);
        }
    }

    private static void condition(ObjectNode node, String key, @Nullable Condition condition) {
        if (condition != null) {
            node.set(key, ConditionJson.of(condition));
        }
    }

    private static @Nullable JsonNode prefill(@Nullable Prefill prefill, Facts facts) {
        return switch (prefill) {
            case null -> null;
            case Prefill.Literal(var answer) -> value(answer);
            case Prefill.Fact(var name) -> facts.known().get(name) instanceof Answer fact ? value(fact) : null;
            case Prefill.Other(var code) -> NODES.objectNode().put("answer", code);
        };
    }

    private static JsonNode value(Answer answer) {
        return NODES.objectNode().set("value", AnswerJson.of(answer));
    }
}
