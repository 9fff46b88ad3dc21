package org.mainstay.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.Actors;
import org.mainstay.people.GrantType;
import org.mainstay.people.GroupType;
import org.mainstay.people.OrganisationType;
import org.mainstay.people.PersonType;
import org.mainstay.people.RoleType;
import org.mainstay.people.ShippedRole;
import org.mainstay.people.signin.SignIn;

/// The people of all tests, made once per database through the ordinary door. Tests may read them as they
/// like and leave them as they found them; who needs somebody to change makes [#newcomer].
public final class Cast {

    /// Everybody's.
    public static final String PASSWORD = "a-password-for-tests";

    public static final String SECOND_ORGANISATION = "Organisation two";

    private static final String DESK = "Service desk";
    private static final String NETWORK = "Network";
    private static final String OPERATIONS = "Operations";
    private static final String DESK_OF_TWO = "Service desk of two";

    private final RecordStore store;
    private final Actors actors;
    private final Installation installation;
    private final SignIn signIn;
    private boolean ready;

    Cast(RecordStore store, Actors actors, Installation installation, SignIn signIn) {
        this.store = store;
        this.actors = actors;
        this.installation = installation;
        this.signIn = signIn;
    }

    /// Administrator: sees and may do everything.
    public Actor.Person ada() {
        return actor("ada");
    }

    /// Service desk agent.
    public Actor.Person sam() {
        return actor("sam");
    }

    /// Network agent.
    public Actor.Person nina() {
        return actor("nina");
    }

    /// Operations agent.
    public Actor.Person otto() {
        return actor("otto");
    }

    /// Major incident manager.
    public Actor.Person mia() {
        return actor("mia");
    }

    /// Change manager.
    public Actor.Person carl() {
        return actor("carl");
    }

    /// Problem manager.
    public Actor.Person paula() {
        return actor("paula");
    }

    /// Knowledge manager.
    public Actor.Person kim() {
        return actor("kim");
    }

    /// Asset manager.
    public Actor.Person amir() {
        return actor("amir");
    }

    /// Enterprise architect.
    public Actor.Person elena() {
        return actor("elena");
    }

    /// Employee.
    public Actor.Person max() {
        return actor("max");
    }

    /// Employee; sees nothing of max's.
    public Actor.Person eve() {
        return actor("eve");
    }

    /// Agent of organisation two.
    public Actor.Person olga() {
        return actor("olga");
    }

    /// Employee of organisation two.
    public Actor.Person tim() {
        return actor("tim");
    }

    /// Everybody, the administrator first.
    public List<Actor.Person> everybody() {
        return Stream.of(
                        "ada", "sam", "nina", "otto", "mia", "carl", "paula", "kim", "amir", "elena", "max", "eve",
                        "olga", "tim")
                .map(this::actor)
                .toList();
    }

    public Actor.Person actor(String userName) {
        return actors.of(id(PersonType.PERSON, userName));
    }

    /// The part of the platform that acts by itself.
    public Actor.Machine system() {
        return new Actor.Machine(Installation.SYSTEM, "system", one());
    }

    public UUID one() {
        return installation.organisation();
    }

    public UUID two() {
        return olga().organisation();
    }

    public UUID serviceDesk() {
        return named(GroupType.GROUP, GroupType.NAME, DESK);
    }

    public UUID network() {
        return named(GroupType.GROUP, GroupType.NAME, NETWORK);
    }

    public UUID operations() {
        return named(GroupType.GROUP, GroupType.NAME, OPERATIONS);
    }

    public UUID serviceDeskOfTwo() {
        return named(GroupType.GROUP, GroupType.NAME, DESK_OF_TWO);
    }

    /// Somebody new of the first organisation, whom nobody else knows.
    public Actor.Person newcomer(ShippedRole... roles) {
        ready();
        var userName = "new." + Plan.newId().toString().substring(24);
        var plan = plan();
        var id = person(plan, userName, "Newcomer", one());
        for (var role : roles) {
            grant(plan, GrantType.PERSON, id, role, one());
        }
        save(plan);
        signIn.give(List.of(id), PASSWORD);
        return actors.of(id);
    }

    /// The user name of somebody of the cast, or of a newcomer.
    public String userName(Actor.Person person) {
        return store.get(system(), PersonType.PERSON, person.id()).orElseThrow().number();
    }

