package org.mainstay.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;

/// Administrators own items; those who fulfil them see all of their organisation's, and everybody what is offered to
/// them now.
///
/// @param entitlements asked for only when somebody reads, because they read records themselves
record CatalogItemAccess(Supplier<Entitlements> entitlements) implements AccessRule {

    private static final List<String> REASONS = List.of("request.access.offered", "request.access.agent");

    @Override
    public String type() {
        return CatalogItemType.CATALOG_ITEM.code();
    }

    @Override
    public Filter visible(Actor actor) {
        var offered = new Filter.Identity(List.copyOf(entitlements.get().seenBy(actor.id())));
        return actor instanceof Actor.Person person && actor.may(RequestItemType.WORK)
                ? Filter.any(offered, organisations(person.grants()))
                : Filter.any(offered);
    }

    /// The organisations for which somebody works.
    static Filter organisations(Grants grants) {
        if (grants.everywhere(RequestItemType.WORK)) {
            return Filter.EVERYTHING;
        }
        var organisations = new LinkedHashSet<UUID>(grants.in(RequestItemType.WORK));
        organisations.addAll(grants.in(Grants.ADMIN));
        return Filter.is(Header.ORGANISATION, organisations.toArray());
    }

    @Override
    public String reason(int index) {
        return REASONS.get(index);
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return Decision.denied("kernel.access.administrators_only");
    }

    /// What was published once is referred to by what was ordered.
    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        if (subject.need(CatalogItemType.EDITION) > 0) {
            return Decision.denied("request.item.published_once");
        }
        return AccessRule.super.delete(actor, subject);
    }
}
