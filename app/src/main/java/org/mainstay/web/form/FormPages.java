package org.mainstay.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.web.FormView;
import org.mainstay.web.Forms;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.mainstay.web.record.Edits;
import org.mainstay.web.record.Effects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Forms that create and edit records of any type. What was typed is kept whatever happens.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}")
class FormPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Access access;
    private final Frames frames;
    private final Forms forms;
    private final Edits edits;
    private final Effects effects;
    private final Templates templates;
    private final FormPreviews previews;
    private final NewForms fresh;

    FormPages(
            RecordTypes types,
            RecordStore store,
            Acts acts,
            Access access,
            Frames frames,
            Forms forms,
            Edits edits,
            Effects effects,
            Templates templates,
            FormPreviews previews,
            NewForms fresh) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.frames = frames;
        this.forms = forms;
        this.edits = edits;
        this.effects = effects;
        this.templates = templates;
        this.previews = previews;
        this.fresh = fresh;
    }

    @GetMapping("/new")
    String create(
            @PathVariable String collection,
            @RequestParam Map<String, String> given,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.byCollection(collection).orElseThrow(NoSuchPage::new).type();
        if (access.create(type, actor, actor.organisation()) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var frame = frames.of(actor, request, locale);
        var filled = templates.begin(
                types.current(type), edits.fillable(types.current(type), actor, null), given, actor, frame);
        var ask = new NewForms.Ask(given, filled.left());
        var begun = new NewForms.Filled(filled.typed(), List.of(), List.of());
        return fresh.show(types.current(type), collection, ask, begun, actor, frame, model);
    }

    @PostMapping("/new")
    String created(
            @PathVariable String collection,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        var input = new HashMap<>(forms.read(of.type().attributes(), Forms.values(typed)));
        if (!of.filter().isEmpty()) {
            int colon = of.filter().indexOf(':');
            input.put(of.filter().substring(0, colon), of.filter().substring(colon + 1));
        }
        input.values().removeIf(String::isBlank);
        var outcome = acts.create(actor, of.type(), Input.texts(input), List.of(), false);
        if (outcome instanceof Outcome.Done(var record)) {
            return Hrefs.saved(collection, record.number());
        }
        if (outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection + "#saved";
        }
        response.setStatus(Says.status(outcome).value());
        var frame = frames.of(actor, request, locale);
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        var type = types.current(of.type());
        var errors = Forms.general(outcome, type, edits.fillable(type, actor, null), frame);
        var ask = new NewForms.Ask(typed, List.of());
        var filled = new NewForms.Filled(typed, problems, errors);
        return fresh.show(type, collection, ask, filled, actor, frame, model);
    }

    @GetMapping("/{key}/edit")
    String edit(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        if (access.edit(record, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var labels = store.labels(actor, List.of(record));
        var filling = new Forms.Filling(record, labels, Map.of(), Set.of(), List.of());
        return editing(collection, filling, List.of(), null, request, actor, locale, model);
    }

    @PostMapping("/{key}/edit")
    String edited(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam Map<String, String> given,
            @RequestParam long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var edited = edits.save(actor, record, Forms.values(given), version, given.containsKey("preview"));
        var outcome = edited.outcome();
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return Hrefs.saved(collection, record.number());
        }
        response.setStatus(Says.status(outcome).value());
        var frame = frames.of(actor, request, locale);
        var previewed = outcome instanceof Outcome.Previewed(var previews) ? effects.of(actor, previews, frame) : null;
        var errors = previewed == null
                ? Forms.general(outcome, record.type(), edits.fillable(record.type(), actor, record), frame)
                : List.<String>of();
        return editing(collection, edited.filling(), errors, previewed, request, actor, locale, model);
    }

    private String editing(
            String collection,
            Forms.Filling filling,
            List<String> errors,
            @Nullable List<FormView.Effect> previewed,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var record = Objects.requireNonNull(filling.record());
        var href = Hrefs.record(collection, record.number());
        var inputs = edits.inputs(record.type(), actor, filling, frame);
        model.addAttribute("frame", frame);
        model.addAttribute("live", previews.of(record.type()));
        model.addAttribute(
                "form",
                new FormView(
                        frame.say("web.edit", record.number()),
                        record.label(),
                        href + "/edit",
                        href,
                        record.number(),
                        frame.say("web.save"),
                        Long.toString(record.version()),
                        inputs,
                        errors,
                        previewed,
                        record.type().configuration()));
        return "record/form";
    }

    private Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