    private synchronized void ready() {
        if (!ready) {
            if (store.find(system(), PersonType.PERSON, "ada").isEmpty()) {
                make();
            }
            ready = true;
        }
    }

    private void make() {
        var plan = plan();
        var two = plan.create(OrganisationType.ORGANISATION);
        two.values().set(OrganisationType.NAME, SECOND_ORGANISATION);
        var ada = person(plan, "ada", "Ada Moreau", one());
        grant(plan, GrantType.PERSON, ada, ShippedRole.ADMINISTRATOR, null);
        var sam = person(plan, "sam", "Sam Lindqvist", one());
        var nina = person(plan, "nina", "Nina Castellanos", one());
        var otto = person(plan, "otto", "Otto Weidmann", one());
        var mia = granted(plan, "mia", "Mia Okonkwo", ShippedRole.MAJOR_INCIDENT_MANAGER);
        granted(plan, "carl", "Carl Brandt", ShippedRole.CHANGE_MANAGER);
        granted(plan, "paula", "Paula Ferreira", ShippedRole.PROBLEM_MANAGER);
        granted(plan, "kim", "Kim Nguyen", ShippedRole.KNOWLEDGE_MANAGER);
        granted(plan, "amir", "Amir Haddad", ShippedRole.ASSET_MANAGER);
        granted(plan, "elena", "Elena Petrova", ShippedRole.ENTERPRISE_ARCHITECT);
        person(plan, "max", "Max Keller", one());
        person(plan, "eve", "Eve Laurent", one());
        var olga = person(plan, "olga", "Olga Sørensen", two.id());
        person(plan, "tim", "Tim Äppel", two.id());
        agents(plan, DESK, one(), sam, mia);
        agents(plan, NETWORK, one(), nina);
        agents(plan, OPERATIONS, one(), otto);
        agents(plan, DESK_OF_TWO, two.id(), olga);
        save(plan);
        signIn.give(
                plan.steps().stream()
                        .filter(it -> it.type() == PersonType.PERSON)
                        .map(Step::id)
                        .toList(),
                PASSWORD);
    }

    private UUID granted(Plan plan, String userName, String name, ShippedRole role) {
        var person = person(plan, userName, name, one());
        grant(plan, GrantType.PERSON, person, role, one());
        return person;
    }

    private static UUID person(Plan plan, String userName, String name, UUID organisation) {
        var values = new Values()
                .set(PersonType.NAME, name)
                .set(PersonType.EMAIL, userName + "@example.org")
                .set(PersonType.PHONE, "+49 30 555 " + Math.floorMod(userName.hashCode(), 10_000))
                .set(Header.ORGANISATION, organisation);
        var id = Plan.newId();
        plan.with(new Step.Create(PersonType.PERSON, id, userName, values, List.of(), List.of()));
        return id;
    }

    private void agents(Plan plan, String name, UUID organisation, UUID... members) {
        var group = plan.create(GroupType.GROUP);
        group.values()
                .set(GroupType.NAME, name)
                .set(GroupType.MEMBERS, new LinkedHashSet<>(Set.of(members)))
                .set(GroupType.MANAGER, members[0])
                .set(Header.ORGANISATION, organisation);
        grant(plan, GrantType.GROUP, group.id(), ShippedRole.AGENT, organisation);
    }

    private void grant(Plan plan, Attribute<UUID> to, UUID id, ShippedRole role, UUID organisation) {
        plan.create(GrantType.GRANT)
                .values()
                .set(to, id)
                .set(
                        GrantType.ROLE,
                        store.find(system(), RoleType.ROLE, role.code())
                                .orElseThrow()
                                .id())
                .set(GrantType.FOR_ORGANISATION, organisation);
    }

    private UUID id(RecordType<?> type, String number) {
        ready();
        return store.find(system(), type, number).orElseThrow().id();
    }

    private UUID named(RecordType<?> type, Attribute<String> attribute, String name) {
        ready();
        return store.list(system(), type, Query.of(Filter.is(attribute, name)).limit(1))
                .items()
                .getFirst()
                .id();
    }

    private static Plan plan() {
        return Plan.of(new Cause(Cause.Sort.SYSTEM, "cast", null));
    }

    private void save(Plan plan) {
        var saved = store.save(system(), plan);
        if (!(saved instanceof Saved.Done)) {
            throw new IllegalStateException(saved.toString());
        }
    }
}
