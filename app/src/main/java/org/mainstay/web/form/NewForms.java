package org.mainstay.web.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frame;
import org.mainstay.web.record.Edits;
import org.springframework.ui.Model;

/// The form for a new record of any type, short or whole, begun with what its address, a template or the type
/// says.
final class NewForms {

    private final Edits edits;
    private final Templates templates;
    private final FormPreviews previews;

    NewForms(Edits edits, Templates templates, FormPreviews previews) {
        this.edits = edits;
        this.templates = templates;
        this.previews = previews;
    }

    /// How a new record is asked for.
    ///
    /// @param parameters of the address
    /// @param left what it gave and could not be taken
    record Ask(Map<String, String> parameters, List<String> left) {

        static final Ask PLAINLY = new Ask(Map.of(), List.of());
    }

    /// What was typed and what stands against it.
    record Filled(Map<String, String> typed, List<Problem> problems, List<String> errors) {}

    /// @return the template that shows it
    String show(RecordType<?> type, String collection, Ask ask, Filled filled, Actor actor, Frame frame, Model model) {
        var offered = templates.offer(type, collection, ask.parameters, ask.left, actor);
        var fillable = edits.fillable(type, actor, null);
        var typed = Forms.values(filled.typed);
        var shown = templates.shown(type, fillable, typed, filled.problems, offered.quick());
        var begun = new HashMap<>(Forms.presets(fillable));
        begun.putAll(typed);
        var inputs = edits.inputs(type, actor, Forms.Filling.nothing(begun, filled.problems), frame).stream()
                .filter(it -> shown.contains(it.name()))
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("prefill", offered);
        model.addAttribute("live", previews.of(type));
        model.addAttribute(
                "form",
                new FormView(
                        frame.newOne(type, collection),
                        "",
                        Templates.address(collection, ask.parameters),
                        "/" + collection,
                        frame.plural(type, collection),
                        frame.say("web.create"),
                        "",
                        inputs,
                        filled.errors,
                        null,
                        false));
        return "record/form";
    }
}
