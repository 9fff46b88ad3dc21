package org.mainstay.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frame;
import org.mainstay.web.Frames;
import org.mainstay.web.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/portal/devices`: what somebody uses; and `/portal/services/{key}`: how a service does. Nothing is told of them
/// but what their users need.
@Controller
class ThingPages {

    private static final int MOST = 100;

    private final Things things;
    private final ItemClasses classes;
    private final HomeViews homes;
    private final OutageViews outages;
    private final Frames frames;

    ThingPages(Things things, ItemClasses classes, HomeViews homes, OutageViews outages, Frames frames) {
        this.things = things;
        this.classes = classes;
        this.homes = homes;
        this.outages = outages;
        this.frames = frames;
    }

    @GetMapping("/portal/devices")
    String devices(HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute("devices", homes.gears(things.devices(actor, MOST), true, frame));
        return "portal/devices";
    }

    @GetMapping("/portal/devices/{key}")
    String device(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(key, true, request, actor, locale, model);
    }

    @GetMapping("/portal/services/{key}")
    String service(@PathVariable String key, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        return page(key, false, request, actor, locale, model);
    }

    private String page(
            String key, boolean device, HttpServletRequest request, Actor actor, Locale locale, Model model) {
        var item = things.find(actor, key)
                .filter(it -> device ? it instanceof Thing.Device : it instanceof Thing.BusinessService)
                .orElseThrow(NoSuchPage::new)
                .record();
        var frame = frames.of(actor, request, locale);
        model.addAttribute("frame", frame);
        model.addAttribute(
                "view",
                new PortalView.Thing(
                        homes.gear(item, device, frame),
                        device,
                        facts(item, actor, frame),
                        device ? List.of() : outages.of(item.id(), actor, frame),
                        "/portal/report?about=" + item.number()));
        return "portal/thing";
    }

    private List<PortalView.Fact> facts(Snapshot item, Actor actor, Frame frame) {
        var facts = new ArrayList<PortalView.Fact>();
        var what = classes.label(item.need(ConfigurationItemType.CLASS), frame.locale());
        add(facts, ConfigurationItemType.CLASS, what, frame);
        add(
                facts,
                ConfigurationItemType.STATUS,
                frame.say("configuration_item.status." + Codes.of(item.need(ConfigurationItemType.STATUS))),
                frame);
        add(facts, ConfigurationItemType.MANUFACTURER, item.get(ConfigurationItemType.MANUFACTURER), frame);
        add(facts, ConfigurationItemType.MODEL, item.get(ConfigurationItemType.MODEL), frame);
        add(facts, ConfigurationItemType.SERIAL_NUMBER, item.get(ConfigurationItemType.SERIAL_NUMBER), frame);
        add(facts, ConfigurationItemType.ASSET_TAG, item.get(ConfigurationItemType.ASSET_TAG), frame);
        var since = item.get(ConfigurationItemType.VALID_FROM);
        if (since != null) {
            var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(frame.locale())
                    .format(ZonedDateTime.ofInstant(since, actor.zone()));
            facts.add(new PortalView.Fact(frame.say("portal.thing.since"), day));
        }
        return facts;
    }

    private static void add(List<PortalView.Fact> facts, Attribute<?> attribute, @Nullable String value, Frame frame) {
        if (value != null) {
            facts.add(new PortalView.Fact(frame.say("configuration_item." + attribute.code()), value));
        }
    }
}
