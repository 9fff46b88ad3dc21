package org.mainstay.people;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.store.Installation;
import org.mainstay.people.signin.Scopes;

/// Persons and parts of the system as actors. What is remembered of a person holds for one epoch, which
/// moves with every change of rights on any node.
public final class Actors {

    private static final int MANY = 10_000;

    private final ActorQueries queries;
    private final Installation installation;
    private final ZoneId zone;
    private final Locale locale;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(long epoch, Actor.Person actor) {}

    Actors(ActorQueries queries, Installation installation, ZoneId zone, Locale locale) {
        this.queries = queries;
        this.installation = installation;
        this.zone = zone;
        this.locale = locale;
    }

    /// The person with what they may do now. Whether they may sign in is not asked here.
    ///
    /// @throws IllegalArgumentException when there is no such person
    public Actor.Person of(UUID person) {
        return find(person).orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /// The person with what they may do now, as far as it was in scope when they asked for later work.
    ///
    /// @throws IllegalArgumentException when there is no such person
    public Actor.Person of(UUID person, Collection<String> scopes) {
        return Scopes.narrow(of(person), scopes);
    }

    /// The permissions an actor holds somewhere: what later work on its behalf may use.
    public static List<String> scopes(Actor actor) {
        return Permissions.ALL.stream().filter(actor::may).toList();
    }

    public Optional<Actor.Person> find(UUID person) {
        return find(person, queries.epoch());
    }

    /// @param epoch as it was read with the caller's session or token
    public Optional<Actor.Person> find(UUID person, long epoch) {
        var remembered = known.get(person);
        if (remembered != null && remembered.epoch == epoch) {
            return Optional.of(remembered.actor);
        }
        var read = queries.who(person).map(this::read);
        read.ifPresent(it -> remember(it, epoch));
        return read;
    }

    /// A named part of the system.
    ///
    /// @param name code of the machine actor
    public Actor.Machine machine(String name) {
        return new Actor.Machine(queries.machine(name), name, installation.organisation());
    }

    private void remember(Actor.Person actor, long epoch) {
        if (known.size() >= MANY) {
            known.clear();
        }
        known.put(actor.id(), new Known(epoch, actor));
    }

    private Actor.Person read(ActorQueries.Who who) {
        var groups = queries.groups(who.id());
        var grants = new Grants.Builder();
        for (var granted : queries.granted(who, groups)) {
            Permissions.of(granted.permissions()).forEach(it -> grants.add(it, granted.organisation()));
        }
        return new Actor.Person(
                who.id(),
                who.name(),
                who.organisation(),
                groups,
                grants.build(),
                who.zone() == null ? zone : ZoneId.of(who.zone()),
                who.language() == null ? locale : Locale.of(who.language()),
                null);
    }
}
