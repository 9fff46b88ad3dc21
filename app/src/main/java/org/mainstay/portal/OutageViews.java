package org.mainstay.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.mainstay.incident.Outage;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.record.Actor;
import org.mainstay.web.Frame;
import org.mainstay.web.Show;

/// Shows what is known of disturbances.
final class OutageViews {

    private final Outages outages;
    private final Show show;

    OutageViews(Outages outages, Show show) {
        this.outages = outages;
        this.show = show;
    }

    static String href(String number) {
        return "/portal/outages/" + number;
    }

    /// In the words of those who work on it, else which service is disturbed.
    ///
    /// @param say a sentence with one gap
    static String title(Outage outage, BiFunction<String, Object, String> say) {
        return outage.text() == null
                ? say.apply("portal.outage.service", String.valueOf(outage.service()))
                : outage.text();
    }

    PortalView.Outage view(Outage it, Actor actor, Frame frame) {
        var title = title(it, frame::say);
        var ended = it.over() ? it.ended() : null;
        var moment = show.moment(ended == null ? it.since() : ended, new Show.Reader(frame.locale(), actor.zone()));
        return new PortalView.Outage(
                href(it.number()),
                it.number(),
                title,
                it.text() == null || it.service() == null ? "" : it.service(),
                frame.say(ended == null ? "portal.outage.began" : "portal.outage.ended", moment.text()),
                it.over(),
                it.affected());
    }

    private List<PortalView.Outage> views(List<Outage> some, Actor actor, Frame frame) {
        return some.stream().map(it -> view(it, actor, frame)).toList();
    }

    /// What affects the reader or did lately, then what else goes on, each once.
    List<PortalView.Outage> all(Actor actor, Frame frame) {
        var all = new LinkedHashMap<String, Outage>();
        outages.affecting(actor).forEach(it -> all.put(it.number(), it));
        outages.ongoing(actor).forEach(it -> all.putIfAbsent(it.number(), it));
        return views(List.copyOf(all.values()), actor, frame);
    }

    List<PortalView.Outage> affecting(Actor actor, Frame frame) {
        return views(outages.affecting(actor), actor, frame);
    }

    List<PortalView.Outage> ongoing(Actor actor, Frame frame) {
        return views(outages.ongoing(actor), actor, frame);
    }

    List<PortalView.Outage> like(Actor actor, String text, Frame frame) {
        return views(outages.like(actor, text), actor, frame);
    }

    /// What goes on with the service.
    List<PortalView.Outage> of(UUID service, Actor actor, Frame frame) {
        return views(
                outages.ongoing(actor).stream()
                        .filter(it -> service.equals(it.serviceId()))
                        .toList(),
                actor,
                frame);
    }
}
