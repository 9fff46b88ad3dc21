package org.mainstay.people;

import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;

/// A grant is to one person or one group, belongs to the organisation it holds for, and gives no more
/// than its giver has.
record GrantRules(Installation installation) implements Rule {

    @Override
    public String type() {
        return "grant";
    }

    @Override
    public void apply(Draft draft) {
        if (!draft.created()) {
            return;
        }
        if ((draft.get(GrantType.PERSON) == null) == (draft.get(GrantType.GROUP) == null)) {
            draft.refuse(GrantType.PERSON, "people.grant.person_or_group");
        }
        var organisation = draft.get(GrantType.FOR_ORGANISATION);
        draft.set(Header.ORGANISATION, organisation == null ? installation.organisation() : organisation);
        var id = draft.get(GrantType.ROLE);
        if (id == null) {
            return;
        }
        var role = draft.lookup().get(RoleType.ROLE, id);
        if (role.isEmpty()) {
            draft.refuse(GrantType.ROLE, "people.grant.no_such_role");
            return;
        }
        var lacking = Giving.lacking(draft.actor(), RoleType.permissions(role.get()), organisation);
        if (!lacking.isEmpty()) {
            draft.refuse(GrantType.ROLE, "people.grant.more_than_you_have", String.join(", ", lacking));
        }
    }
}
