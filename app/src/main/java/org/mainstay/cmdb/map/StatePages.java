package org.mainstay.cmdb.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.graph.Reached;
import org.mainstay.cmdb.graph.SinglePoints;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.GraphQueries.Named;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/services/{key}/state`: how a service or any other item does and why, and its single points of failure; a part of
/// its page, or a page of its own without JavaScript.
@Controller
class StatePages {

    private static final String SERVICE = "service";
    private static final int REASONS = 10;
    private static final int POINTS = 20;

    private final RecordStore store;
    private final ServiceStates states;
    private final Impacts impacts;
    private final GraphQueries graph;
    private final ItemClasses classes;
    private final Frames frames;

    StatePages(
            RecordStore store,
            ServiceStates states,
            Impacts impacts,
            GraphQueries graph,
            ItemClasses classes,
            Frames frames) {
        this.store = store;
        this.states = states;
        this.impacts = impacts;
        this.graph = graph;
        this.classes = classes;
        this.frames = frames;
    }

    @GetMapping({"/configuration-items/{key}/state", "/services/{key}/state"})
    String state(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(actor, Hrefs.record(ItemCollection.of(request), item), item, frame));
        return request.getHeader("HX-Request") == null ? "cmdb/state_page" : "cmdb/state";
    }

    private StateView view(Actor actor, String href, Snapshot item, Frame frame) {
        var record = item.number() + " " + item.label();
        try {
            var state = states.of(actor, item);
            var code = state.health().code();
            boolean service = classes.within(SERVICE).contains(item.need(ConfigurationItemType.CLASS));
            var points =
                    service ? impacts.singlePoints(actor, item, POINTS, null).orElse(null) : null;
            return new StateView(
                    href,
                    record,
                    state.health().tone(),
                    frame.say("cmdb.map.health." + code),
                    state.reasons().isEmpty() ? frame.say("cmdb.state.nothing_open") : "",
                    state.reasons().stream()
                            .limit(REASONS)
                            .map(it -> reason(it, frame))
                            .toList(),
                    Math.max(0, state.reasons().size() - REASONS),
                    points == null ? "" : frame.say("cmdb.state.points", points.count()),
                    points == null ? List.of() : linked(points));
        } catch (Impacts.NotLoaded e) {
            var loading = frame.say("cmdb.graph.loading");
            return new StateView(href, record, "none", "", loading, List.of(), 0, "", List.of());
        }
    }

    private static StateView.Reason reason(ServiceState.Reason reason, Frame frame) {
        return new StateView.Reason(
                reason.open().linked(),
                reason.path().stream().skip(1).map(StatePages::linked).toList(),
                reason.hits() ? "" : frame.say("cmdb.state.stood_in_for"));
    }

    private List<Shown> linked(SinglePoints points) {
        var named = graph.named(points.items().stream().map(Reached::item).toList());
        return points.items().stream()
                .map(it -> named.get(it.item()))
                .filter(it -> it != null)
                .map(StatePages::linked)
                .toList();
    }

    static Shown linked(Named item) {
        return new Shown.Linked(Hrefs.record("configuration-items", item.number()), item.number(), item.label());
    }
}
