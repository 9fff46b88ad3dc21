package org.mainstay.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.Incident;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Job;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.PersonType;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.transfer.Loader.Loaded;
import org.springframework.beans.factory.annotation.Autowired;

/// Tables as people have them.
@MainstayTest
class TableImportTests {

    @Autowired
    Loader loader;

    @Autowired
    RecordStore store;

    @Autowired
    Entries entries;

    @Autowired
    Cast cast;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    private Job load(String file, String... parameters) throws IOException {
        return loader.job(loader.load(cast.ada(), "incidents", file, parameters(parameters)));
    }

    private List<String> wrong(byte[] file, String... parameters) throws IOException {
        return loader.load(cast.ada(), "incidents", file, parameters(parameters)) instanceof Loaded.Wrong(var sentences)
                ? sentences
                : List.of();
    }

    private List<String> wrong(String file, String... parameters) throws IOException {
        return wrong(file.getBytes(StandardCharsets.UTF_8), parameters);
    }

    private static Map<String, String> parameters(String... pairs) {
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private Snapshot keyed(String key) {
        return store.list(cast.ada(), IncidentType.INCIDENT, Query.of(Filter.is(Header.EXTERNAL_KEY, List.of(key))))
                .items()
                .getFirst();
    }

    @Test
    void aTableOfAnotherToolBecomesIncidentsOnce() throws Exception {
        var file = "﻿Ticket;Short text;Dringlichkeit;Impact;caller;Status;Opened;Priority\r\n"
                + mark + "1;\"Printer; \"\"smokes\"\"\";Hoch;High;max;Resolved;24.12.2025 13:45;2\r\n"
                + mark + "2;Screen;Niedrig;low;Max Sommer;new;2025-12-24T13:45:00Z;\r\n";
        var mapping = "{\"Short text\":\"title\",\"Status\":\"state\",\"Opened\":\"opened_at\"}";
        var asked = new String[] {"mapping", mapping, "key", "Ticket", "source", "old-desk"};
        var first = load(
                file.replace(
                        "Max Sommer",
                        store.get(cast.ada(), PersonType.PERSON, cast.max().id())
                                .orElseThrow()
                                .label()),
                asked);
        assertThat(loader.rows(first)).isEmpty();
        assertThat(first.counts()).isEqualTo(new Job.Counts(2, 0, 0, 0));
        var one = keyed(mark + "1");
        assertThat(one.get(IncidentType.TITLE)).isEqualTo("Printer; \"smokes\"");
        assertThat(one.get(IncidentType.STATE)).isEqualTo(Incident.State.RESOLVED);
        assertThat(one.get(IncidentType.CALLER)).isEqualTo(cast.max().id());
        assertThat(one.get(IncidentType.URGENCY)).isEqualTo(Incident.Level.HIGH);
        assertThat(one.get(IncidentType.PRIORITY)).isEqualTo(2);
        assertThat(one.get(IncidentType.OPENED_AT))
                .isEqualTo(LocalDateTime.parse("2025-12-24T13:45")
                        .atZone(cast.ada().zone())
                        .toInstant());
        assertThat(one.organisation()).isEqualTo(cast.one());
        assertThat(keyed(mark + "2").get(IncidentType.OPENED_AT)).isEqualTo(Instant.parse("2025-12-24T13:45:00Z"));
        var history = entries.of(one.id()).getFirst();
        assertThat(history.causeKind()).isEqualTo("import");
        assertThat(history.operation()).isEqualTo(first.id());
        assertThat(history.imported()).isTrue();
        var second = load(file.replace("Max Sommer", "max"), asked);
        assertThat(second.counts()).isEqualTo(new Job.Counts(0, 0, 2, 0));
        var changed = load(file.replace("Max Sommer", "max").replace("Screen", "Big screen"), asked);
        assertThat(changed.counts()).isEqualTo(new Job.Counts(0, 1, 1, 0));
        assertThat(entries.of(keyed(mark + "2").id())).hasSize(2);
    }

    @Test
    void aDryRunTellsWhatWouldBecomeAndWritesNothing() throws Exception {
        load("number,title\n,Dry " + mark + "\n");
        var number = store.list(
                        cast.ada(), IncidentType.INCIDENT, Query.of(Filter.is(IncidentType.TITLE, "Dry " + mark)))
                .items()
                .getFirst()
                .number();
        var file = "number,title,state,impact\n,New " + mark + ",,\n" + number + ",Other " + mark + ",,\n" + number
                + ",,closed,\n,x,,enormous\nINC9999999,x,,\n,,,high\n";
        var job = load(file, "dry_run", "true");
        assertThat(job.counts()).isEqualTo(new Job.Counts(1, 1, 0, 4));
        var rows = loader.rows(job);
        assertThat(rows.get(0)).isEqualTo("2 created");
        assertThat(rows.get(1)).isEqualTo("3 changed");
        assertThat(rows.get(2)).startsWith("4 refused The key");
        assertThat(rows.get(3)).startsWith("5 refused impact:").contains("enormous");
        assertThat(rows.get(4)).startsWith("6 refused number:");
        assertThat(rows.get(5)).startsWith("7 refused title:");
        assertThat(store.find(cast.ada(), IncidentType.INCIDENT, number)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void whatOnlyActionsChangeIsRefusedWithTheActions() throws Exception {
        load("title\nActions " + mark + "\n");
        var number = store.list(
                        cast.ada(), IncidentType.INCIDENT, Query.of(Filter.is(IncidentType.TITLE, "Actions " + mark)))
                .items()
                .getFirst()
                .number();
        var job = load("number,state,title\n" + number + ",resolved,Other\n");
        assertThat(job.counts()).isEqualTo(new Job.Counts(0, 0, 0, 1));
        assertThat(loader.rows(job).getFirst()).contains("state:", "resolve");
    }

    @Test
    void emptyCellsLeaveOrClear() throws Exception {
        var asked = new String[] {"key", "k", "source", "s" + mark};
        load("k,title,description\n1,T,Words\n", asked);
        assertThat(load("k,title,description\n1,T,\n", asked).counts()).isEqualTo(new Job.Counts(0, 0, 1, 0));
        assertThat(load("k,title,description\n1,T,\n", "key", "k", "source", "s" + mark, "blanks", "clear")
                        .counts())
                .isEqualTo(new Job.Counts(0, 1, 0, 0));
    }

    @Test
    void columnsThatNobodyKnowsAreNamed() throws Exception {
        assertThat(wrong("title,Colour,Shape\nx,red,round\n"))
                .hasSize(2)
                .anyMatch(it -> it.contains("Colour"))
                .anyMatch(it -> it.contains("Shape"));
        assertThat(load("title,Colour,Shape\nx,red,round\n", "ignore", "Colour,Shape")
                        .counts()
                        .created())
                .isEqualTo(1);
        assertThat(load("title,Colour,Shape\nx,red,round\n", "ignore", "*")
                        .counts()
                        .created())
                .isEqualTo(1);
        assertThat(wrong("title,x\na,b\n", "mapping", "{\"x\":\"nonsense\"}").getFirst())
                .contains("nonsense");
        assertThat(wrong("title,x\na,b\n", "mapping", "{\"x\":\"title\"}").getFirst())
                .contains("Two columns");
        assertThat(wrong("title\na\n", "mapping", "{\"y\":\"title\"}").getFirst())
                .contains("y");
        assertThat(wrong("title\na\n", "mapping", "[1]").getFirst()).contains("JSON");
        assertThat(wrong("title,k\na,1\n", "key", "k").getFirst()).contains("source");
        assertThat(wrong("title\na\n", "kex", "k").getFirst()).contains("mapping");
    }

    @Test
    void everyEncodingThatIsMarkedOrNamedIsRead() throws Exception {
        var file = "title\nGrüße € " + mark + "\n";
        for (var charset : List.of("utf-16le", "utf-16be", "windows-1252", "iso-8859-15")) {
            assertThat(loader.job(loader.load(
                                    cast.ada(),
                                    "incidents",
                                    file.getBytes(Charset.forName(charset)),
                                    Map.of("charset", charset)))
                            .counts()
                            .created())
                    .as(charset)
                    .isEqualTo(1);
        }
        assertThat(loader.job(loader.load(cast.ada(), "incidents", file.getBytes(StandardCharsets.UTF_16), Map.of()))
                        .counts()
                        .created())
                .isEqualTo(1);
        assertThat(store.list(
                                cast.ada(),
                                IncidentType.INCIDENT,
                                Query.of(Filter.is(IncidentType.TITLE, "Grüße € " + mark)))
                        .items())
                .hasSize(5);
        assertThat(wrong(file.getBytes(Charset.forName("windows-1252"))).getFirst())
                .contains("windows-1252");
        assertThat(wrong(file.getBytes(StandardCharsets.UTF_16LE)).getFirst()).contains("utf-16le");
        assertThat(wrong(file, "charset", "klingon").getFirst()).contains("utf-8");
    }

    @Test
    void whatIsNoTableIsNotAccepted() throws Exception {
        assertThat(wrong("").getFirst()).contains("empty");
        assertThat(wrong("title\n").getFirst()).contains("no rows");
        assertThat(wrong("title,Title\na,b\n").getFirst()).contains("Title");
        assertThat(wrong("title,,x\na,b,c\n").getFirst()).contains("Column 2");
        assertThat(wrong("title," + "x,".repeat(300) + "y\n").getFirst()).contains("302 columns");
        assertThat(wrong("title\n\"" + "a".repeat(1_100_000) + "\"\n").getFirst())
                .contains("line 2");
        assertThat(wrong("title\n\"open\n").getFirst()).contains("line 2");
        assertThat(wrong("title\n\"closed\"open\n").getFirst()).contains("line 2");
        assertThat(wrong(new byte[] {'P', 'K', 3, 4, 0, 0}).getFirst()).contains("Excel");
        assertThat(wrong(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}).getFirst()).contains("damaged");
        assertThat(wrong(gzip("title\n" + "Broken " + mark + "\n", 30)).getFirst())
                .contains("damaged");
        assertThat(wrong("number,version\nINC1,1\n").getFirst()).contains("No column");
    }

    @Test
    void aPackedBombIsNotUnpackedToItsEnd() throws Exception {
        var bomb = gzip("title\n" + "a lot of the same\n".repeat(2_000_000), Integer.MAX_VALUE);
        assertThat(bomb.length).isLessThan(100_000);
        var job = loader.job(loader.load(cast.ada(), "incidents", bomb, Map.of()));
        assertThat(job.state()).isEqualTo("failed");
        assertThat(job.error()).contains("MB");
        assertThat(job.counts().created()).isZero();
    }

    @Test
    void aTableThatBreaksOffInTheMiddleLeavesNothingBehind() throws Exception {
        var file = new StringBuilder("title\n");
        for (int i = 0; i < 1_500; i++) {
            file.append("Half ").append(mark).append('\n');
        }
        var job = load(file + "\"broken\"quote\nmore\n");
        assertThat(job.state()).isEqualTo("failed");
        assertThat(job.error()).contains("1502");
        assertThat(job.counts()).isEqualTo(new Job.Counts(0, 0, 0, 0));
        assertThat(store.count(cast.ada(), IncidentType.INCIDENT, Filter.is(IncidentType.TITLE, "Half " + mark))
                        .value())
                .isZero();
    }

    @Test
    void badRowsAreRefusedByTheirLines() throws Exception {
        var job = load(
                "title,caller\nGood,max\nToo,many,fields\nfew\nZero\u0000byte,max\nNo caller,nobody at all\n\nLast,\n");
        assertThat(job.counts()).isEqualTo(new Job.Counts(2, 0, 0, 4));
        assertThat(loader.rows(job))
                .extracting(it -> it.substring(0, Math.min(it.length(), 24)))
                .containsExactly(
                        "3 refused The row has 3 ",
                        "4 refused The row has 1 ",
                        "5 refused title: There i",
                        "6 refused caller: There ");
    }

    @Test
    void namesAreCreatedOnlyWhereThatWasSaid() throws Exception {
        var file = "title,caller,group\nOne,Jane " + mark + ",Crew " + mark + "\nTwo,Jane " + mark + ",Crew " + mark
                + "\n";
        assertThat(load(file).counts().refused()).isEqualTo(2);
        assertThat(load(file, "create_missing", "people,groups", "dry_run", "true")
                        .counts()
                        .created())
                .isEqualTo(2);
        assertThat(load(file).counts().refused()).isEqualTo(2);
        assertThat(load(file, "create_missing", "people,groups").counts().created())
                .isEqualTo(2);
        assertThat(load(file).counts().created()).isEqualTo(2);
        assertThat(store.find(cast.ada(), PersonType.PERSON, "jane." + mark)).isPresent();
    }

    @Test
    void linesOfJsonAreRowsAsWell() throws Exception {
        var file = "{\"k\":\"1\",\"title\":\"Json " + mark
                + "\",\"priority\":1,\"priority_reason\":\"so\",\"caller\":{\"id\":\""
                + cast.max().id()
                + "\",\"number\":\"max\"}}\n\n[1]\n{\"k\":\"2\",\"title\":4}\nnonsense\n{\"k\":\"3\",\"titel\":\"x\"}\n";
        assertThat(wrong(file, "key", "k", "source", mark).getFirst()).contains("titel");
        var job = load(file, "key", "k", "source", mark, "ignore", "titel");
        assertThat(job.counts()).isEqualTo(new Job.Counts(1, 0, 0, 4));
        assertThat(keyed("1").get(IncidentType.PRIORITY)).isEqualTo(1);
    }

    @Test
    void whoMayNotImportMayNot() throws Exception {
        assertThat(loader.load(cast.sam(), "incidents", "title\nx\n", Map.of())).isInstanceOf(Loaded.Wrong.class);
        var importer = cast.newcomer(ShippedRole.AGENT);
        assertThat(loader.load(importer, "people", "number,name\nx,y\n", Map.of()))
                .isInstanceOf(Loaded.Wrong.class);
    }

    private static byte[] gzip(String text, int most) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var bytes = packed.toByteArray();
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }
}
