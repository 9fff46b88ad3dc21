package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.GeneratedLog;
import org.mainstay.testing.MainstayTest;
import org.mainstay.transfer.Loader;
import org.mainstay.transfer.Loader.Loaded;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class IncidentLogTests {

    private static final String HEAD = "number,incident_state,reassignment_count,reopen_count,sys_mod_count,made_sla,"
            + "caller_id,sys_updated_by,sys_updated_at,opened_at,contact_type,category,subcategory,u_symptom,impact,"
            + "urgency,priority,assignment_group,closed_code,resolved_by,resolved_at,closed_at\n";
    private static final String TAIL = "code 6,Resolver 9,2/3/2016 11:40,7/3/2016 12:00\n";
    private static final Path SAMPLE = Path.of("../../shared/data/incident-log/uci_incidents_sample.csv.gz");

    @Autowired
    Loader loader;

    @Autowired
    RecordStore store;

    @Autowired
    Entries entries;

    @Autowired
    Cast cast;

    private static String row(String number, String state, int count, String at, String group, String priority) {
        return number + "," + state + ",0,0," + count + ",true,Caller 5,Updater " + count % 2 + "," + at
                + ",29/2/2016 08:33,Phone,Network,Cable,?,2 - Medium,3 - Low," + priority + "," + group + "," + TAIL;
    }

    private Job load(String log) throws IOException {
        return load(log.getBytes(StandardCharsets.UTF_8));
    }

    private Job load(byte[] log) throws IOException {
        return loader.job(loader.load(cast.ada(), "incidents", log, Map.of("profile", "incident-log")));
    }

    private Snapshot incident(String key) {
        return store.list(cast.ada(), IncidentType.INCIDENT, Query.of(Filter.is(Header.EXTERNAL_KEY, List.of(key))))
                .items()
                .getFirst();
    }

    @Test
    void rowsBecomeAnIncidentAndItsHistoryWithoutFactsFromTheFuture() throws Exception {
        var log = HEAD
                + row("LOG1", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low")
                + row("LOG1", "New", 1, "29/2/2016 08:43", "Desk", "4 - Low")
                + row("LOG1", "-100", 2, "29/2/2016 09:43", "Desk", "2 - High")
                + row("LOG1", "Awaiting User Info", 3, "1/3/2016 09:43", "Second", "2 - High")
                + row("LOG1", "Resolved", 4, "2/3/2016 11:40", "Second", "2 - High")
                + row("LOG1", "Closed", 5, "7/3/2016 12:00", "Second", "2 - High");
        assertThat(load(log).counts()).isEqualTo(new Job.Counts(1, 0, 0, 0));
        var incident = incident("LOG1");
        var resolved = Instant.parse("2016-03-02T11:40:00Z");
        assertThat(incident.get(IncidentType.TITLE)).isEqualTo("Network / Cable");
        assertThat(incident.get(IncidentType.STATE)).isEqualTo(State.CLOSED);
        assertThat(incident.get(IncidentType.RESOLVED_AT)).isEqualTo(resolved);
        assertThat(incident.get(IncidentType.PRIORITY)).isEqualTo(2);
        assertThat(incident.get(IncidentType.PRIORITY_OVERRIDE)).isTrue();
        var history = entries.of(incident.id());
        assertThat(history).hasSize(6);
        assertThat(String.valueOf(history.get(1).changes())).isEqualTo("{}");
        assertThat(history.get(4).at()).isEqualTo(resolved);
        for (int i = 0; i < 4; i++) {
            assertThat(String.valueOf(history.get(i).changes())).doesNotContain("resolved_at", "closed_at", "code_6");
        }
        var before = store.asOf(cast.ada(), IncidentType.INCIDENT, incident.id(), Instant.parse("2016-03-01T10:00:00Z"))
                .orElseThrow();
        assertThat(before.get(IncidentType.STATE)).isEqualTo(State.ON_HOLD);
        assertThat(before.get(IncidentType.RESOLVED_AT)).isNull();
        assertThat(load(log).counts()).isEqualTo(new Job.Counts(0, 0, 1, 0));
    }

    @Test
    void aLongerLogAppendsWhatCameSince() throws Exception {
        var log = HEAD + row("LOG2", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low");
        load(log);
        assertThat(load(log + row("LOG2", "Active", 1, "29/2/2016 09:00", "Desk", "4 - Low"))
                        .counts())
                .isEqualTo(new Job.Counts(0, 1, 0, 0));
        assertThat(entries.of(incident("LOG2").id())).hasSize(2);
    }

    @Test
    void aFileThatIsNoLogIsNotAccepted() throws Exception {
        assertThat(wrong("a,b\n1,2\n")).contains("incident_state").contains("sys_updated_at");
        assertThat(wrong("")).contains("empty");
        assertThat(wrong(HEAD)).contains("no rows");
        assertThat(wrong(HEAD + "LOG3,\"New,0")).contains("line 2");
    }

    private String wrong(String log) throws IOException {
        var loaded = loader.load(cast.ada(), "incidents", log, Map.of("profile", "incident-log"));
        return String.valueOf(
                loaded instanceof Loaded.Wrong(var sentences)
                        ? sentences
                        : loader.job(loaded).error());
    }

    @Test
    void anIncidentWithARowThatCannotBeReadIsRefusedWhole() throws Exception {
        var job = load(HEAD
                + row("LOG4", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low")
                + row("LOG4", "Active", 1, "31/31/2016 08:33", "Desk", "4 - Low")
                + row("LOG5", "Undecided", 0, "29/2/2016 08:33", "Desk", "4 - Low")
                + row("LOG6", "New", 0, "29/2/2016 08:33", "Desk", "9 - Low")
                + row("LOG7", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low")
                + "LOG8,New,0\n");
        assertThat(job.state()).isEqualTo("done");
        assertThat(job.counts()).isEqualTo(new Job.Counts(1, 0, 0, 4));
        assertThat(String.join("\n", loader.rows(job)))
                .contains("3 refused sys_updated_at", "31/31/2016", "4 refused incident_state", "Undecided")
                .contains("5 refused priority", "7 refused Line 7 has 3 fields", "2 refused Line 2 can be read");
        assertThat(incident("LOG7").version()).isEqualTo(1);
    }

    @Test
    void orderAndRepetitionOfRowsDoNotMatter() throws Exception {
        var first = row("LOG9", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low");
        var second = row("LOG9", "Active", 1, "29/2/2016 09:33", "Desk", "4 - Low");
        assertThat(load(HEAD + second + first + second).counts()).isEqualTo(new Job.Counts(1, 0, 0, 0));
        assertThat(incident("LOG9").version()).isEqualTo(2);
        assertThat(incident("LOG9").get(IncidentType.STATE)).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void theOrganisationIsTheOneThatWasNamed() throws Exception {
        var log = HEAD + row("LOG10", "New", 0, "29/2/2016 08:33", "Desk of two", "4 - Low");
        var parameters = Map.of("profile", "incident-log", "organisation", Cast.SECOND_ORGANISATION);
        loader.job(loader.load(cast.ada(), "incidents", log, parameters));
        assertThat(incident("LOG10").organisation()).isEqualTo(cast.two());
        assertThat(store.get(
                        cast.olga(), IncidentType.INCIDENT, incident("LOG10").id()))
                .isPresent();
        assertThat(store.get(
                        cast.sam(), IncidentType.INCIDENT, incident("LOG10").id()))
                .isEmpty();
    }

    @Test
    void aDryRunCountsAndWritesNothing() throws Exception {
        var log = HEAD + row("LOG11", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low");
        var job = loader.job(
                loader.load(cast.ada(), "incidents", log, Map.of("profile", "incident-log", "dry_run", "true")));
        assertThat(job.counts()).isEqualTo(new Job.Counts(1, 0, 0, 0));
        assertThat(store.list(
                                cast.ada(),
                                IncidentType.INCIDENT,
                                Query.of(Filter.is(Header.EXTERNAL_KEY, List.of("LOG11"))))
                        .items())
                .isEmpty();
    }

    @Test
    void whatWasWorkedOnHereIsNotOverwrittenByALongerLog() throws Exception {
        var log = HEAD + row("LOG12", "New", 0, "29/2/2016 08:33", "Desk", "4 - Low");
        load(log);
        var plan = Plan.of(Cause.EDITED);
        plan.edit(incident("LOG12")).set(IncidentType.TITLE, "Changed here");
        store.save(cast.ada(), plan);
        var job = load(log
                + row("LOG12", "Active", 1, "29/2/2016 09:00", "Desk", "4 - Low")
                + row("LOG12", "Active", 2, "29/2/2016 09:00", "Desk", "4 - Low"));
        assertThat(job.counts()).isEqualTo(new Job.Counts(0, 0, 0, 1));
        assertThat(loader.rows(job).getFirst()).contains("was changed here since");
        assertThat(incident("LOG12").get(IncidentType.TITLE)).isEqualTo("Changed here");
    }

    @Test
    void theSampleOfARealLogIsThereWholeAndASecondImportChangesNothing() throws Exception {
        assumeThat(Files.exists(SAMPLE))
                .as("the sample log lies beside the project where it is shared; it is absent here")
                .isTrue();
        assertThat(load(Files.readAllBytes(SAMPLE)).counts()).isEqualTo(new Job.Counts(1_550, 0, 0, 0));
        assertThat(load(Files.readAllBytes(SAMPLE)).counts()).isEqualTo(new Job.Counts(0, 0, 1_550, 0));
    }

    @Test
    void twoImportsOfTheSameLogAtOnceMakeEachIncidentOnce() throws Exception {
        var log = GeneratedLog.of("TWICE", 400).getBytes(StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> load(log));
            var other = threads.submit(() -> load(log));
            var ends = List.of(one.get(), other.get());
            assertThat(ends).extracting(Job::state).containsOnly("done");
            assertThat(ends.stream().mapToLong(it -> it.counts().created()).sum())
                    .isEqualTo(400);
            assertThat(ends.stream().mapToLong(it -> it.counts().unchanged()).sum())
                    .isEqualTo(400);
        }
    }
}
