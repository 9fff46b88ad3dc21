package org.mainstay.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// The permission to read what is sensitive holds for the organisations it was granted for.
@MainstayTest
class SensitiveTests {

    @Autowired
    RecordStore store;

    @Autowired
    Access access;

    @Autowired
    Cast cast;

    @Test
    void aPermissionForOneOrganisationTellsNothingOfAnother() {
        var here = withPhone(cast.newcomer(), "+49 30 1");
        var there = withPhone(cast.tim(), "+49 30 2");
        var both = reader(new Grants.Builder()
                .add(Permissions.PERSON_SENSITIVE, cast.one())
                .add("incident:work", cast.two()));
        assertThat(phone(both, here)).contains("+49 30 1");
        assertThat(phone(both, there)).isEmpty();
        assertThat(access.readable(PersonType.PERSON, both)).doesNotContain(PersonType.PHONE);
        assertThat(store.list(both, PersonType.PERSON, Query.of(Filter.EVERYTHING))
                        .items())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.get(PersonType.PHONE)).isNull());
        withPhone(cast.tim(), null);
    }

    @Test
    void whereItIsHeldForAllThatIsSeenItIsListed() {
        var here = withPhone(cast.newcomer(), "+49 30 3");
        var one = reader(new Grants.Builder().add(Permissions.PERSON_SENSITIVE, cast.one()));
        assertThat(access.readable(PersonType.PERSON, one)).contains(PersonType.PHONE);
        assertThat(store.get(one, PersonType.PERSON, List.of(here)))
                .singleElement()
                .satisfies(it -> assertThat(it.get(PersonType.PHONE)).isEqualTo("+49 30 3"));
        var all = reader(new Grants.Builder()
                .add(Permissions.PERSON_SENSITIVE, cast.one())
                .add("knowledge:read", null));
        assertThat(access.readable(PersonType.PERSON, all)).doesNotContain(PersonType.PHONE);
        assertThat(access.readable(PersonType.PERSON, cast.ada())).contains(PersonType.PHONE);
        assertThat(access.readable(PersonType.PERSON, cast.sam())).doesNotContain(PersonType.PHONE);
    }

    private UUID withPhone(Actor.Person person, @Nullable String phone) {
        var plan = Plan.of(Cause.EDITED);
        var edit = plan.edit(
                store.get(cast.system(), PersonType.PERSON, person.id()).orElseThrow());
        edit.values().set(PersonType.PHONE, phone);
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        return person.id();
    }

    private Optional<String> phone(Actor reader, UUID person) {
        return store.get(reader, PersonType.PERSON, person).map(it -> it.get(PersonType.PHONE));
    }

    private Actor.Person reader(Grants.Builder grants) {
        var max = cast.max();
        return new Actor.Person(
                max.id(), max.name(), max.organisation(), max.groups(), grants.build(), max.zone(), max.locale(), null);
    }
}
