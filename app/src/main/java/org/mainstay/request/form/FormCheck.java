package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.FilterError;
import org.mainstay.kernel.filter.Grammar;
import org.mainstay.kernel.record.BadValue;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Money;

/// Makes a form of a document: sets in place, conditions as trees, every name known and every type right. A condition
/// names what stands before it, and in `valid_when` its own question, so that there are no circles.
public final class FormCheck {

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final ConditionNames names;
    private final Map<String, Question> before = new HashMap<>();
    private @Nullable Currency currency;

    private FormCheck(Set<String> all) {
        names = new ConditionNames(all);
    }

    /// What the check came to.
    public sealed interface Checked {

        record Good(Form form) implements Checked {}

        /// @param faults at least one
        record Bad(List<Fault> faults) implements Checked {}
    }

    /// @param sets the questions of each set there is, by its code
    public static Checked of(FormDocument document, Map<String, List<Question>> sets) {
        var all = new LinkedHashSet<String>();
        document.sections()
                .forEach(section ->
                        section.entries().forEach(entry -> expanded(entry, sets).forEach(it -> all.add(it.code()))));
        var check = new FormCheck(all);
        var parts = new ArrayList<Form.Part>();
        int index = 0;
        for (var section : document.sections()) {
            parts.add(check.part(section, "/sections/" + index++, sets));
        }
        if (check.places.size() > FormDocument.MOST_QUESTIONS) {
            check.faults.add(Fault.at("/sections", "form.document.too_many", FormDocument.MOST_QUESTIONS));
        }
        return check.faults.isEmpty() ? new Checked.Good(new Form(parts)) : new Checked.Bad(List.copyOf(check.faults));
    }

    /// What is wrong with the questions of a set, which knows nothing of the forms it will stand in.
    static List<Fault> set(List<Question> questions) {
        var all = new LinkedHashSet<String>();
        questions.forEach(it -> all.add(it.code()));
        var check = new FormCheck(all);
        int index = 0;
        for (var question : questions) {
            check.asked(question, "/questions/" + index++);
        }
        return List.copyOf(check.faults);
    }

    /// The same document with the questions of sets in place.
    static FormDocument expanded(FormDocument document, Map<String, List<Question>> sets) {
        return new FormDocument(document.sections().stream()
                .map(section -> section.with(section.entries().stream()
                        .<Entry>flatMap(it -> expanded(it, sets).stream())
                        .toList()))
                .toList());
    }

    private static List<Question> expanded(Entry entry, Map<String, List<Question>> sets) {
        return switch (entry) {
            case Question question -> List.of(question);
            case SetUse(var set) -> sets.getOrDefault(set, List.of());
        };
    }

    private Form.Part part(FormSection section, String pointer, Map<String, List<Question>> sets) {
        unique("section " + section.code(), section.code(), pointer + "/code");
        var shown = condition(section.showWhen(), pointer + "/show_when");
        var questions = new ArrayList<Form.Asked>();
        int index = 0;
        for (var entry : section.entries()) {
            var at = pointer + "/questions/" + index++;
            if (entry instanceof SetUse(var set) && !sets.containsKey(set)) {
                faults.add(Fault.at(at + "/set", "form.document.no_set", set));
            }
            var place = entry instanceof SetUse ? at + "/set" : at;
            expanded(entry, sets).forEach(it -> questions.add(asked(it, place)));
        }
        return new Form.Part(section, shown, List.copyOf(questions));
    }

    private void unique(String key, String code, String pointer) {
        if (places.putIfAbsent(key, pointer) != null) {
            faults.add(Fault.at(pointer, "form.document.twice", code));
        }
    }

    /// @param at of the question, or of the use of its set, which then every fault is at
    private Form.Asked asked(Question question, String at) {
        boolean own = !at.endsWith("/set");
        unique(question.code(), question.code(), own ? at + "/code" : at);
        var shown = condition(question.showWhen(), own ? at + "/show_when" : at);
        var needed = condition(question.requireWhen(), own ? at + "/require_when" : at);
        var prefill = prefill(question, own ? at + "/prefill" : at);
        names.add(question);
        before.put(question.code(), question);
        var valid = condition(question.validWhen(), own ? at + "/valid_when" : at);
        prices(question, at);
        return new Form.Asked(question, shown, needed, valid, prefill);
    }

    private @Nullable Condition condition(String text, String pointer) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (new ConditionReader(names).read(text)) {
            case Grammar.Read.Good(var whole, var _) -> whole;
            case Grammar.Read.Bad(var error) -> {
                faults.add(new Fault(pointer, said(error)));
                yield null;
            }
        };
    }

    static Message said(FilterError error) {
        return error.suggestions().isEmpty()
                ? Message.of("form.condition.wrong", error.position(), error.reason())
                : Message.of(
                        "form.condition.wrong_but",
                        error.position(),
                        error.reason(),
                        String.join(", ", error.suggestions()));
    }

    private @Nullable Prefill prefill(Question question, String pointer) {
        var text = question.prefill();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.startsWith("{") || !text.endsWith("}")) {
            try {
                return new Prefill.Literal(Plain.answer(question.kind(), text));
            } catch (BadValue e) {
                faults.add(new Fault(pointer, e.reason()));
                return null;
            }
        }
        var name = text.substring(1, text.length() - 1);
        var kind = question.kind().code();
        if (Facts.NAMES.get(name) instanceof ValueType type) {
            boolean fits = Facts.RECORDS.containsKey(name)
                    ? kind.equals(Facts.RECORDS.get(name))
                    : type == ValueType.TEXT && question.kind().type() == ValueType.TEXT
                            || type == ValueType.YES_NO && kind.equals("yes_no");
            if (fits) {
                return new Prefill.Fact(name);
            }
            faults.add(Fault.at(pointer, "form.prefill.other_kind", name));
            return null;
        }
        var other = before.get(name);
        if (other == null || !other.kind().code().equals(kind)) {
            faults.add(Fault.at(pointer, other == null ? "form.prefill.unknown" : "form.prefill.other_kind", name));
            return null;
        }
        return new Prefill.Other(name);
    }

    /// Prices of options are added up, so they are all in one currency.
    private void prices(Question question, String at) {
        int index = 0;
        for (var option : question.kind().options()) {
            var place = at.endsWith("/set") ? at : at + "/options/" + index++;
            price(option.price(), at.endsWith("/set") ? at : place + "/price");
            price(option.recurring(), at.endsWith("/set") ? at : place + "/recurring_price");
        }
    }

    private void price(@Nullable Money price, String pointer) {
        if (price != null && currency != null && !price.currency().equals(currency)) {
            faults.add(Fault.at(pointer, "form.document.other_currency", currency.getCurrencyCode()));
        } else if (price != null) {
            currency = price.currency();
        }
    }

    /// Names of facts that the form's conditions and prefills ask for: nothing else leaves the server.
    static Set<String> facts(Form form) {
        var named = new HashSet<String>();
        form.parts().forEach(part -> {
            facts(part.shown(), named);
            part.questions().forEach(it -> {
                facts(it.shown(), named);
                facts(it.needed(), named);
                facts(it.valid(), named);
                if (it.prefill() instanceof Prefill.Fact(var name)) {
                    named.add(name);
                }
            });
        });
        return named;
    }

    private static void facts(@Nullable Condition condition, Set<String> named) {
        if (condition != null) {
            condition.sources().forEach(it -> {
                if (it instanceof Condition.Source.Fact(var name)) {
                    named.add(name);
                }
            });
        }
    }
}
