package org.mainstay.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.SpecimenTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@SpecimenTest
class StoreTests {

    @Autowired
    RecordStore store;

    @Autowired
    Acts acts;

    @Autowired
    BulkDoor bulk;

    @Autowired
    Entries entries;

    @Autowired
    DSLContext db;

    @Autowired
    Installation installation;

    Actor actor;

    @BeforeEach
    void act() {
        actor = new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
    }

    private Snapshot create(String title, Long size) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(Specimen.SPECIMEN)
                .values()
                .set(Specimen.TITLE, title)
                .set(Specimen.SIZE, size)
                .set(Specimen.PRICE, Money.of("12.50", "EUR"))
                .set(Specimen.KIN, Set.of(Installation.SYSTEM));
        var saved = store.save(actor, plan);
        assertThat(saved).isInstanceOf(Saved.Done.class);
        return store.get(actor, Specimen.SPECIMEN, ((Saved.Done) saved).first().id())
                .orElseThrow();
    }

    @Test
    void aRecordIsCreatedWithNumberHistoryAndRegistry() {
        var created = create("Äpfel", 3L);
        assertThat(created.number()).matches("SPE\\d{7}");
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.get(Specimen.PRICE)).isEqualTo(Money.of("12.5", "EUR"));
        assertThat(created.get(Specimen.KIN)).containsExactly(Installation.SYSTEM);
        assertThat(store.find(actor, Specimen.SPECIMEN, created.number())).isPresent();
        assertThat(store.labelsOf(actor, List.of(created.id()))
                        .get(created.id())
                        .label())
                .isEqualTo("Äpfel");
        folds(created.id());
    }

    @Test
    void anEditWritesOnlyWhatDiffersAndHistoryFoldsToTheRow() {
        var created = create("One", 1L);
        var edited = done(acts.edit(
                actor,
                Specimen.SPECIMEN,
                created.id(),
                Input.json(Map.of(
                        "size", JsonNodeFactory.instance.numberNode(2),
                        "title", JsonNodeFactory.instance.stringNode("One"))),
                null,
                false));
        assertThat(edited.version()).isEqualTo(2);
        var last = entries.of(created.id()).getLast();
        assertThat(String.valueOf(last.changes())).isEqualTo("{\"size\":[1,2]}");
        folds(created.id());
        assertThat(acts.edit(actor, Specimen.SPECIMEN, created.id(), Input.texts(Map.of("size", "3")), 1L, false))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void aFormMergesDisjointEditsAndShowsOverlappingOnes() {
        var created = create("One", 1L);
        done(acts.edit(actor, Specimen.SPECIMEN, created.id(), Input.texts(Map.of("size", "2")), null, false));
        var merged = done(acts.merge(
                actor, Specimen.SPECIMEN, created.id(), Input.texts(Map.of("title", "Two", "size", "1")), 1, false));
        assertThat(merged.get(Specimen.TITLE)).isEqualTo("Two");
        assertThat(merged.get(Specimen.SIZE)).isEqualTo(2);
        assertThat(acts.merge(actor, Specimen.SPECIMEN, created.id(), Input.texts(Map.of("size", "9")), 1, false))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void badInputIsRefusedWithItsPlace() {
        var outcome = acts.create(
                actor,
                Specimen.SPECIMEN,
                Input.texts(Map.of("size", "many", "nonsense", "1", "parent", "SPE9999999", "version", "4")),
                List.of(),
                false);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).problems())
                .extracting(it -> it.attribute())
                .containsExactlyInAnyOrder("size", "nonsense", "parent", "version");
    }

    @Test
    void pagesMeetWithoutGapsAlsoWhereValuesAreEmpty() {
        var mark = UUID.randomUUID().toString();
        var sizes = new Long[] {3L, null, 1L, 2L, 2L, null, 2L, 3L, 1L, 2L};
        var expected = new ArrayList<UUID>();
        for (Long size : sizes) {
            expected.add(create(mark, size).id());
        }
        var found = new ArrayList<Snapshot>();
        String cursor = null;
        do {
            var page = store.list(
                    actor,
                    Specimen.SPECIMEN,
                    Query.of(Filter.is(Specimen.TITLE, mark)).limit(3).after(cursor));
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).extracting(Snapshot::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found)
                .extracting(it -> it.get(Specimen.SIZE))
                .containsExactly(1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, null, null);
    }

    @Test
    void theBulkDoorWritesRecordsWithTheirPast() {
        var past = Instant.parse("2020-01-01T00:00:00Z");
        var record = BulkRecord.of(
                null,
                List.of(new Step.ExternalKey("old", UUID.randomUUID().toString())),
                List.of(
                        BulkRecord.Version.of(
                                past,
                                Installation.SYSTEM,
                                new Values()
                                        .set(Specimen.TITLE, "and \\ line")
                                        .set(Specimen.NOTES, "tab\tand\nline")
                                        .set(Specimen.SIZE, 1L)),
                        BulkRecord.Version.of(past.plusSeconds(60), Installation.SYSTEM, new Values()),
                        BulkRecord.Version.of(
                                past.plusSeconds(120),
                                Installation.SYSTEM,
                                new Values().set(Specimen.SIZE, null).set(Specimen.FRAGILE, true))));
        var result = bulk.write(actor, Specimen.SPECIMEN, Cause.importing("test", "1"), true, List.of(record));
        assertThat(result.refused()).isEmpty();
        var written = store.get(actor, Specimen.SPECIMEN, record.id()).orElseThrow();
        assertThat(written.version()).isEqualTo(3);
        assertThat(written.get(Specimen.TITLE)).isEqualTo("and \\ line");
        assertThat(written.get(Specimen.NOTES)).isEqualTo("tab\tand\nline");
        assertThat(written.get(Specimen.FRAGILE)).isTrue();
        assertThat(written.get(Header.EXTERNAL_SOURCE)).containsExactly("old");
        assertThat(entries.of(record.id()))
                .hasSize(3)
                .extracting(it -> it.imported())
                .containsOnly(true);
        folds(record.id());
        var then = store.asOf(actor, Specimen.SPECIMEN, record.id(), past.plusSeconds(90))
                .orElseThrow();
        assertThat(then.get(Specimen.SIZE)).isEqualTo(1);
        assertThat(store.asOf(actor, Specimen.SPECIMEN, record.id(), past.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void aDeletedRecordIsAbsentAndComesBackWhole() {
        var created = create("Gone", 1L);
        assertThat(acts.delete(actor, Specimen.SPECIMEN, created.id(), null, false))
                .isInstanceOf(Outcome.Gone.class);
        assertThat(store.get(actor, Specimen.SPECIMEN, created.id())).isEmpty();
        var plan = Plan.of(Cause.action("restore")).with(new Step.Restore(Specimen.SPECIMEN, created.id()));
        assertThat(store.save(actor, plan)).isInstanceOf(Saved.Done.class);
        assertThat(store.get(actor, Specimen.SPECIMEN, created.id())
                        .orElseThrow()
                        .version())
                .isEqualTo(3);
        folds(created.id());
    }

    @Test
    void concurrentEditsAllArriveAndVersionsHaveNoGaps() throws Exception {
        var created = create("Hot", 0L);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Outcome>>();
            for (int i = 1; i <= 4; i++) {
                var input = Input.texts(Map.of("size", Integer.toString(i)));
                calls.add(() -> acts.edit(actor, Specimen.SPECIMEN, created.id(), input, null, false));
            }
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(entries.of(created.id())).extracting(it -> it.version()).containsExactly(1L, 2L, 3L, 4L, 5L);
        folds(created.id());
    }

    private Snapshot done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    private void folds(UUID id) {
        var row = store.get(actor, Specimen.SPECIMEN, id).orElseThrow();
        var fold = Fold.of(Specimen.SPECIMEN, id, row.number(), entries.of(id), null);
        assertThat(fold).isNotNull();
        for (var attribute : Specimen.SPECIMEN.attributes()) {
            if (attribute.recorded()) {
                assertThat(fold.get(attribute)).as(attribute.code()).isEqualTo(row.get(attribute));
            }
        }
        assertThat(fold.version()).isEqualTo(row.version());
    }
}
