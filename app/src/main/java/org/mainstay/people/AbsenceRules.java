package org.mainstay.people;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;

/// What holds for absences. Whoever names a substitute gives them what the person may decide, so nobody does it for
/// others who does not manage people.
final class AbsenceRules implements Rule {

    @Override
    public String type() {
        return "absence";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created() && draft.get(AbsenceType.PERSON) == null) {
            draft.set(AbsenceType.PERSON, draft.actor().id());
        }
        var person = draft.get(AbsenceType.PERSON);
        if (person != null && draft.created()) {
            draft.lookup().get(PersonType.PERSON, person).ifPresent(it -> {
                draft.set(Header.ORGANISATION, it.organisation());
                if (!person.equals(draft.actor().id())
                        && !draft.plan().asItWas()
                        && !draft.actor().may(Permissions.PEOPLE_MANAGE, it.organisation())) {
                    draft.refuse(AbsenceType.PERSON, "people.absence.yourself_only");
                }
            });
        }
        var from = draft.get(AbsenceType.FROM);
        var to = draft.get(AbsenceType.TO);
        if (from != null && to != null && !from.isBefore(to)) {
            draft.refuse(AbsenceType.TO, "people.absence.ends_before");
        }
        if (person != null && person.equals(draft.get(AbsenceType.SUBSTITUTE))) {
            draft.refuse(AbsenceType.SUBSTITUTE, "people.absence.own_substitute");
        }
    }
}
