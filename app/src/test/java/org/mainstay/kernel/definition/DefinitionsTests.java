package org.mainstay.kernel.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.SpecimenTest;
import org.springframework.beans.factory.annotation.Autowired;

@SpecimenTest
class DefinitionsTests {

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @Autowired
    RecordTypes types;

    @Autowired
    Definitions definitions;

    @Autowired
    DefinitionQueries queries;

    @Autowired
    Installation installation;

    Actor actor;
    String code;

    @BeforeEach
    void act() {
        actor = new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
        code = "c" + UUID.randomUUID().toString().replace('-', '_');
    }

    @Test
    void anOptionIsNumberedByItsListAndCode() {
        var pick = pick("colour", code);
        assertThat(pick.number()).isEqualTo("colour:" + code);
        assertThat(problems(create(PickType.PICK, Map.of("list", "colour", "code", code, "label", "Again"))))
                .isNotEmpty();
    }

    @Test
    void anOptionIsOfferedAsLongAsItIsActive() {
        var pick = pick("colour", code);
        assertThat(definitions.has("colour", code)).isTrue();
        assertThat(definitions.options("colour", Locale.GERMAN)).contains(new Definitions.Option(code, "Bunt"));
        assertThat(definitions.label("colour", code, Locale.ENGLISH)).isEqualTo("Colourful");
        edit(pick, Map.of("active", "false"));
        assertThat(definitions.has("colour", code)).isFalse();
        assertThat(definitions.label("colour", code, Locale.ENGLISH)).isEqualTo("Colourful");
    }

    @Test
    void aValueOfAListIsOneOfItsOptions() {
        assertThat(problems(create(Specimen.SPECIMEN, Map.of("title", "One", "colour", code))))
                .extracting(Problem::attribute)
                .containsExactly("colour");
        pick("colour", code);
        assertThat(done(create(Specimen.SPECIMEN, Map.of("title", "One", "colour", code)))
                        .get(Specimen.COLOUR))
                .isEqualTo(code);
    }

    @Test
    void codesAreLowerCaseWords() {
        assertThat(problems(create(PickType.PICK, Map.of("list", "colour", "code", "Not A Code", "label", "X"))))
                .extracting(Problem::attribute)
                .containsExactly("code");
    }

    @Test
    void anOptionInUseCannotBeDeleted() {
        var pick = pick("colour", code);
        done(create(Specimen.SPECIMEN, Map.of("title", "One", "colour", code)));
        assertThat(acts.delete(actor, PickType.PICK, pick.id(), null, false)).isInstanceOf(Outcome.Denied.class);
        var unused = pick("colour", code + "_2");
        assertThat(acts.delete(actor, PickType.PICK, unused.id(), null, false)).isInstanceOf(Outcome.Gone.class);
        assertThat(definitions.has("colour", code + "_2")).isFalse();
    }

    @Test
    void aCustomFieldIsAnAttributeLikeAnyOther() {
        field("whole", Map.of());
        var custom = "custom." + code;
        var specimen = done(create(Specimen.SPECIMEN, Map.of("title", "One", custom, "42")));
        assertThat(specimen.values()).containsEntry(custom, 42L);
        var attribute = types.current(Specimen.SPECIMEN).need(custom);
        assertThat(store.list(actor, Specimen.SPECIMEN, Query.of(Filter.is(attribute, 42L)))
                        .items())
                .extracting(Snapshot::id)
                .containsExactly(specimen.id());
        assertThat(problems(create(Specimen.SPECIMEN, Map.of("title", "One", custom, "many"))))
                .extracting(Problem::attribute)
                .containsExactly(custom);
        assertThat(definitions.fieldLabel("specimen", custom, Locale.GERMAN)).contains("Feld");
    }

    @Test
    void aChoiceFieldHasAListOfItsOwn() {
        field("choice", Map.of());
        assertThat(types.current(Specimen.SPECIMEN).need("custom." + code).kind())
                .isEqualTo(new Kind.Pick("custom:specimen." + code));
        pick("custom:specimen." + code, "one");
        assertThat(done(create(Specimen.SPECIMEN, Map.of("title", "One", "custom." + code, "one"))))
                .isNotNull();
    }

