package org.mainstay.incident;

import java.util.Optional;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.people.PersonType;

/// What a new incident is where nothing else was said.
final class IncidentDefaults implements Rule {

    private static final String SELF_SERVICE = "self_service";

    @Override
    public String type() {
        return "incident";
    }

    @Override
    public void apply(Draft draft) {
        if (!draft.created()) {
            return;
        }
        if (!draft.plan().imported()) {
            reporter(draft);
        }
        preset(draft, IncidentType.OPENED_AT, draft.at());
        organisation(draft);
        if (draft.plan().cause().kind() == Cause.Sort.CREATE) {
            draft.given().forEach(it -> allowed(it, draft));
        }
    }

    /// Who works for other organisations is a requester like any other in this one.
    private static void allowed(Attribute<?> given, Draft draft) {
        var organisation = draft.get(Header.ORGANISATION);
        boolean agent = draft.actor()
                .may(IncidentType.WORK, organisation == null ? draft.actor().organisation() : organisation);
        if (!agent && !IncidentAccess.OF_REQUESTERS.contains(given)) {
            draft.refuse(given, "kernel.save.not_writable");
        }
    }

    private static void reporter(Draft draft) {
        var actor = draft.actor();
        preset(draft, IncidentType.OPENED_BY, actor.id());
        if (actor instanceof Actor.Person) {
            preset(draft, IncidentType.CALLER, actor.id());
        }
        if (!actor.may(IncidentType.WORK)) {
            preset(draft, IncidentType.CHANNEL, SELF_SERVICE);
        }
    }

    /// An incident belongs to where its caller belongs.
    private static void organisation(Draft draft) {
        var caller = draft.get(IncidentType.CALLER);
        if (caller == null || draft.get(Header.ORGANISATION) != null) {
            return;
        }
        var organisation = caller.equals(draft.actor().id())
                ? Optional.of(draft.actor().organisation())
                : draft.lookup().get(PersonType.PERSON, caller).map(Snapshot::organisation);
        organisation.ifPresent(it -> draft.set(Header.ORGANISATION, it));
    }

    private static <T> void preset(Draft draft, Attribute<T> attribute, T value) {
        if (draft.get(attribute) == null) {
            draft.set(attribute, value);
        }
    }
}
