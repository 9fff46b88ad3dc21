package org.mainstay.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What cannot be with a person.
final class PersonRules implements Rule {

    private final Administrators administrators;

    PersonRules(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    public String type() {
        return "person";
    }

    @Override
    public void apply(Draft draft) {
        var zone = draft.get(PersonType.ZONE);
        if (zone != null && draft.changes(PersonType.ZONE) && !exists(zone)) {
            draft.refuse(PersonType.ZONE, "people.person.unknown_zone", zone);
        }
        var email = draft.get(PersonType.EMAIL);
        if (email != null && draft.changes(PersonType.EMAIL) && !email.matches("[^@\\s]+@[^@\\s]+")) {
            draft.refuse(PersonType.EMAIL, "people.person.not_an_address");
        }
        if (!draft.created()) {
            protect(draft, PersonType.ACTIVE);
            protect(draft, PersonType.EMAIL);
        }
        if (draft.id().equals(draft.get(PersonType.MANAGER))) {
            draft.refuse(PersonType.MANAGER, "people.person.own_manager");
        }
    }

    private void protect(Draft draft, Attribute<?> attribute) {
        if (draft.changes(attribute) && administrators.protects(draft.id(), draft.actor())) {
            draft.refuse(attribute, "people.person.administrator");
        }
    }

    private static boolean exists(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
