package org.mainstay.request;

import java.util.List;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.web.Frame;
import org.mainstay.web.Hrefs;

/// Tells those who wait for something, or got it, what was reported with it and how far that is.
final class Troubles {

    private final LinkedIncidents linked;

    Troubles(LinkedIncidents linked) {
        this.linked = linked;
    }

    /// Where a problem with a request item is reported; empty for what nobody wants any more.
    static String report(Snapshot item) {
        return item.need(RequestItemType.STATE) == Request.State.CANCELLED
                ? ""
                : "/portal/report?about=" + item.number();
    }

    List<ParcelView.Trouble> of(Snapshot item, Actor actor, Frame frame) {
        return linked.incidents(actor, item).stream()
                .map(it -> trouble(it, actor, frame))
                .toList();
    }

    private static ParcelView.Trouble trouble(LinkedIncidents.Line line, Actor actor, Frame frame) {
        var incident = line.other();
        var state = Codes.of(incident.need(IncidentType.STATE));
        var said = frame.say("incident.state." + state);
        if (!line.seen()) {
            return new ParcelView.Trouble("", frame.say("request.parcel.trouble_known"), state, said);
        }
        boolean own = actor.id().equals(incident.get(IncidentType.CALLER))
                || actor.id().equals(incident.get(IncidentType.OPENED_BY));
        return new ParcelView.Trouble(
                own ? "/portal/incidents/" + incident.number() : Hrefs.record("incidents", incident),
                incident.number() + " " + incident.label(),
                state,
                said);
    }
}
