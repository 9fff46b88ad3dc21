package org.mainstay.request.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.DesignEdit.Spot;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;

/// Makes the page on which a form or a set of questions is designed.
final class Designs {

    private static final List<String> KINDS = List.of(
            "text",
            "prose",
            "number",
            "money",
            "date",
            "date_range",
            "yes_no",
            "choice",
            "multi_choice",
            "person",
            "group",
            "location",
            "item",
            "table",
            "attachment",
            "consent",
            "information");

    private static final Pattern PLACE = Pattern.compile("/sections/(\\d+)(?:/questions/(\\d+))?/?(\\w*).*");

    private final RecordStore store;

    Designs(RecordStore store) {
        this.store = store;
    }

    /// What the document comes to with the sets there are.
    FormCheck.Checked checked(Actor actor, Snapshot record, String text) {
        return switch (Designed.of(record).read(text, record.label())) {
            case DocumentRead.Bad<FormDocument>(var faults) -> new FormCheck.Checked.Bad(faults);
            case DocumentRead.Good<FormDocument>(var document) ->
                FormCheck.of(
                        document,
                        StoredSets.of(document, it -> store.find(actor, QuestionSetType.QUESTION_SET, it))
                                .questions());
        };
    }

    static String href(Snapshot record) {
        return Hrefs.record(record.type().collection(), record.number()) + "/design";
    }

    DesignerView of(
            Snapshot form,
            FormDocument document,
            DesignerView.@Nullable Editor editor,
            DesignerView.Preview preview,
            List<String> errors,
            Actor actor,
            Frame frame) {
        boolean whole = Designed.of(form) == Designed.FORM;
        var sets = whole ? sets(actor) : List.<FormFill.Choice>of();
        return new DesignerView(
                form.number(),
                form.label(),
                form.type().collection(),
                frame.say(form.type().code() + ".plural"),
                href(form),
                String.valueOf(form.version()),
                whole ? published(form, frame) : used(form, actor, frame),
                whole ? Hrefs.record("forms", form.number()) + "/actions/publish" : "",
                errors,
                sections(document, sets, frame),
                KINDS.stream()
                        .map(it -> new FormFill.Choice(it, frame.say("form.kind." + it), "", it.equals("text")))
                        .toList(),
                sets,
                editor,
                preview);
    }

    private static String published(Snapshot form, Frame frame) {
        var revision = form.get(FormType.REVISION);
        return revision == null ? frame.say("form.design.never") : frame.say("form.design.published", revision);
    }

    private String used(Snapshot set, Actor actor, Frame frame) {
        long forms = store.count(actor, FormType.FORM, Filter.is(FormType.SETS, set.id()))
                .value();
        return frame.say("form.design.used", forms);
    }

    private List<FormFill.Choice> sets(Actor actor) {
        var query = Query.of(Filter.EVERYTHING)
                .reading(List.of(QuestionSetType.NAME))
                .limit(200);
        return store.list(actor, QuestionSetType.QUESTION_SET, query).items().stream()
                .map(it -> new FormFill.Choice(it.number(), it.label(), "", false))
                .toList();
    }

    private static List<DesignerView.Section> sections(FormDocument document, List<FormFill.Choice> sets, Frame frame) {
        var sections = new ArrayList<DesignerView.Section>();
        for (var section : document.sections()) {
            int at = sections.size();
            var lines = new ArrayList<DesignerView.Line>();
            for (var entry : section.entries()) {
                lines.add(line(at + "." + lines.size(), entry, sets, frame));
            }
            sections.add(new DesignerView.Section(
                    String.valueOf(at),
                    at + ".new",
                    section.label().in(frame.locale()),
                    section.code(),
                    section.showWhen(),
                    lines));
        }
        return sections;
    }

    private static DesignerView.Line line(String spot, Entry entry, List<FormFill.Choice> sets, Frame frame) {
        return switch (entry) {
            case SetUse(var set) ->
                new DesignerView.Line(
                        spot,
                        sets.stream()
                                .filter(it -> it.value().equals(set))
                                .map(FormFill.Choice::label)
                                .findFirst()
                                .orElse(set),
                        set,
                        frame.say("question_set"),
                        Hrefs.record("question-sets", set) + "/design",
                        List.of());
            case Question question -> {
                var says = new ArrayList<String>();
                if (question.required()) {
                    says.add(frame.say("form.design.required"));
                }
                said(says, "show_when", question.showWhen(), frame);
                said(says, "require_when", question.requireWhen(), frame);
                said(says, "valid_when", question.validWhen(), frame);
                said(says, "prefill", question.prefill(), frame);
                yield new DesignerView.Line(
                        spot,
                        question.label().in(frame.locale()),
                        question.code(),
                        frame.say("form.kind." + question.kind().code()),
                        "",
                        says);
            }
        };
    }

    private static void said(List<String> says, String what, String text, Frame frame) {
        if (!text.isEmpty()) {
            says.add(frame.say("form.design." + what) + ": " + text);
        }
    }

    /// @param kind of a question there will be
    DesignerView.Editor editor(Spot spot, DesignEdit edit, String kind, Frame frame) {
        var node = edit.at(spot);
        var fields = DesignFields.of(node);
        var of = spot.aboutSection() ? "" : fields.getOrDefault("kind", "").isEmpty() ? kind : fields.get("kind");
        return editor(spot, of == null ? "" : of, fields, Map.of(), frame);
    }

    static DesignerView.Editor editor(
            Spot spot, String kind, Map<String, String> fields, Map<String, String> errors, Frame frame) {
        var title = spot.aboutSection()
                ? frame.say(spot.fresh() ? "form.design.new_section" : "form.design.section")
                : frame.say(
                        spot.fresh() ? "form.design.new_question" : "form.design.question",
                        frame.say("form.kind." + kind));
        return new DesignerView.Editor(spot.text(), kind, title, fields, errors);
    }

    static boolean known(String kind) {
        return KINDS.contains(kind);
    }

    /// Faults of what is edited by its fields; the others in words.
    ///
    /// @param place pointer of what is edited
    static Map<String, String> byField(
            List<Fault> faults, String place, DesignEdit edit, List<String> others, Frame frame) {
        var fields = new LinkedHashMap<String, String>();
        for (var fault : faults) {
            var said = frame.messages().say(fault.reason(), frame.locale());
            if (fault.pointer().startsWith(place + "/")) {
                var field = fault.pointer().substring(place.length() + 1).split("/", 2)[0];
                var name = List.of("label", "hint", "message").contains(field) ? field + ".en" : field;
                fields.merge(name, said, (one, other) -> one.contains(other) ? one : one + " " + other);
            } else {
                others.add(frame.say("form.document.fault", called(fault.pointer(), edit, frame), said));
            }
        }
        return fields;
    }

    /// What people call the place: the question and its field, in the form as it would be.
    private static String called(String pointer, DesignEdit edit, Frame frame) {
        var parts = PLACE.matcher(pointer);
        if (!parts.matches()) {
            return pointer;
        }
        var question = parts.group(2);
        var node = Spot.of(question == null ? parts.group(1) : parts.group(1) + "." + question)
                .map(edit::at)
                .orElse(null);
        var code = node == null
                ? pointer
                : node.path("code").asString(node.path("set").asString(pointer));
        var field = frame.messages().find("form.field." + parts.group(3), frame.locale());
        return field == null ? code : code + " · " + field;
    }
}
