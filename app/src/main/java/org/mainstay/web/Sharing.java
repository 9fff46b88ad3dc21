package org.mainstay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.Filter.Path;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Header;

/// How records are shared that people make for themselves, such as saved views, templates and dashboards: kept,
/// given to a group one belongs to, or by administrators to everyone.
///
/// @param before what leads from a record to the shared one that it is a part of; empty where it is that itself
/// @param owner whose it is
public record Sharing(
        List<Attribute<?>> before, Attribute<UUID> owner, Attribute<Audience> audience, Attribute<UUID> group) {

    private static final List<String> REASONS =
            List.of("web.sharing.owner", "web.sharing.group", "web.sharing.everyone");

    public Sharing(Attribute<UUID> owner, Attribute<Audience> audience, Attribute<UUID> group) {
        this(List.of(), owner, audience, group);
    }

    /// Of the parts that refer to what is shared.
    public Sharing of(Attribute<?> reference) {
        return new Sharing(List.of(reference), owner, audience, group);
    }

    /// One's own, those of one's groups, and everyone's of the first organisation, of one's own and of those one
    /// works for.
    ///
    /// @param first the installation's first organisation
    public Filter visible(Actor actor, UUID first) {
        var organisations = new ArrayList<UUID>(List.of(first, actor.organisation()));
        if (actor instanceof Actor.Person person) {
            organisations.addAll(person.grants().organisations());
        }
        return Filter.any(
                is(owner, actor.id()),
                Filter.all(
                        is(audience, Audience.GROUP), is(group, actor.groups().toArray())),
                Filter.all(
                        is(audience, Audience.EVERYONE),
                        is(
                                Header.ORGANISATION,
                                organisations.stream().distinct().toArray())));
    }

    /// Why one sees it.
    ///
    /// @param index of the alternative in [#visible]
    public static String reason(int index) {
        return REASONS.get(index);
    }

    /// Refuses to share with a group that is not the actor's, and with everyone, where they do not administer. A record
    /// that names no organisation becomes one of the actor's.
    public void check(Draft draft) {
        var organisation = draft.get(Header.ORGANISATION);
        check(draft, organisation == null ? draft.actor().organisation() : organisation);
    }

    /// @param organisation it belongs to
    public void check(Draft draft, UUID organisation) {
        if (!draft.changes(audience) && !draft.changes(group)) {
            return;
        }
        boolean administers = draft.actor().may(Grants.ADMIN, organisation);
        var with = draft.get(group);
        if (draft.get(audience) == Audience.GROUP) {
            if (with == null) {
                draft.refuse(group, "web.sharing.group_needed");
            } else if (!administers && !draft.actor().groups().contains(with)) {
                draft.refuse(group, "web.sharing.own_groups");
            }
        } else if (draft.get(audience) == Audience.EVERYONE && !administers) {
            draft.refuse(audience, "web.sharing.administrators_only");
        }
    }

    private Filter is(Attribute<?> attribute, Object... values) {
        var steps = new ArrayList<>(before);
        steps.add(attribute);
        return new Filter.OneOf(new Path(steps), List.of(values));
    }
}
