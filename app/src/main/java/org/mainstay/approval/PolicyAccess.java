package org.mainstay.approval;

import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Policies, steps and approval rules name people and amounts, so those read them who own them: administrators.
/// Everybody
/// else learns from the ledger of an approval what was asked of whom.
record PolicyAccess(String type, DefinitionAccess owned) implements AccessRule {

    static PolicyAccess of(String type) {
        return new PolicyAccess(type, new DefinitionAccess(type, _ -> Optional.empty()));
    }

    @Override
    public Filter visible(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere(Grants.ADMIN)) {
            return Filter.EVERYTHING;
        }
        var administered = person.grants().in(Grants.ADMIN);
        return administered.isEmpty() ? Filter.NOTHING : Filter.is(Header.ORGANISATION, administered.toArray());
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return owned.create(actor, organisation);
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return owned.edit(actor, subject);
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return owned.delete(actor, subject);
    }
}
