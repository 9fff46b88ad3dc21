package org.mainstay.cmdb.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemCollection;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/configuration-items/{key}/map`: what surrounds an item, drawn where scripts run and as a list everywhere.
@Controller
class MapPages {

    private final RecordStore store;
    private final MapViews views;
    private final Frames frames;

    MapPages(RecordStore store, MapViews views, Frames frames) {
        this.store = store;
        this.views = views;
        this.frames = frames;
    }

    @GetMapping({"/configuration-items/{key}/map", "/services/{key}/map"})
    String map(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletRequest request,
            Actor actor,
            Locale locale,
            Model model) {
        var item =
                store.find(actor, ConfigurationItemType.CONFIGURATION_ITEM, key).orElseThrow(NoSuchPage::new);
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("view", views.of(actor, ItemCollection.of(request), item, MapQuestion.of(asked), frame));
        if (request.getHeader("HX-Request") == null) {
            return "cmdb/map";
        }
        return "drawn".equals(asked.getFirst("part")) ? "cmdb/map_part" : "cmdb/map_body";
    }
}
