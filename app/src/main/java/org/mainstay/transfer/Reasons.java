package org.mainstay.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Problems of rows as they are kept, so that each reader gets them in their own language.
final class Reasons {

    private Reasons() {}

    static JsonNode json(List<Problem> problems) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var problem : problems) {
            var one = all.addObject()
                    .put("attribute", problem.attribute())
                    .put("key", problem.reason().key());
            var arguments = one.putArray("arguments");
            problem.reason().arguments().forEach(it -> {
                switch (it) {
                    case Long whole -> arguments.add(whole);
                    case Integer whole -> arguments.add(whole);
                    default -> arguments.add(CsvRows.storable(it.toString()));
                }
            });
        }
        return all;
    }

    static List<Problem> of(JsonNode kept) {
        var problems = new ArrayList<Problem>();
        kept.forEach(it -> {
            var arguments = new ArrayList<Object>();
            it.get("arguments")
                    .forEach(argument -> arguments.add(
                            argument.isNumber() ? (Object) argument.longValue() : argument.stringValue()));
            problems.add(new Problem(
                    it.get("attribute").stringValue(), new Message(it.get("key").stringValue(), arguments)));
        });
        return problems;
    }

    /// One line: each problem behind the name of its attribute.
    static String text(JsonNode kept, Messages messages, Locale reader) {
        var texts = new ArrayList<String>();
        of(kept).forEach(it -> {
            var text = messages.say(it.reason(), reader);
            texts.add(it.attribute().isEmpty() ? text : it.attribute() + ": " + text);
        });
        return String.join(" ", texts);
    }
}
