package org.mainstay.request;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Snapshot;

/// Of whose orders somebody is told how an item is used.
///
/// @param organisations null for all
/// @param lists whether they see the requests themselves that are counted
record UsageScope(@Nullable Set<UUID> organisations, boolean lists) {

    /// For those who keep the item: administrators and agents are told of the organisations that they work for, its
    /// owner of the item's own besides.
    ///
    /// @return empty for everybody else
    static Optional<UsageScope> of(Actor actor, Snapshot item) {
        if (!(actor instanceof Actor.Person person) || person.grants().everywhere(RequestItemType.WORK)) {
            return Optional.of(new UsageScope(null, true));
        }
        var works = works(person.grants());
        boolean administers = !person.grants().in(Grants.ADMIN).isEmpty();
        if (actor.id().equals(item.get(CatalogItemType.OWNER))) {
            boolean lists = works.contains(item.organisation());
            works.add(item.organisation());
            return Optional.of(new UsageScope(Set.copyOf(works), lists));
        }
        return administers || works.contains(item.organisation())
                ? Optional.of(new UsageScope(Set.copyOf(works), true))
                : Optional.empty();
    }

    private static Set<UUID> works(Grants grants) {
        var organisations = new HashSet<>(grants.in(RequestItemType.WORK));
        organisations.addAll(grants.in(Grants.ADMIN));
        return organisations;
    }
}
