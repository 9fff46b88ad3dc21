package org.mainstay.demo;

import java.util.List;
import java.util.Map;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.incident.IncidentType;
import org.mainstay.incident.Outages;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.people.Actors;
import org.mainstay.request.Request;
import org.mainstay.request.RequestItemType;

/// What the employees of the demo company find in the portal beside what they ordered and reported: a disturbance that
/// everybody is told of, an announcement, their devices, and what they thought of what they got.
final class DemoPortal {

    private final RecordStore store;
    private final RecordTypes types;
    private final DemoPeople company;
    private final Acts acts;
    private final Actors actors;
    private final Outages outages;

    DemoPortal(RecordStore store, RecordTypes types, DemoPeople company, Acts acts, Actors actors, Outages outages) {
        this.store = store;
        this.types = types;
        this.company = company;
        this.acts = acts;
        this.actors = actors;
        this.outages = outages;
    }

    void make() {
        outage();
        create(
                "announcement",
                Map.of(
                        "text",
                        "On Saturday from 8 to 12 the network of the Lindau site is renewed.",
                        "text_de",
                        "Am Samstag von 8 bis 12 Uhr wird das Netz am Standort Lindau erneuert."));
        device("max", "computer", "MAX-NB-0412", "Lenovo", "ThinkPad T14 Gen 5", "PF4X91KM", "A-10412");
        device("max", "monitor", "Monitor 27 inches", "Dell", "U2724D", "CN0W8T2K", "A-20117");
        device("max", "phone", "Mobile phone of Max", "Fairphone", "Fairphone 5", "FP5-77120", "A-30555");
        device("eve", "computer", "EVE-NB-0377", "Lenovo", "ThinkPad X13", "PF3A22LQ", "A-10377");
        rate("max", "5", "There the next morning, and everything was set up.");
        rate("eve", "3", "");
    }

    private void outage() {
        var mia = as("mia");
        var incident = create(
                "incident",
                Map.of(
                        "title",
                        "Queue of mailstore-02 stuck since the patch, failover pending",
                        "service",
                        company.service("Mail and calendar").toString(),
                        "impact",
                        "high",
                        "urgency",
                        "high",
                        "caller",
                        "lena.vogt",
                        "group",
                        company.group("Operations").toString(),
                        "status_text",
                        "Mail arrives up to an hour late. Calendars are not affected."));
        act(mia, IncidentType.INCIDENT, incident, "accept_major", Map.of());
        for (var who : List.of("eve", "jonas.falk", "signe.holm", "dario.conti")) {
            outages.join(as(who), incident.number());
        }
    }

    private void device(
            String owner, String kind, String name, String manufacturer, String model, String serial, String tag) {
        create(
                "configuration_item",
                Map.of(
                        "name",
                        name,
                        "class",
                        kind,
                        "owner",
                        owner,
                        ConfigurationItemType.MANUFACTURER.code(),
                        manufacturer,
                        ConfigurationItemType.MODEL.code(),
                        model,
                        ConfigurationItemType.SERIAL_NUMBER.code(),
                        serial,
                        ConfigurationItemType.ASSET_TAG.code(),
                        tag));
    }

    private void rate(String who, String stars, String text) {
        var actor = as(who);
        var delivered = Filter.all(
                Filter.is(RequestItemType.BENEFICIARY, actor.id()),
                Filter.is(RequestItemType.STATE, Request.State.CLOSED));
        store.list(
                        company.system(),
                        RequestItemType.REQUEST_ITEM,
                        Query.of(delivered).limit(1))
                .items()
                .forEach(it -> act(
                        actor, RequestItemType.REQUEST_ITEM, it, "rate", Map.of("rating", stars, "rating_text", text)));
    }

    private Actor.Person as(String who) {
        return actors.of(company.person(who));
    }

    private Snapshot create(String type, Map<String, String> values) {
        return done(acts.create(company.system(), types.need(type), Input.texts(values), List.of(), false));
    }

    private void act(Actor actor, RecordType<?> type, Snapshot record, String action, Map<String, String> answers) {
        done(acts.act(actor, type, record.id(), action, Input.texts(answers), null, false));
    }

    private static Snapshot done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var record)) {
            return record;
        }
        throw new IllegalStateException("the demo company could not do it: " + outcome);
    }
}
