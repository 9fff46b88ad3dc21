package org.mainstay.incident;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.Hrefs;
import org.mainstay.web.NoSuchPage;
import org.mainstay.web.Show;
import org.mainstay.web.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/configuration-items/{key}/open-work`: what is being worked on at an item and at what it depends on. A part of the
/// item's page, where the latter is counted only, or a page of its own.
@Controller
class ItemWorkPages {

    private static final int FEW = 10;
    private static final int MANY = 100;

    /// So many items are looked at, the nearest first.
    private static final int ITEMS = 1_000;

    private static final Filter OPEN =
            Filter.is(IncidentType.STATE, Incident.State.NEW, Incident.State.IN_PROGRESS, Incident.State.ON_HOLD);

    private final RecordStore store;
    private final Dependencies dependencies;
    private final Show show;
    private final Frames frames;

    ItemWorkPages(RecordStore store, Dependencies dependencies, Show show, Frames frames) {
        this.store = store;
        this.dependencies = dependencies;
        this.show = show;
        this.frames = frames;
    }

    @GetMapping({"/configuration-items/{key}/open-work", "/services/{key}/open-work"})
    String work(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        boolean part = request.getHeader("HX-Request") != null;
        model.addAttribute("frame", frame);
        model.addAttribute("view", view(actor, item, ItemCollection.of(request), part, frame));
        return part ? "incident/item_work" : "incident/item_work_page";
    }

    private ItemWorkView view(Actor actor, Snapshot item, String collection, boolean part, Frame frame) {
        var needed = dependencies.of(actor, item, ITEMS);
        return new ItemWorkView(
                Hrefs.record(collection, item),
                item.number() + " " + item.label(),
                some(actor, List.of(item.id()), part ? FEW : MANY, frame),
                some(actor, needed.orElse(List.of()), part ? 0 : MANY, frame),
                !part,
                needed.isEmpty());
    }

    /// @param limit of those listed
    private ItemWorkView.Some some(Actor actor, Collection<UUID> items, int limit, Frame frame) {
        if (items.isEmpty()) {
            return ItemWorkView.Some.NONE;
        }
        var ids = items.toArray();
        var about = Filter.all(
                OPEN,
                Filter.any(Filter.is(IncidentType.CONFIGURATION_ITEM, ids), Filter.is(IncidentType.SERVICE, ids)));
        var count = store.count(actor, IncidentType.INCIDENT, about);
        List<Snapshot> found = limit == 0 || count.value() == 0
                ? List.of()
                : store.list(actor, IncidentType.INCIDENT, Query.of(about).limit(limit))
                        .items();
        var reader = Show.Reader.of(frame, actor);
        return new ItemWorkView.Some(
                found.stream().map(it -> line(it, reader)).toList(), count.value(), !count.exact());
    }

    private ItemWorkView.Line line(Snapshot incident, Show.Reader reader) {
        return new ItemWorkView.Line(
                new Shown.Linked(Hrefs.record("incidents", incident), incident.number(), incident.label()),
                List.of(
                        show.value(incident, IncidentType.STATE, Map.of(), reader),
                        show.value(incident, IncidentType.PRIORITY, Map.of(), reader)));
    }
}
