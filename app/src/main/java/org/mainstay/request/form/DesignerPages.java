package org.mainstay.request.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.request.form.DesignEdit.Spot;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/// Where a form or a set of questions is designed: one thing at a time is edited, each change is saved, and beside it
/// stands how it looks to
/// a chosen person.
@Controller
class DesignerPages {

    private static final String FORM = "/forms/{key}/design";
    private static final String SET = "/question-sets/{key}/design";

    private final RecordStore store;
    private final Access access;
    private final Acts acts;
    private final Designs designs;
    private final FormFills fills;
    private final Forms forms;
    private final Frames frames;

    DesignerPages(
            RecordStore store, Access access, Acts acts, Designs designs, FormFills fills, Forms forms, Frames frames) {
        this.store = store;
        this.access = access;
        this.acts = acts;
        this.designs = designs;
        this.fills = fills;
        this.forms = forms;
        this.frames = frames;
    }

    /// A page while it is made.
    private record Page(Snapshot record, Actor actor, Frame frame, Map<String, String[]> fields, String as) {

        Designed of() {
            return Designed.of(record);
        }

        String text() {
            return of().text(record);
        }

        DesignEdit edit() {
            return new DesignEdit(of(), text());
        }
    }

    /// @param edit what is edited, as [Spot] is written
    /// @param kind of a question there will be
    /// @param as user name of whom it is looked at as
    @GetMapping(FORM)
    String look(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "text") String kind,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return look(record(actor, Designed.FORM, key), edit, kind, as, request, actor, locale, model);
    }

    /// The same of a set of questions.
    @GetMapping(SET)
    String lookAtSet(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "text") String kind,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return look(record(actor, Designed.SET, key), edit, kind, as, request, actor, locale, model);
    }

    private String look(
            Snapshot record,
            String edit,
            String kind,
            String as,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var page = new Page(record, actor, frames.of(actor, request, locale), Map.of(), as);
        var document = page.edit();
        var editor = Spot.of(edit)
                .filter(it -> page.of() == Designed.FORM || !it.aboutSection())
                .filter(it -> it.fresh() || (document.at(it) instanceof ObjectNode node && !node.has("set")))
                .map(it -> designs.editor(it, document, Designs.known(kind) ? kind : "text", page.frame))
                .orElse(null);
        return show(page, editor, preview(page, false), List.of(), model);
    }

    /// @param work `save:1.0`, `remove:1.0`, `up:1.0`, `down:1.0`, or `preview`
    @PostMapping(FORM)
    String change(
            @PathVariable String key,
            @RequestParam(name = "do", defaultValue = "preview") String work,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        return change(record(actor, Designed.FORM, key), work, as, request, response, actor, locale, model);
    }

    /// The same of a set of questions.
    @PostMapping(SET)
    String changeSet(
            @PathVariable String key,
            @RequestParam(name = "do", defaultValue = "preview") String work,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        return change(record(actor, Designed.SET, key), work, as, request, response, actor, locale, model);
    }

    private String change(
            Snapshot record,
            String work,
            String as,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var fields = request.getParameterMap();
        var page = new Page(record, actor, frames.of(actor, request, locale), fields, as);
        var parts = work.split(":", 2);
        var spot = parts.length == 2 ? Spot.of(parts[1]).orElse(null) : null;
        if (spot == null) {
            return show(page, null, preview(page, true), List.of(), model);
        }
        var edit = page.edit();
        var before = edit.at(spot);
        @Nullable Spot now = spot;
        switch (parts[0]) {
            case "save" ->
                now = edit.put(
                        spot,
                        spot.aboutSection()
                                ? DesignFields.section(fields, before)
                                : DesignFields.question(fields, before));
            case "remove" -> now = edit.remove(spot) ? spot : null;
            case "up" -> now = edit.move(spot, -1) ? spot : null;
            case "down" -> now = edit.move(spot, 1) ? spot : null;
            default -> now = null;
        }
        if (now == null) {
            return "redirect:" + Designs.href(page.record);
        }
        boolean saves = parts[0].equals("save");
        var others = new ArrayList<String>();
        var byField = switch (designs.checked(actor, page.record, edit.text())) {
            case FormCheck.Checked.Good _ -> Map.<String, String>of();
            case FormCheck.Checked.Bad(var faults) ->
                Designs.byField(faults, saves ? edit.pointer(now) : "-", edit, others, page.frame);
        };
        if (byField.isEmpty() && others.isEmpty()) {
            var saved = saved(page, edit.text());
            if (saved instanceof Outcome.Done) {
                return "redirect:" + Designs.href(page.record) + (saves ? "#at-" + now.text() : "");
            }
            others.addAll(Says.errors(saved, page.frame));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var kind = DesignEdit.text(fields, "kind");
        var editor = saves && (spot.aboutSection() || Designs.known(kind))
                ? Designs.editor(spot, spot.aboutSection() ? "" : kind, typed(fields), byField, page.frame)
                : null;
        return show(page, editor, preview(page, false), others, model);
    }

    private static Map<String, String> typed(Map<String, String[]> fields) {
        var typed = new LinkedHashMap<String, String>();
        fields.keySet().forEach(it -> typed.put(it, DesignEdit.text(fields, it)));
        return typed;
    }

    private Outcome saved(Page page, String text) {
        var version = DesignEdit.text(page.fields, "version");
        var input = Input.texts(Map.of(page.of().document().code(), text));
        long seen = version.matches("\\d{1,18}") ? Long.parseLong(version) : page.record.version();
        return acts.edit(page.actor, page.of().type(), page.record.id(), input, seen, false);
    }

    private Snapshot record(Actor actor, Designed of, String key) {
        var record = store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
        if (access.edit(record, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return record;
    }

    private DesignerView.Preview preview(Page page, boolean complains) {
        var person = page.as.isBlank()
                ? page.actor.id()
                : store.find(page.actor, PersonType.PERSON, org.mainstay.web.Forms.number(page.as))
                        .map(Snapshot::id)
                        .orElse(null);
        var facts = person == null ? null : forms.facts(page.actor, person).orElse(null);
        var checked = designs.checked(page.actor, page.record, page.text());
        if (person == null || facts == null || !(checked instanceof FormCheck.Checked.Good(var form))) {
            var why = facts == null ? List.of(page.frame.say("form.no_requester")) : List.<String>of();
            return new DesignerView.Preview(page.as, null, why);
        }
        return preview(page, form, person, facts, complains);
    }

    private DesignerView.Preview preview(Page page, Form form, UUID person, Facts facts, boolean complains) {
        var asking = new FormFills.Asking(page.actor, person, facts, page.frame.locale());
        if (!complains) {
            return new DesignerView.Preview(page.as, fills.begun(form, asking), List.of());
        }
        boolean checks = !DesignEdit.text(page.fields, "check").isEmpty();
        var fill = fills.again(form, asking, page.fields, checks);
        if (!checks) {
            return new DesignerView.Preview(page.as, fill, List.of());
        }
        var checked = forms.check(form, facts, page.actor, person, page.fields);
        var good = new ArrayList<String>();
        good.add(page.frame.say(checked.good() ? "form.design.good" : "form.design.wrong"));
        checked.answers().price().ifPresent(it -> good.add(page.frame.say("form.design.price", it)));
        return new DesignerView.Preview(page.as, fill, good);
    }

    private String show(
            Page page,
            DesignerView.@Nullable Editor editor,
            DesignerView.Preview preview,
            List<String> errors,
            Model model) {
        var document =
                page.of().read(page.text(), page.record.label()) instanceof DocumentRead.Good<FormDocument>(var read)
                        ? read
                        : new FormDocument(List.of());
        var all = new ArrayList<>(errors);
        if (designs.checked(page.actor, page.record, page.text()) instanceof FormCheck.Checked.Bad(var faults)) {
            Designs.byField(faults, "-", page.edit(), all, page.frame);
        }
        model.addAttribute("frame", page.frame);
        model.addAttribute("view", designs.of(page.record, document, editor, preview, all, page.actor, page.frame));
        return "request/designer";
    }
}