    @Test
    void aFieldKeepsItsKindAndPointsAtWhatThereIs() {
        var field = field("whole", Map.of());
        assertThat(problems(acts.edit(
                        actor, CustomFieldType.CUSTOM_FIELD, field.id(), input(Map.of("kind", "text")), null, false)))
                .extracting(Problem::attribute)
                .containsExactly("kind");
        assertThat(problems(create(
                        CustomFieldType.CUSTOM_FIELD,
                        Map.of("record_type", "nothing", "code", code, "kind", "text", "label", "X"))))
                .extracting(Problem::attribute)
                .containsExactly("record_type");
        assertThat(problems(create(
                        CustomFieldType.CUSTOM_FIELD,
                        Map.of("record_type", "specimen", "code", "x", "kind", "reference", "label", "X"))))
                .extracting(Problem::attribute)
                .containsExactly("options");
        assertThat(problems(create(
                        CustomFieldType.CUSTOM_FIELD,
                        Map.of(
                                "record_type",
                                "specimen",
                                "code",
                                "x",
                                "kind",
                                "day",
                                "label",
                                "X",
                                "searched",
                                "yes"))))
                .extracting(Problem::attribute)
                .containsExactly("searched");
    }

    @Test
    void aFieldInUseCannotBeDeleted() {
        var field = field("text", Map.of());
        var specimen = done(create(Specimen.SPECIMEN, Map.of("title", "One", "custom." + code, "x")));
        assertThat(acts.delete(actor, CustomFieldType.CUSTOM_FIELD, field.id(), null, false))
                .isInstanceOf(Outcome.Denied.class);
        edit(specimen, Map.of("custom." + code, ""));
        assertThat(acts.delete(actor, CustomFieldType.CUSTOM_FIELD, field.id(), null, false))
                .isInstanceOf(Outcome.Gone.class);
        assertThat(types.current(Specimen.SPECIMEN).attribute("custom." + code)).isEmpty();
    }

    @Test
    void aCategoryIsNeverBelowItself() {
        var above = done(create(CategoryType.CATEGORY, Map.of("name", "Hardware " + code)));
        var below = done(create(CategoryType.CATEGORY, Map.of("name", "Printer", "parent", above.number())));
        assertThat(problems(acts.edit(
                        actor,
                        CategoryType.CATEGORY,
                        above.id(),
                        input(Map.of("parent", below.number())),
                        null,
                        false)))
                .extracting(Problem::attribute)
                .containsExactly("parent");
    }

    @Test
    void onlyAdministratorsDefine() {
        var somebody = new Actor.Person(
                UUID.randomUUID(),
                "somebody",
                installation.organisation(),
                Set.of(),
                Grants.NONE,
                ZoneId.of("UTC"),
                Locale.ENGLISH,
                null);
        assertThat(acts.create(
                        somebody,
                        PickType.PICK,
                        input(Map.of("list", "colour", "code", code, "label", "X")),
                        List.of(),
                        false))
                .isInstanceOf(Outcome.Denied.class);
        var pick = pick("colour", code);
        assertThat(store.get(somebody, PickType.PICK, pick.id())).isPresent();
    }

    @Test
    void anotherNodeSeesWhatThisOneSaved() {
        var elsewhere = new LiveViews(queries, () -> store);
        var labels = elsewhere.of(
                List.of(PickType.PICK),
                () -> elsewhere.records(PickType.PICK).stream()
                        .map(Snapshot::number)
                        .toList());
        elsewhere.poll();
        var pick = pick("colour", code);
        assertThat(labels.get()).doesNotContain(pick.number());
        elsewhere.poll();
        assertThat(labels.get()).contains(pick.number());
    }

    private Snapshot pick(String list, String of) {
        return done(create(PickType.PICK, Map.of("list", list, "code", of, "label", "Colourful", "label_de", "Bunt")));
    }

    private Snapshot field(String kind, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.putAll(
                Map.of("record_type", "specimen", "code", code, "kind", kind, "label", "Field", "label_de", "Feld"));
        return done(create(CustomFieldType.CUSTOM_FIELD, values));
    }

    private Outcome create(RecordType<?> of, Map<String, String> values) {
        return acts.create(actor, of, input(values), List.of(), false);
    }

    private void edit(Snapshot subject, Map<String, String> values) {
        done(acts.edit(actor, subject.type(), subject.id(), input(values), null, false));
    }

    private static Input input(Map<String, String> texts) {
        return Input.texts(texts);
    }

    private static Snapshot done(Outcome outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(Outcome.Done.class))
                .actual()
                .record();
    }

    private static List<Problem> problems(Outcome outcome) {
        return assertThat(outcome)
                .asInstanceOf(type(Outcome.Refused.class))
                .actual()
                .problems();
    }
}
