package org.mainstay.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Action;
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
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.NotPermitted;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An action's small form, and what it would do: at once where it asks for nothing, else on demand.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}/actions/{action}")
class ActionPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Frames frames;
    private final Forms forms;
    private final Effects effects;

    ActionPages(RecordTypes types, RecordStore store, Acts acts, Frames frames, Forms forms, Effects effects) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.frames = frames;
        this.forms = forms;
        this.effects = effects;
    }

    @GetMapping
    String ask(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String action,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var verb = action(record, action);
        if (decision(actor, record, verb) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        var asked = new Asked(collection, record, verb, Map.of(), List.of(), List.of(), null);
        if (!verb.asks().isEmpty()) {
            return asking(asked, request, actor, locale, model);
        }
        var frame = frames.of(actor, request, locale);
        return switch (attempt(actor, asked, true)) {
            case Outcome.Previewed(var previews) ->
                asking(asked.with(effects.of(actor, previews, frame)), request, actor, locale, model);
            case Outcome outcome -> asking(asked.wrong(errors(outcome, asked, frame)), request, actor, locale, model);
        };
    }

    @PostMapping
    String act(
            @PathVariable String collection,
            @PathVariable String key,
            @PathVariable String action,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var verb = action(record, action);
        var asked = new Asked(collection, record, verb, Forms.values(typed), List.of(), List.of(), null);
        var frame = frames.of(actor, request, locale);
        var outcome = attempt(actor, asked, typed.containsKey("preview"));
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return Hrefs.saved(collection, record.number());
        }
        if (outcome instanceof Outcome.Previewed(var previews)) {
            return asking(asked.with(effects.of(actor, previews, frame)), request, actor, locale, model);
        }
        response.setStatus(Says.status(outcome).value());
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        return asking(asked.refused(problems, errors(outcome, asked, frame)), request, actor, locale, model);
    }

    /// An action, what was answered so far, and what came of it.
    private record Asked(
            String collection,
            Snapshot record,
            Action<?> action,
            Map<String, String> typed,
            List<Problem> problems,
            List<String> errors,
            @Nullable List<FormView.Effect> effects) {

        Asked with(List<FormView.Effect> effect) {
            return new Asked(collection, record, action, typed, problems, errors, effect);
        }

        Asked wrong(List<String> why) {
            return new Asked(collection, record, action, typed, problems, why, effects);
        }

        Asked refused(List<Problem> refusal, List<String> why) {
            return new Asked(collection, record, action, typed, refusal, why, effects);
        }
    }

    private Outcome attempt(Actor actor, Asked asked, boolean dryRun) {
        var answers = new HashMap<>(forms.read(asked.action.asks(), asked.typed));
        answers.values().removeIf(String::isBlank);
        return acts.act(
                actor, asked.record.type(), asked.record.id(), asked.action.name(), Input.texts(answers), null, dryRun);
    }

    private static List<String> errors(Outcome outcome, Asked asked, Frame frame) {
        return Forms.general(outcome, asked.record.type(), asked.action.asks(), frame);
    }

    private String asking(Asked asked, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        var record = asked.record;
        var href = Hrefs.record(asked.collection, record.number());
        var label = frame.action(record.type().code(), asked.action.name());
        var filling =
                new Forms.Filling(record, store.labels(actor, List.of(record)), asked.typed, Set.of(), asked.problems);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        label,
                        record.label(),
                        href + "/actions/" + asked.action.name(),
                        href,
                        record.number(),
                        label,
                        "",
                        forms.inputs(record.type(), asked.action.asks(), filling, actor.zone(), frame),
                        asked.errors,
                        asked.effects,
                        !asked.action.asks().isEmpty()));
        return "record/form";
    }

    private Decision decision(Actor actor, Snapshot record, Action<?> action) {
        return acts.possible(actor, record).stream()
                .filter(it -> it.action().name().equals(action.name()))
                .findFirst()
                .orElseThrow(NoSuchPage::new)
                .decision();
    }

    private static Action<?> action(Snapshot record, String name) {
        return record.type().actions().stream()
                .filter(it -> it.name().equals(name))
                .<Action<?>>map(it -> it)
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    private Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
