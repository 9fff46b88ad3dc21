package org.mainstay.people;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;

/// Whoever keeps the people of an organisation does not thereby decide who administers it: an
/// administrator's account is stopped, moved to another address or removed by administrators only.
final class Administrators {

    private final Function<UUID, Optional<Actor.Person>> people;
    private final Function<UUID, Set<UUID>> members;

    /// @param people anybody with what they may do now; empty for nobody's id
    /// @param members of a group
    Administrators(Function<UUID, Optional<Actor.Person>> people, Function<UUID, Set<UUID>> members) {
        this.people = people;
        this.members = members;
    }

    /// Whether the grant may be what somebody administers by who administers what the actor does not.
    boolean protectsGrant(Snapshot grant, Actor actor) {
        var person = grant.get(GrantType.PERSON);
        return person != null
                ? protects(person, actor)
                : protectsOneOf(members.apply(grant.need(GrantType.GROUP)), actor);
    }

    boolean protectsOneOf(Collection<UUID> persons, Actor actor) {
        return persons.stream().anyMatch(it -> protects(it, actor));
    }

    /// Whether the person administers what the actor does not. Everybody may change themself.
    boolean protects(UUID person, Actor actor) {
        if (actor instanceof Actor.Machine || actor.id().equals(person)) {
            return false;
        }
        return people.apply(person)
                .filter(it -> everywhere(it) ? !everywhere(actor) : administersMore(it, actor))
                .isPresent();
    }

    private static boolean everywhere(Actor actor) {
        return actor instanceof Actor.Person person && person.grants().everywhere(Permissions.ADMIN);
    }

    private static boolean administersMore(Actor.Person person, Actor actor) {
        return person.grants().in(Permissions.ADMIN).stream().anyMatch(it -> !actor.may(Permissions.ADMIN, it));
    }
}
