package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An action's small form, with what it would do where it asks for nothing.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}/{key}/actions/{action}")
class ActionPages {

    private final RecordTypes types;
    private final RecordStore store;
    private final Acts acts;
    private final Frames frames;
    private final Forms forms;

    ActionPages(RecordTypes types, RecordStore store, Acts acts, Frames frames, Forms forms) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.frames = frames;
        this.forms = forms;
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
        return asking(
                collection,
                record,
                action(record, action),
                Map.of(),
                List.of(),
                List.of(),
                request,
                actor,
                locale,
                model);
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
        var answers = new HashMap<>(FormPages.values(typed));
        answers.values().removeIf(String::isBlank);
        var outcome = acts.act(actor, record.type(), record.id(), action, Input.texts(answers), null, false);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection + "/" + ListPages.encode(record.number());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var frame = frames.of(actor, request, locale);
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        var errors = new ArrayList<>(FormPages.general(outcome, problems, frame));
        var asks = action(record, action).asks().stream().map(it -> it.code()).toList();
        problems.stream()
                .filter(it -> !it.attribute().isEmpty() && !asks.contains(it.attribute()))
                .forEach(it -> errors.add(frame.messages().say(it.reason(), frame.locale())));
        return asking(
                collection, record, action(record, action), typed, problems, errors, request, actor, locale, model);
    }

    private String asking(
            String collection,
            Snapshot record,
            Action<?> action,
            Map<String, String> typed,
            List<Problem> problems,
            List<String> errors,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var href = "/" + collection + "/" + ListPages.encode(record.number());
        var label = frame.say(record.type().code() + ".action." + action.name());
        var labels = store.labels(actor, List.of(record));
        var inputs = forms.inputs(
                record.type(), action.asks(), record, labels, FormPages.values(typed), problems, actor.zone(), frame);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        label + " · " + record.number() + " " + record.label(),
                        href + "/actions/" + action.name(),
                        href,
                        label,
                        "",
                        inputs,
                        errors,
                        action.asks().isEmpty() ? preview(actor, record, action, frame) : List.of()));
        return "record/form";
    }

    private List<String> preview(Actor actor, Snapshot record, Action<?> action, Frame frame) {
        var outcome = acts.act(actor, record.type(), record.id(), action.name(), new Input(Map.of()), null, true);
        if (!(outcome instanceof Outcome.Previewed(var records))) {
            return List.of();
        }
        return records.stream()
                .map(it -> frame.say(
                        "web.preview",
                        it.number() == null ? frame.say(it.type()) : it.number(),
                        String.join(
                                ", ",
                                it.changes().keySet().stream()
                                        .map(code -> frame.messages()
                                                .attribute(
                                                        types.need(it.type()),
                                                        types.need(it.type()).need(code),
                                                        frame.locale()))
                                        .toList())))
                .toList();
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
