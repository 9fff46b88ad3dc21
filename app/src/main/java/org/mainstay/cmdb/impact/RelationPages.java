package org.mainstay.cmdb.impact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Says;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/configuration-items/{key}/relations`: what an item has to do with others; a part of its page, or a page of its
/// own without JavaScript.
@Controller
@RequestMapping({"/configuration-items/{key}/relations", "/services/{key}/relations"})
class RelationPages {

    private final RecordStore store;
    private final Acts acts;
    private final RelationViews views;
    private final Frames frames;
    private final Clock clock;

    RelationPages(RecordStore store, Acts acts, RelationViews views, Frames frames, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.views = views;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String relations(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        return show(item(actor, key), "", "", actor, request, frame, model);
    }

    /// Relates the item to another one, or ends a relation.
    ///
    /// @param way a type of relation and which end this item is: `runs_on from`
    /// @param end number of the relation to end; empty to relate
    @PostMapping
    String relate(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String end,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var item = item(actor, key);
        if (!end.isEmpty()) {
            return answered(end(actor, item, end), item, "", request, response, actor, locale, model);
        }
        boolean from = !way.endsWith(RelationViews.TO);
        var values = new HashMap<String, String>();
        values.put(Relations.TYPE.code(), way.substring(0, Math.max(0, way.indexOf(' '))));
        values.put(Relations.FROM.code(), from ? item.number() : other.strip());
        values.put(Relations.TO.code(), from ? other.strip() : item.number());
        var outcome = acts.create(actor, Relations.RELATION, Input.texts(values), List.of(), false);
        return answered(outcome, item, other, request, response, actor, locale, model);
    }

    /// A relation that is no more is ended, not forgotten.
    private Outcome end(Actor actor, Snapshot item, String number) {
        var relation = store.find(actor, Relations.RELATION, number)
                .filter(it ->
                        item.id().equals(it.get(Relations.FROM)) || item.id().equals(it.get(Relations.TO)))
                .orElseThrow(NoSuchPage::new);
        var now = Map.of(Relations.VALID_TO.code(), clock.instant().toString());
        return acts.edit(actor, Relations.RELATION, relation.id(), Input.texts(now), null, false);
    }

    private String answered(
            Outcome outcome,
            Snapshot item,
            String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Locale locale,
            Model model) {
        var frame = frames.of(actor, request, locale);
        boolean done = outcome instanceof Outcome.Done || outcome instanceof Outcome.Gone;
        if (done && request.getHeader("HX-Request") == null) {
            return "redirect:" + Hrefs.record(ItemCollection.of(request), item.number());
        }
        if (!done) {
            response.setStatus(Says.status(outcome).value());
        }
        var error = done ? "" : String.join(" ", Says.errors(outcome, frame));
        return show(item, done ? "" : typed, error, actor, request, frame, model);
    }

    private String show(
            Snapshot item,
            String typed,
            String error,
            Actor actor,
            HttpServletRequest request,
            Frame frame,
            Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, ItemCollection.of(request), item, typed, error, frame));
        return request.getHeader("HX-Request") == null ? "cmdb/relations_page" : "cmdb/relations";
    }

    private Snapshot item(Actor actor, String key) {
        return store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
    }
}
