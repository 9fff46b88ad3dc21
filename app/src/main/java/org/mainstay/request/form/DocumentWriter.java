package org.mainstay.request.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Money;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes documents as [DocumentReader] reads them: the same text for the same document, what says nothing left out.
final class DocumentWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DocumentWriter() {}

    static String form(FormDocument document) {
        var node = NODES.objectNode();
        var sections = node.putArray("sections");
        document.sections().forEach(it -> section(sections.addObject(), it));
        return text(node);
    }

    static String set(List<Question> questions) {
        var node = NODES.objectNode();
        var array = node.putArray("questions");
        questions.forEach(it -> question(array.addObject(), it));
        return text(node);
    }

    private static String text(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r\n", "\n");
    }

    private static void section(ObjectNode node, FormSection section) {
        node.put("code", section.code());
        words(node, "label", section.label());
        words(node, "hint", section.hint());
        text(node, "show_when", section.showWhen());
        var questions = node.putArray("questions");
        section.entries().forEach(entry -> {
            switch (entry) {
                case SetUse(var set) -> questions.addObject().put("set", set);
                case Question question -> question(questions.addObject(), question);
            }
        });
    }

    private static void question(ObjectNode node, Question question) {
        node.put("code", question.code());
        node.put("kind", question.kind().code());
        words(node, "label", question.label());
        words(node, "hint", question.hint());
        if (question.required()) {
            node.put("required", true);
        }
        kind(node, question.kind());
        text(node, "show_when", question.showWhen());
        text(node, "require_when", question.requireWhen());
        text(node, "valid_when", question.validWhen());
        words(node, "message", question.message());
        text(node, "prefill", question.prefill());
    }

    /// What only questions of some kinds have; also for the browser.
    static void kind(ObjectNode node, QuestionKind kind) {
        switch (kind) {
            case QuestionKind.Text(var most) -> node.put("most", most);
            case QuestionKind.Prose(var most) -> node.put("most", most);
            case QuestionKind.Number(var unit, var min, var max, var digits) -> {
                text(node, "unit", unit);
                decimal(node, "min", min);
                decimal(node, "max", max);
                node.put("digits", digits);
            }
            case QuestionKind.Amount(var currency, var min, var max) -> {
                node.put("currency", currency.getCurrencyCode());
                decimal(node, "min", min);
                decimal(node, "max", max);
            }
            case QuestionKind.Choice(var options) -> options(node.putArray("options"), options);
            case QuestionKind.MultiChoice(var options) -> options(node.putArray("options"), options);
            case QuestionKind.Table(var columns, var most) -> {
                var array = node.putArray("columns");
                columns.forEach(it -> question(array.addObject(), it));
                node.put("most", most);
            }
            case QuestionKind.Attachment(var most) -> node.put("most", most);
            case QuestionKind.Day _,
                    QuestionKind.Period _,
                    QuestionKind.YesNo _,
                    QuestionKind.Person _,
                    QuestionKind.Group _,
                    QuestionKind.Location _,
                    QuestionKind.Item _,
                    QuestionKind.Consent _,
                    QuestionKind.Information _ -> {}
        }
    }

    private static void options(ArrayNode array, List<Option> options) {
        options.forEach(it -> {
            var node = array.addObject();
            node.put("code", it.code());
            words(node, "label", it.label());
            money(node, "price", it.price());
            money(node, "recurring_price", it.recurring());
        });
    }

    private static void money(ObjectNode node, String key, @Nullable Money money) {
        if (money != null) {
            node.putObject(key)
                    .put("amount", money.digits())
                    .put("currency", money.currency().getCurrencyCode());
        }
    }

    static void words(ObjectNode node, String key, Words words) {
        if (!words.isEmpty()) {
            var both = node.putObject(key);
            both.put("en", words.en());
            text(both, "de", words.de());
        }
    }

    /// Numbers as text: no reader makes something else of them.
    private static void decimal(ObjectNode node, String key, @Nullable BigDecimal value) {
        if (value != null) {
            node.put(key, value.toPlainString());
        }
    }

    private static void text(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
