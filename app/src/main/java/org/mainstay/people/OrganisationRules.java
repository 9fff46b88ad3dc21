package org.mainstay.people;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;

/// An organisation belongs to itself.
final class OrganisationRules implements Rule {

    @Override
    public String type() {
        return "organisation";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            draft.set(Header.ORGANISATION, draft.id());
        }
    }
}
