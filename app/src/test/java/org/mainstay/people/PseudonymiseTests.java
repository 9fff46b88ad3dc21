package org.mainstay.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class PseudonymiseTests {

    private static final String NAME = "Wilhelmina Quast";

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @Autowired
    Entries entries;

    @Autowired
    Cast cast;

    @Autowired
    Clock clock;

    @Test
    void whoSomebodyWasIsGoneFromTheRecordAndItsHistory() {
        var person = person("wilhelmina");
        edit(person, "phone", "+49 30 4711");

        var after = done(pseudonymise(cast.ada(), person, "wilhelmina"));

        assertThat(after.get(PersonType.NAME)).startsWith("Person ").doesNotContain("Quast");
        assertThat(after.get(PersonType.EMAIL)).isNull();
        assertThat(after.get(PersonType.PHONE)).isNull();
        assertThat(after.get(PersonType.ACTIVE)).isFalse();
        assertThat(after.get(PersonType.DEPARTMENT)).isEqualTo("Sales");
        assertThat(after.number()).isEqualTo("wilhelmina");
        assertThat(entries.of(person))
                .hasSize(4)
                .allSatisfy(it ->
                        assertThat(String.valueOf(it.changes())).doesNotContain("Quast", "quast@example.org", "4711"));
        assertThat(store.labelsOf(cast.ada(), Set.of(person)).get(person).label())
                .isEqualTo(after.get(PersonType.NAME));
    }

    @Test
    void whatTheyWereNotCalledStaysKnown() {
        var person = person("wilma");
        done(pseudonymise(cast.ada(), person, "wilma"));

        var before = store.asOf(cast.ada(), PersonType.PERSON, person, clock.instant());

        assertThat(before.map(it -> it.get(PersonType.DEPARTMENT))).contains("Sales");
    }

    @Test
    void doneTwiceItChangesNothingMore() {
        var person = person("willow");
        var once = done(pseudonymise(cast.ada(), person, "willow"));
        var twice = done(pseudonymise(cast.ada(), person, "willow"));

        assertThat(twice.get(PersonType.NAME)).isEqualTo(once.get(PersonType.NAME));
    }

    @Test
    void itTakesTheUserNameAndThePermission() {
        var person = person("walter");

        assertThat(pseudonymise(cast.ada(), person, "somebody")).isInstanceOf(Outcome.Refused.class);
        assertThat(pseudonymise(cast.sam(), person, "walter")).isInstanceOf(Outcome.Denied.class);
        assertThat(pseudonymise(cast.olga(), person, "walter")).isInstanceOf(Outcome.Missing.class);
        assertThat(pseudonymise(cast.ada(), cast.ada().id(), "ada")).isInstanceOf(Outcome.Denied.class);
        assertThat(store.get(cast.ada(), PersonType.PERSON, person).map(it -> it.get(PersonType.NAME)))
                .contains(NAME);
    }

    private UUID person(String userName) {
        var values = Map.of("number", userName, "name", NAME, "email", "quast@example.org", "department", "Sales");
        return done(acts.create(cast.ada(), PersonType.PERSON, Input.texts(values), List.of(), false))
                .id();
    }

    private void edit(UUID person, String attribute, String value) {
        done(acts.edit(cast.ada(), PersonType.PERSON, person, Input.texts(Map.of(attribute, value)), null, false));
    }

    private Outcome pseudonymise(Actor actor, UUID person, String userName) {
        var answers = Input.texts(Map.of("user_name", userName));
        return acts.act(actor, PersonType.PERSON, person, "pseudonymise", answers, null, false);
    }

    private static Snapshot done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }
}
