package org.mainstay.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class GrantTests {

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @Autowired
    Actors actors;

    @Autowired
    Cast cast;

    @Autowired
    Bootstrap bootstrap;

    @Test
    void grantsHoldForTheirOrganisation() {
        assertThat(cast.sam().may(Permissions.INCIDENT_WORK, cast.one())).isTrue();
        assertThat(cast.sam().may(Permissions.INCIDENT_WORK, cast.two())).isFalse();
        assertThat(cast.olga().may(Permissions.INCIDENT_WORK, cast.two())).isTrue();
        assertThat(cast.olga().may(Permissions.INCIDENT_WORK, cast.one())).isFalse();
        assertThat(cast.max().may(Permissions.INCIDENT_WORK)).isFalse();
        assertThat(cast.max().may(Permissions.INCIDENT_REPORT, cast.one())).isTrue();
        assertThat(cast.max().may(Permissions.INCIDENT_REPORT, cast.two())).isFalse();
        assertThat(cast.ada().may(Permissions.CHANGE_APPROVE, cast.two())).isTrue();
        assertThat(cast.sam().groups()).contains(cast.serviceDesk()).doesNotContain(cast.serviceDeskOfTwo());
    }

    @Test
    void peopleAreSeenInsideTheirOrganisationAndByWhoeverWorksThere() {
        assertThat(sees(cast.max(), "eve")).isTrue();
        assertThat(sees(cast.max(), "tim")).isFalse();
        assertThat(sees(cast.olga(), "tim")).isTrue();
        assertThat(sees(cast.olga(), "max")).isFalse();
        assertThat(sees(cast.ada(), "tim")).isTrue();
        assertThat(store.list(cast.tim(), OrganisationType.ORGANISATION, Query.of(Filter.EVERYTHING))
                        .items())
                .extracting(Snapshot::id)
                .containsExactly(cast.two());
        assertThat(store.list(cast.tim(), GroupType.GROUP, Query.of(Filter.EVERYTHING))
                        .items())
                .allSatisfy(it -> assertThat(it.organisation()).isEqualTo(cast.two()))
                .extracting(Snapshot::id)
                .contains(cast.serviceDeskOfTwo());
        assertThat(store.list(cast.max(), RoleType.ROLE, Query.of(Filter.EVERYTHING))
                        .items())
                .hasSizeGreaterThanOrEqualTo(ShippedRole.values().length);
    }

    @Test
    void phonesAreReadByTheirOwnersAndByWhoeverMay() {
        assertThat(phone(cast.max(), "max")).isNotNull();
        assertThat(phone(cast.max(), "eve")).isNull();
        assertThat(phone(cast.ada(), "eve")).isNotNull();
    }

    @Test
    void peopleKeepTheirOwnPhoneLanguageAndZoneAndNothingElse() {
        var somebody = cast.newcomer();
        assertThat(edit(somebody, PersonType.PERSON, somebody.id(), Map.of("zone", "Europe/Madrid", "phone", "1")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(actors.of(somebody.id()).zone().getId()).isEqualTo("Europe/Madrid");
        assertThat(edit(somebody, PersonType.PERSON, somebody.id(), Map.of("zone", "Nowhere/Land")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(edit(somebody, PersonType.PERSON, somebody.id(), Map.of("vip", "true")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(edit(somebody, PersonType.PERSON, cast.eve().id(), Map.of("zone", "Europe/Madrid")))
                .isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void aChangeOfRightsIsSeenAtOnce() {
        var somebody = cast.newcomer();
        assertThat(somebody.may(Permissions.INCIDENT_WORK)).isFalse();
        var grant = granted(cast.ada(), somebody.id(), ShippedRole.AGENT, cast.one());
        assertThat(actors.of(somebody.id()).may(Permissions.INCIDENT_WORK, cast.one()))
                .isTrue();
        assertThat(acts.delete(cast.ada(), GrantType.GRANT, grant, null, false)).isInstanceOf(Outcome.Gone.class);
        assertThat(actors.of(somebody.id()).may(Permissions.INCIDENT_WORK)).isFalse();
        assertThat(join(cast.ada(), cast.network(), somebody.id())).isInstanceOf(Outcome.Done.class);
        assertThat(actors.of(somebody.id()).may(Permissions.INCIDENT_WORK, cast.one()))
                .isTrue();
        assertThat(actors.of(somebody.id()).groups()).containsExactly(cast.network());
        leave(cast.network(), somebody.id());
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        var keeper = manager();
        var somebody = cast.newcomer();
        assertThat(refusal(grant(keeper, somebody.id(), ShippedRole.AGENT, cast.one())))
                .isEqualTo("role");
        assertThat(refusal(grant(keeper, somebody.id(), ShippedRole.ADMINISTRATOR, null)))
                .isNotNull();
        assertThat(grant(cast.sam(), somebody.id(), ShippedRole.REQUESTER, cast.one()))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(refusal(join(keeper, cast.serviceDesk(), keeper.id()))).isEqualTo("members");
        assertThat(edit(keeper, RoleType.ROLE, role(ShippedRole.AGENT), Map.of("permissions", "admin")))
                .isInstanceOf(Outcome.Denied.class);
    }

    @Test
    void aRoleHoldsKnownPermissionsOnly() {
        assertThat(refusal(edit(
                        cast.ada(),
                        RoleType.ROLE,
                        role(ShippedRole.REQUESTER),
                        Map.of("permissions", "incident:report nonsense:do"))))
                .isEqualTo("permissions");
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(refusal(edit(cast.ada(), PersonType.PERSON, cast.ada().id(), Map.of("active", "false"))))
                .isEqualTo("active");
        assertThat(refusal(edit(
                        cast.ada(),
                        RoleType.ROLE,
                        role(ShippedRole.ADMINISTRATOR),
                        Map.of("permissions", "audit:read"))))
                .isEqualTo("permissions");
        assertThat(acts.delete(cast.ada(), PersonType.PERSON, cast.ada().id(), null, false))
                .isInstanceOf(Outcome.Refused.class);
        var grant = store.list(
                        cast.ada(),
                        GrantType.GRANT,
                        Query.of(Filter.is(GrantType.PERSON, cast.ada().id())))
                .items()
                .getFirst();
        assertThat(acts.delete(cast.ada(), GrantType.GRANT, grant.id(), null, false))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(actors.of(cast.ada().id()).may(Permissions.ADMIN)).isTrue();
    }

    @Test
    void ofTwoAdministratorsOneMayGo() {
        var second = cast.newcomer();
        granted(cast.ada(), second.id(), ShippedRole.ADMINISTRATOR, null);
        assertThat(edit(cast.ada(), PersonType.PERSON, second.id(), Map.of("active", "false")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoKeepsPeopleDoesNotStopTheirAdministrators() {
        var second = cast.newcomer();
        granted(cast.ada(), second.id(), ShippedRole.ADMINISTRATOR, null);
        var keeper = manager();
        var given = store.list(cast.ada(), GrantType.GRANT, Query.of(Filter.is(GrantType.PERSON, second.id())))
                .items()
                .getFirst();
        assertThat(acts.delete(keeper, GrantType.GRANT, given.id(), null, false))
                .isNotInstanceOf(Outcome.Done.class)
                .isNotInstanceOf(Outcome.Gone.class);
        assertThat(refusal(edit(keeper, PersonType.PERSON, second.id(), Map.of("active", "false"))))
                .isEqualTo("active");
        assertThat(refusal(edit(keeper, PersonType.PERSON, second.id(), Map.of("email", "mine@example.com"))))
                .isEqualTo("email");
        assertThat(acts.delete(keeper, PersonType.PERSON, second.id(), null, false))
                .isInstanceOf(Outcome.Denied.class);
        assertThat(acts.act(
                        keeper,
                        PersonType.PERSON,
                        second.id(),
                        "pseudonymise",
                        Input.texts(Map.of("user_name", cast.userName(second))),
                        null,
                        false))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(edit(keeper, PersonType.PERSON, second.id(), Map.of("title", "Engineer")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(edit(cast.ada(), PersonType.PERSON, second.id(), Map.of("active", "false")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(edit(keeper, PersonType.PERSON, cast.newcomer().id(), Map.of("active", "false")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aSecondStartChangesNothing() {
        var roles = store.count(cast.ada(), RoleType.ROLE, Filter.EVERYTHING);
        var organisation = cast.one();
        bootstrap.run();
        assertThat(store.count(cast.ada(), RoleType.ROLE, Filter.EVERYTHING)).isEqualTo(roles);
        assertThat(cast.one()).isEqualTo(organisation);
    }

    @Test
    void groupsAreNotBelowThemselves() {
        assertThat(refusal(edit(
                        cast.ada(),
                        GroupType.GROUP,
                        cast.network(),
                        Map.of("parent", cast.network().toString()))))
                .isEqualTo("parent");
    }

    /// Manages the people of the first organisation and may do nothing else.
    private Actor.Person manager() {
        var code = "keeper_" + Plan.newId().toString().substring(24);
        var plan = Plan.of(Cause.CREATED);
        var values = new Values().set(RoleType.NAME, code).set(RoleType.PERMISSIONS, Permissions.PEOPLE_MANAGE);
        var id = Plan.newId();
        plan.with(new Step.Create(RoleType.ROLE, id, code, values, List.of(), List.of()));
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        var keeper = cast.newcomer();
        create(cast.ada(), keeper.id(), id, cast.one());
        return actors.of(keeper.id());
    }

    private UUID granted(Actor giver, UUID person, ShippedRole role, UUID organisation) {
        return ((Outcome.Done) grant(giver, person, role, organisation))
                .record()
                .id();
    }

    private Outcome grant(Actor giver, UUID person, ShippedRole role, UUID organisation) {
        return create(giver, person, role(role), organisation);
    }

    private Outcome create(Actor giver, UUID person, UUID role, UUID organisation) {
        var values = new HashMap<>(Map.of("person", person.toString(), "role", role.toString()));
        if (organisation != null) {
            values.put("for_organisation", organisation.toString());
        }
        return acts.create(giver, GrantType.GRANT, Input.texts(values), List.of(), false);
    }

    private Outcome join(Actor actor, UUID group, UUID person) {
        var members = new HashSet<>(members(group));
        members.add(person);
        return edit(
                actor,
                GroupType.GROUP,
                group,
                Map.of("members", GroupType.MEMBERS.kind().format(members)));
    }

    private void leave(UUID group, UUID person) {
        var members = new HashSet<>(members(group));
        members.remove(person);
        assertThat(edit(
                        cast.ada(),
                        GroupType.GROUP,
                        group,
                        Map.of("members", GroupType.MEMBERS.kind().format(members))))
                .isInstanceOf(Outcome.Done.class);
    }

    private Set<UUID> members(UUID group) {
        return store.get(cast.ada(), GroupType.GROUP, group).orElseThrow().need(GroupType.MEMBERS);
    }

    private UUID role(ShippedRole role) {
        return store.find(cast.ada(), RoleType.ROLE, role.code()).orElseThrow().id();
    }

    private Outcome edit(Actor actor, RecordType<?> type, UUID id, Map<String, String> values) {
        return acts.edit(actor, type, id, Input.texts(values), null, false);
    }

    private boolean sees(Actor actor, String userName) {
        return store.find(actor, PersonType.PERSON, userName).isPresent();
    }

    private String phone(Actor actor, String userName) {
        return store.find(actor, PersonType.PERSON, userName).orElseThrow().get(PersonType.PHONE);
    }

    private static String refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .problems().stream().map(Problem::attribute).findFirst().orElseThrow();
    }
}
