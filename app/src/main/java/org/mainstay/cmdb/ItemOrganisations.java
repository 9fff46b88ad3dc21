package org.mainstay.cmdb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Header;

/// Whose configuration items a person sees and keeps: those of their organisation and of whoever they work for.
public final class ItemOrganisations {

    private static final String MANAGE = "cmdb:manage";

    private ItemOrganisations() {}

    /// Null for every organisation.
    public static @Nullable Set<UUID> seen(Actor actor) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere()) {
            return null;
        }
        var organisations = new LinkedHashSet<UUID>();
        organisations.add(person.organisation());
        organisations.addAll(person.grants().organisations());
        return organisations;
    }

    /// The items, and what belongs to an organisation as they do, that the actor sees.
    public static Filter visible(Actor actor) {
        var organisations = seen(actor);
        return organisations == null
                ? Filter.EVERYTHING
                : Filter.any(Filter.is(Header.ORGANISATION, organisations.toArray()));
    }

    /// Whether somebody owns the item or belongs to the group that looks after it.
    public static boolean theirs(Actor actor, @Nullable UUID owner, @Nullable UUID group) {
        return actor.id().equals(owner) || (group != null && actor.groups().contains(group));
    }

    /// That what the reference leads to belongs to one of the organisations.
    public static Filter behind(Attribute<UUID> reference, Set<UUID> organisations) {
        return new Filter.OneOf(new Filter.Path(List.of(reference, Header.ORGANISATION)), List.copyOf(organisations));
    }

    public static Decision manages(Actor actor, UUID organisation) {
        return actor.may(MANAGE, organisation)
                ? Decision.allowed("kernel.access.permission", MANAGE)
                : Decision.denied("kernel.access.permission_needed", MANAGE);
    }
}
