package org.mainstay.web;

import java.util.ArrayList;
import java.util.UUID;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Decision;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.web.SavedView.Audience;

/// Everybody keeps views of their own; a group's are seen by its members, everyone's by whoever belongs to the
/// organisation or works for it. Those of the first organisation are for the whole installation.
record SavedViewAccess(Installation installation) implements AccessRule {

    @Override
    public String type() {
        return "saved_view";
    }

    @Override
    public Filter visible(Actor actor) {
        var organisations = new ArrayList<UUID>();
        organisations.add(installation.organisation());
        organisations.add(actor.organisation());
        if (actor instanceof Actor.Person person) {
            organisations.addAll(person.grants().organisations());
        }
        return Filter.any(
                Filter.is(SavedViewType.OWNER, actor.id()),
                Filter.all(
                        Filter.is(SavedViewType.AUDIENCE, Audience.GROUP),
                        Filter.is(SavedViewType.GROUP, actor.groups().toArray())),
                Filter.all(
                        Filter.is(SavedViewType.AUDIENCE, Audience.EVERYONE),
                        Filter.is(
                                Header.ORGANISATION,
                                organisations.stream().distinct().toArray())));
    }

    @Override
    public String reason(int index) {
        return switch (index) {
            case 0 -> "saved_view.access.owner";
            case 1 -> "saved_view.access.group";
            default -> "saved_view.access.everyone";
        };
    }

    @Override
    public Decision create(Actor actor, UUID organisation) {
        return organisation.equals(actor.organisation())
                ? Decision.allowed("saved_view.access.owner")
                : Decision.denied("kernel.access.administrators_only");
    }

    @Override
    public Decision edit(Actor actor, Snapshot subject) {
        return actor.id().equals(subject.get(SavedViewType.OWNER))
                ? Decision.allowed("saved_view.access.owner")
                : Decision.denied("saved_view.access.owners_only");
    }

    @Override
    public Decision delete(Actor actor, Snapshot subject) {
        return actor.may(Grants.ADMIN, subject.organisation())
                ? Decision.allowed("kernel.access.administrator")
                : edit(actor, subject);
    }
}
