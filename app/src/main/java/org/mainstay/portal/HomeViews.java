package org.mainstay.portal;

import java.util.ArrayList;
import java.util.List;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClass;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.Storefront;
import org.mainstay.web.Frame;

/// Puts together the first page and what leads on from it.
final class HomeViews {

    private static final int FEW = 3;
    private static final int SHOWN = 6;

    /// Among so many of their open ones are those that wait for them.
    private static final int LOOKED_AT = 20;

    private final Reports reports;
    private final Decisions decisions;
    private final Storefront storefront;
    private final Things things;
    private final ItemClasses classes;
    private final PortalViews views;
    private final OutageViews outages;

    HomeViews(
            Reports reports,
            Decisions decisions,
            Storefront storefront,
            Things things,
            ItemClasses classes,
            PortalViews views,
            OutageViews outages) {
        this.reports = reports;
        this.decisions = decisions;
        this.storefront = storefront;
        this.things = things;
        this.classes = classes;
        this.views = views;
        this.outages = outages;
    }

    PortalView.Home home(Actor actor, Frame frame) {
        var page = reports.list(actor, true, LOOKED_AT, null);
        var waiting = new ArrayList<PortalView.Card>();
        var open = new ArrayList<PortalView.Card>();
        views.cards(page.items(), actor, frame).forEach(it -> (PortalViews.waiting(it) ? waiting : open).add(it));
        boolean more = page.next() != null || open.size() > FEW;
        var underway = storefront.underway(actor, FEW, frame);
        return new PortalView.Home(
                outages.all(actor, frame).stream().limit(SHOWN).toList(),
                waiting,
                decisions.waiting(actor, SHOWN, frame),
                new PortalView.Few<>(underway.cards(), underway.more()),
                new PortalView.Few<>(open.subList(0, Math.min(FEW, open.size())), more),
                storefront.categories(actor, frame),
                gears(things.devices(actor, FEW), true, frame));
    }

    List<PortalView.Gear> gears(List<Snapshot> items, boolean device, Frame frame) {
        return items.stream().map(it -> gear(it, device, frame)).toList();
    }

    PortalView.Gear gear(Snapshot item, boolean device, Frame frame) {
        var code = item.need(ConfigurationItemType.CLASS);
        var model = item.get(ConfigurationItemType.MODEL);
        var icon = classes.find(code).map(ItemClass::icon).orElse("box");
        var what = model == null ? classes.label(code, frame.locale()) : model;
        var status = item.need(ConfigurationItemType.STATUS);
        return new PortalView.Gear(
                (device ? "/portal/devices/" : "/portal/services/") + item.number(),
                item.label(),
                item.number(),
                icon,
                status == Status.OPERATIONAL
                        ? what
                        : what + " · " + frame.say("configuration_item.status." + Codes.of(status)));
    }
}
