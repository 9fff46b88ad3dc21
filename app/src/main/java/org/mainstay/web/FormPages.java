package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
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

    FormPages(RecordTypes types, RecordStore store, Acts acts, Access access, Frames frames, Forms forms) {
        this.types = types;
        this.store = store;
        this.acts = acts;
        this.access = access;
        this.frames = frames;
        this.forms = forms;
    }

    @GetMapping("/new")
    String create(
            @PathVariable String collection,
            @RequestParam Map<String, String> given,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return creating(collection, given, List.of(), List.of(), request, actor, locale, model);
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
        var input = new HashMap<>(values(typed));
        if (!of.filter().isEmpty()) {
            int colon = of.filter().indexOf(':');
            input.put(of.filter().substring(0, colon), of.filter().substring(colon + 1));
        }
        input.values().removeIf(String::isBlank);
        var outcome = acts.create(actor, of.type(), Input.texts(input), List.of(), false);
        if (outcome instanceof Outcome.Done(var record)) {
            return "redirect:/" + collection + "/" + ListPages.encode(record.number());
        }
        if (outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var frame = frames.of(actor, request, locale);
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        return creating(collection, typed, problems, general(outcome, problems, frame), request, actor, locale, model);
    }

    private String creating(
            String collection,
            Map<String, String> typed,
            List<Problem> problems,
            List<String> errors,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var type = types.current(
                types.byCollection(collection).orElseThrow(NoSuchPage::new).type());
        var frame = frames.of(actor, request, locale);
        var inputs = forms.inputs(
                type, fillable(type, actor, null), null, Map.of(), values(typed), problems, actor.zone(), frame);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        frame.say("web.new", frame.say(type.code())),
                        "/" + collection + "/new",
                        "/" + collection,
                        frame.say("web.create"),
                        "",
                        inputs,
                        errors,
                        List.of()));
        return "record/form";
    }

    @GetMapping("/{key}/edit")
    String edit(
            @PathVariable String collection,
            @PathVariable String key,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        return editing(
                collection,
                record(actor, collection, key),
                Map.of(),
                List.of(),
                List.of(),
                request,
                actor,
                locale,
                model);
    }

    @PostMapping("/{key}/edit")
    String edited(
            @PathVariable String collection,
            @PathVariable String key,
            @RequestParam Map<String, String> typed,
            @RequestParam long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var record = record(actor, collection, key);
        var outcome = acts.merge(actor, record.type(), record.id(), Input.texts(values(typed)), version);
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone) {
            return "redirect:/" + collection + "/" + ListPages.encode(record.number());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var frame = frames.of(actor, request, locale);
        var problems = outcome instanceof Outcome.Refused(var refused) ? refused : List.<Problem>of();
        return editing(
                collection,
                record(actor, collection, key),
                typed,
                problems,
                general(outcome, problems, frame),
                request,
                actor,
                locale,
                model);
    }

    private String editing(
            String collection,
            Snapshot record,
            Map<String, String> typed,
            List<Problem> problems,
            List<String> errors,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        var href = "/" + collection + "/" + ListPages.encode(record.number());
        var labels = store.labels(actor, List.of(record));
        var inputs = forms.inputs(
                record.type(),
                fillable(record.type(), actor, record),
                record,
                labels,
                values(typed),
                problems,
                actor.zone(),
                frame);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "form",
                new FormView(
                        frame.say("web.edit", record.number()),
                        href + "/edit",
                        href,
                        frame.say("web.save"),
                        Long.toString(record.version()),
                        inputs,
                        errors,
                        List.of()));
        return "record/form";
    }

    private List<Attribute<?>> fillable(RecordType<?> type, Actor actor, @Nullable Snapshot subject) {
        return type.attributes().stream()
                .filter(it -> RecordViews.fillable(it, subject == null) || (subject == null && ownCode(type, it)))
                .filter(it -> ownCode(type, it) || access.writes(type, it, actor, subject))
                .<Attribute<?>>map(it -> it)
                .toList();
    }

    private static boolean ownCode(RecordType<?> type, Attribute<?> attribute) {
        return type.prefix() == null && attribute == Header.NUMBER;
    }

    /// What concerns no single input.
    static List<String> general(Outcome outcome, List<Problem> problems, Frame frame) {
        if (!(outcome instanceof Outcome.Refused)) {
            return List.of(Says.why(outcome, frame));
        }
        return problems.stream()
                .filter(it -> it.attribute().isEmpty())
                .map(it -> frame.messages().say(it.reason(), frame.locale()))
                .toList();
    }

    /// What a form holds besides its technical fields.
    static Map<String, String> values(Map<String, String> typed) {
        var values = new HashMap<>(typed);
        values.remove("_csrf");
        values.remove("version");
        return values;
    }

    private Snapshot record(Actor actor, String collection, String key) {
        var of = types.byCollection(collection).orElseThrow(NoSuchPage::new);
        return store.find(actor, of.type(), key).orElseThrow(NoSuchPage::new);
    }
}
