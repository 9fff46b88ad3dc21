package org.mainstay.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.text.Messages;
import org.mainstay.notification.Onlookers;

/// Tells those whom a disturbance affects that it is over.
record AffectedPeople(Outages outages, Messages messages) implements Onlookers {

    @Override
    public String type() {
        return IncidentType.INCIDENT.code();
    }

    @Override
    public Set<String> ends() {
        return Set.of(Codes.of(State.RESOLVED), Codes.of(State.CANCELLED));
    }

    @Override
    public Map<UUID, List<UUID>> of(Collection<UUID> records, int most) {
        return outages.people(records, most);
    }

    @Override
    public Map<UUID, Label> shown(Actor person, Collection<UUID> records) {
        var shown = new HashMap<UUID, Label>();
        outages.followed(person, records).forEach(it -> {
            var title = OutageViews.title(it, (key, service) -> messages.say(person.locale(), key, service));
            shown.put(it.id(), new Label(it.id(), type(), it.number(), title));
        });
        return shown;
    }

    @Override
    public String path() {
        return "/portal/outages";
    }
}
