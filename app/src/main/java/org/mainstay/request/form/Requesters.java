package org.mainstay.request.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Codes;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Label;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.people.PersonType;

/// What conditions may know of the person a form is for, as whoever fills it sees them.
final class Requesters {

    private final RecordStore store;
    private final Actors actors;
    private final Clock clock;

    Requesters(RecordStore store, Actors actors, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.clock = clock;
    }

    /// Empty where the actor does not see the person.
    Optional<Facts> facts(Actor actor, UUID person) {
        return store.get(actor, PersonType.PERSON, person).map(it -> facts(actor, it));
    }

    private Facts facts(Actor actor, Snapshot person) {
        var known = new LinkedHashMap<String, Answer>();
        known.put("requester", new Answer.Record(person.id(), person.number(), person.label()));
        text(known, "requester.name", person.get(PersonType.NAME));
        text(known, "requester.email", person.get(PersonType.EMAIL));
        text(known, "requester.department", person.get(PersonType.DEPARTMENT));
        text(known, "requester.title", person.get(PersonType.TITLE));
        var language = person.get(PersonType.LANGUAGE);
        if (language != null) {
            known.put("requester.language", new Answer.Choice(Codes.of(language)));
        }
        var vip = person.get(PersonType.VIP);
        if (vip != null) {
            known.put("requester.vip", new Answer.YesNo(vip));
        }
        var places = Map.of(
                "requester.location", PersonType.LOCATION,
                "requester.manager", PersonType.MANAGER,
                "requester.organisation", Header.ORGANISATION);
        var labels = labels(actor, person, places.values());
        places.forEach((name, attribute) -> {
            var label = person.get(attribute) instanceof UUID id ? labels.get(id) : null;
            if (label != null) {
                known.put(name, new Answer.Record(label.id(), label.number(), label.label()));
            }
        });
        var zone = actors.find(person.id()).map(Actor.Person::zone).orElse(actor.zone());
        return new Facts(LocalDate.ofInstant(clock.instant(), zone), known);
    }

    private Map<UUID, Label> labels(Actor actor, Snapshot person, Iterable<Attribute<UUID>> attributes) {
        var ids = new ArrayList<UUID>();
        attributes.forEach(it -> {
            if (person.get(it) instanceof UUID id) {
                ids.add(id);
            }
        });
        return store.labelsOf(actor, ids);
    }

    private static void text(Map<String, Answer> known, String name, @Nullable String text) {
        if (text != null) {
            known.put(name, new Answer.Text(text));
        }
    }
}
