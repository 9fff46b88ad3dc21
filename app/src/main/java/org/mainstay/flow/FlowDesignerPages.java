package org.mainstay.flow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainstay.flow.FlowDesignView.Editor;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
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

/// Where a flow is designed: as a list of steps, of which one at a time is edited and each change is saved, or as a
/// diagram, which is saved whole.
@Controller
class FlowDesignerPages {

    private static final String LIST = "/flows/{key}/designer";
    private static final String DIAGRAM = "/flows/{key}/diagram";

    private final RecordStore store;
    private final Access access;
    private final Acts acts;
    private final FlowDesigns designs;
    private final FlowDrawings drawings;
    private final Frames frames;

    FlowDesignerPages(
            RecordStore store, Access access, Acts acts, FlowDesigns designs, FlowDrawings drawings, Frames frames) {
        this.store = store;
        this.access = access;
        this.acts = acts;
        this.designs = designs;
        this.drawings = drawings;
        this.frames = frames;
    }

    /// A page while it is made.
    private record Page(Snapshot flow, Actor actor, Frame frame, Model model) {}

    private Page page(String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var flow = store.find(actor, FlowType.FLOW, key).orElseThrow(NoSuchPage::new);
        if (access.edit(flow, actor) instanceof Decision.Denied(var reason)) {
            throw new NotPermitted(reason);
        }
        return new Page(flow, actor, frames.of(actor, request, locale), model);
    }

    /// @param edit id of the step that is edited, or `new`
    /// @param kind of a step that there will be
    /// @param before id of the step that it is followed by
    @GetMapping(LIST)
    String list(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "task") String kind,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var page = page(key, request, actor, locale, model);
        return show(page, editor(page, edit, kind, before).orElse(null), List.of());
    }

    private Optional<Editor> editor(Page page, String edit, String kind, String before) {
        if (edit.equals(FlowDesigns.NEW)) {
            return StepKind.of(kind).map(it -> designs.editor(edit, before, it, Map.of(), page.flow, page.frame));
        }
        return FlowDesigns.document(page.flow)
                .step(edit)
                .map(it -> designs.editor(edit, "", it.kind(), FlowFields.of(it), page.flow, page.frame));
    }

    /// @param work `save:id`, `remove:id`, `up:id` or `down:id`
    @PostMapping(LIST)
    String change(
            @PathVariable String key,
            @RequestParam(name = "do", defaultValue = "") String work,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var page = page(key, request, actor, locale, model);
        var line = FlowDesigns.document(page.flow).line().orElse(null);
        var parts = work.split(":", 2);
        if (parts.length != 2 || line == null) {
            return "redirect:" + FlowDesigns.href(page.flow);
        }
        var edit = new LineEdit(line);
        boolean saves = parts[0].equals("save");
        var of = StepKind.of(kind).orElse(null);
        var typed = of == null || !saves ? Map.<String, String>of() : FlowFields.typed(of, request.getParameterMap());
        var id = parts[1].equals(FlowDesigns.NEW) ? edit.fresh() : parts[1];
        boolean done = switch (parts[0]) {
            case "save" -> of != null && put(edit, parts[1], FlowFields.step(id, of, typed), before);
            case "remove" -> edit.remove(id);
            case "up" -> edit.move(id, -1);
            case "down" -> edit.move(id, 1);
            default -> false;
        };
        if (!done && !saves) {
            return "redirect:" + FlowDesigns.href(page.flow);
        }
        var outcome = done ? saved(page, edit.text(), request) : new Outcome.Missing();
        if (outcome instanceof Outcome.Done) {
            return "redirect:" + FlowDesigns.href(page.flow) + (saves ? "#at-" + id : "");
        }
        response.setStatus((done ? Says.status(outcome) : HttpStatus.CONFLICT).value());
        var editor = of == null || !saves
                ? null
                : designs.editor(done ? parts[1] : FlowDesigns.NEW, before, of, typed, page.flow, page.frame);
        return show(
                page, editor, done ? Says.errors(outcome, page.frame) : List.of(page.frame.say("flow.design.gone")));
    }

    private static boolean put(LineEdit edit, String spot, FlowDocument.Step step, String before) {
        if (spot.equals(FlowDesigns.NEW)) {
            edit.insert(step, before);
            return true;
        }
        return edit.put(step);
    }

    private Outcome saved(Page page, String text, HttpServletRequest request) {
        var version = FlowFields.text(request.getParameterMap(), "version");
        var input = Input.texts(Map.of(FlowType.DOCUMENT.code(), text));
        long seen = version.matches("\\d{1,18}") ? Long.parseLong(version) : page.flow.version();
        return acts.edit(page.actor, FlowType.FLOW, page.flow.id(), input, seen, false);
    }

    private String show(Page page, @Nullable Editor editor, List<String> errors) {
        page.model.addAttribute("frame", page.frame);
        page.model.addAttribute("view", designs.of(page.flow, editor, errors, false, page.actor, page.frame));
        return "flow/designer";
    }

    @GetMapping(DIAGRAM)
    String diagram(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var page = page(key, request, actor, locale, model);
        return draw(page, page.flow.need(FlowType.DOCUMENT), List.of());
    }

    /// @param xml the diagram as it was drawn
    @PostMapping(DIAGRAM)
    String draw(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String xml,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var page = page(key, request, actor, locale, model);
        if (xml.isBlank()) {
            return "redirect:" + FlowDesigns.diagram(page.flow);
        }
        var outcome = saved(page, xml, request);
        if (outcome instanceof Outcome.Done) {
            return "redirect:" + FlowDesigns.diagram(page.flow) + "#saved";
        }
        response.setStatus(Says.status(outcome).value());
        return draw(page, xml, Says.errors(outcome, page.frame));
    }

    private String draw(Page page, String xml, List<String> errors) {
        page.model.addAttribute("frame", page.frame);
        page.model.addAttribute("view", designs.of(page.flow, null, errors, true, page.actor, page.frame));
        page.model.addAttribute("drawn", drawings.of(page.flow, xml, page.frame));
        return "flow/diagram";
    }
}
