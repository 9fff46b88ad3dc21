package org.mainstay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps lists as saved views, and counts what each of them has.
@Controller
@RequestMapping("/{collection:[a-z][a-z-]*}")
class ViewPages {

    private static final String OF_GROUP = "group:";

    private final Lists lists;
    private final ViewCounts counts;
    private final SavedViews views;
    private final RecordStore store;
    private final Acts acts;
    private final Frames frames;

    ViewPages(Lists lists, ViewCounts counts, SavedViews views, RecordStore store, Acts acts, Frames frames) {
        this.lists = lists;
        this.counts = counts;
        this.views = views;
        this.store = store;
        this.acts = acts;
        this.frames = frames;
    }

    /// The tabs with how many match each, after the page is there.
    @GetMapping("/tabs")
    String tabs(@PathVariable String collection, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var state = lists.state(collection, request, actor);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("tabs", lists.tabs(state, actor, frame));
        model.addAttribute("counts", counts.of(views.of(actor, collection), collection, actor, locale));
        return "record/tabs";
    }

    @PostMapping("/views")
    String keep(
            @PathVariable String collection,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "private") String audience,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var state = lists.state(collection, request, actor);
        var values = values(state);
        values.put(SavedViewType.NAME.code(), name);
        values.put(SavedViewType.COLLECTION.code(), collection);
        values.put(SavedViewType.AUDIENCE.code(), audience.startsWith(OF_GROUP) ? "group" : audience);
        if (audience.startsWith(OF_GROUP)) {
            values.put(SavedViewType.GROUP.code(), audience.substring(OF_GROUP.length()));
        }
        var outcome = acts.create(actor, SavedViewType.SAVED_VIEW, Input.texts(values), List.of(), false);
        return kept(outcome, state, new ListView.Unkept(name, audience, ""), request, response, actor, locale, model);
    }

    @PostMapping("/views/{id}")
    String keep(
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var state = lists.state(collection, request, actor);
        var view = store.find(actor, SavedViewType.SAVED_VIEW, id)
                .filter(it -> it.need(SavedViewType.COLLECTION).equals(collection))
                .orElseThrow(NoSuchPage::new);
        var outcome = acts.edit(actor, SavedViewType.SAVED_VIEW, view.id(), Input.texts(values(state)), null, false);
        return kept(outcome, state, new ListView.Unkept("", "", ""), request, response, actor, locale, model);
    }

    private static Map<String, String> values(ListState state) {
        var values = new HashMap<String, String>();
        values.put(SavedViewType.FILTER.code(), state.filter());
        values.put(SavedViewType.SORT.code(), state.sort());
        values.put(SavedViewType.COLUMNS.code(), String.join(",", state.columns()));
        values.put(SavedViewType.GROUP_BY.code(), state.group());
        return values;
    }

    /// To the view; or the list as it was, which says what is wrong.
    private String kept(
            Outcome outcome,
            ListState state,
            ListView.Unkept typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        if (outcome instanceof Outcome.Done(var record)) {
            return "redirect:"
                    + ListState.of(state.collection(), SavedViewType.SAVED_VIEW.read(record))
                            .href();
        }
        if (outcome instanceof Outcome.Missing) {
            throw new NoSuchPage();
        }
        response.setStatus(Says.status(outcome).value());
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view", lists.view(state, null, actor, frame).unkept(typed.because(Says.why(outcome, frame))));
        return "record/list";
    }
}
