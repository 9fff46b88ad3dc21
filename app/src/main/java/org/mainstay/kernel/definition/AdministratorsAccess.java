package org.mainstay.kernel.definition;

import java.util.UUID;
import java.util.function.Predicate;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Definitions that tell what not everybody may know: administrators read and own them, and what is in use stays.
public record AdministratorsAccess(String type, DefinitionAccess owned) implements AccessRule {

    public static AdministratorsAccess of(String type) {
        return of(type, _ -> false);
    }

    /// @param used whether anything needs the definition
    public static AdministratorsAccess of(String type, Predicate<Snapshot> used) {
        return new AdministratorsAccess(type, DefinitionAccess.of(type, used));
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
