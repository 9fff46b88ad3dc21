package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What incidents give away by themselves, night by night, each test in an organisation of its own.
@MainstayTest
class CandidateTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    CandidateQueries queries;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    private final String mark = "c" + UUID.randomUUID().toString().substring(0, 8);
    private ShiftingClock night;
    private Candidates candidates;
    private UUID organisation;
    private String service;
    Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        night = new ShiftingClock(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        candidates = candidates(new ProblemSettings(LocalTime.of(2, 0), Duration.ofDays(30), 5, 1.5, "60 EUR"));
        organisation = organisation("Company " + mark);
        service = ada.post("/services", "{\"name\":\"Scan %s\",\"organisation\":\"%s\"}".formatted(mark, organisation))
                .is(201)
                .json()
                .get("id")
                .asString();
    }

    private Candidates candidates(ProblemSettings settings) {
        return new Candidates(store, queries, transactions, settings, night, ZoneOffset.UTC);
    }

    /// Nobody else looks at it meanwhile.
    private UUID organisation(String name) {
        var made = ada.post("/organisations", "{\"name\":\"%s\"}".formatted(name))
                .is(201)
                .json();
        var id = UUID.fromString(made.get("id").asString());
        queries.looked(id, clock.instant().plus(Duration.ofDays(9_999)));
        return id;
    }

    private String incident(String title, int daysAgo) {
        return incident(organisation, title, daysAgo, false);
    }

    private String incident(UUID in, String title, int daysAgo, boolean confidential) {
        var opened = night.instant().minus(Duration.ofDays(daysAgo)).minusSeconds(60);
        var plan = Plan.of(Cause.CREATED).at(night.instant());
        var step = plan.create(IncidentType.INCIDENT);
        step.values()
                .set(IncidentType.TITLE, title)
                .set(IncidentType.SERVICE, UUID.fromString(service))
                .set(IncidentType.OPENED_AT, opened)
                .set(IncidentType.CONFIDENTIAL, confidential)
                .set(Header.ORGANISATION, in);
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        return store.get(cast.system(), IncidentType.INCIDENT, step.id())
                .orElseThrow()
                .number();
    }

    private List<String> incidents(int count, int daysAgo) {
        return IntStream.range(0, count)
                .mapToObj(it -> incident("Scanner " + it + " loses session " + mark, daysAgo))
                .toList();
    }

    private List<JsonNode> all() {
        return all(organisation);
    }

    private List<JsonNode> all(UUID of) {
        var name = ada.get("/organisations/" + of).json().get("number").asString();
        var items = ada.get("/problem-candidates?filter=organisation:" + name)
                .is(200)
                .json()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode only() {
        candidates.look(organisation);
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private Api.Answer act(JsonNode candidate, String action, String body) {
        return ada.post("/problem-candidates/" + candidate.get("number").asString() + "/" + action, body);
    }

    private String state(JsonNode candidate) {
        return ada.get("/problem-candidates/" + candidate.get("number").asString())
                .is(200)
                .json()
                .get("state")
                .asString();
    }

    @Test
    void fiveAlikeMakeOneThatSaysWhatTheyShareAndWhatTheyCost() {
        incidents(2, 40);
        var behind = incidents(4, 3);
        candidates.look(organisation);
        assertThat(all()).isEmpty();
        incident("Lamp is dark " + mark, 1);
        incident("Another scanner session " + mark, 1);
        var last = incident("Session of a scanner ends " + mark, 1);
        var one = only();
        assertThat(one.get("number").asString()).startsWith("PBC");
        assertThat(one.get("state").asString()).isEqualTo("open");
        assertThat(one.get("words").asString()).contains("scanner", "session", mark);
        assertThat(one.at("/service/id").asString()).isEqualTo(service);
        assertThat(one.get("incident_count").asInt()).isEqualTo(6);
        assertThat(one.get("incident_count_before").asInt()).isEqualTo(2);
        assertThat(one.get("growth").asInt()).isEqualTo(4);
        long minutes = one.get("minutes_lost").asLong();
        assertThat(minutes).isBetween(14L * 1_440, 14L * 1_440 + 20);
        assertThat(one.at("/cost/amount").asString()).isEqualTo(minutes + ".00");
        var told = ada.get("/problem-candidates/" + one.get("number").asString() + "/incidents")
                .is(200)
                .json();
        assertThat(told.get("count").asInt()).isEqualTo(6);
        assertThat(told.get("items")).hasSize(6);
        assertThat(told.get("items").toString()).contains(behind).contains(last);
    }

    @Test
    void theSameClusterKeepsItsRecordAndNothingIsSavedWhereNothingChanged() {
        incidents(5, 3);
        var one = only();
        var again = only();
        assertThat(again.get("version").asLong()).isEqualTo(one.get("version").asLong());
        incidents(1, 0);
        night.pass(Duration.ofDays(1));
        var grown = only();
        assertThat(grown.get("id")).isEqualTo(one.get("id"));
        assertThat(grown.get("incident_count").asInt()).isEqualTo(6);
    }

    @Test
    void aClusterWhoseWordsShiftKeepsItsRecord() {
        for (int i = 0; i < 5; i++) {
            incident("Alpha scanner session", 3);
        }
        var one = only();
        assertThat(one.get("title").asString()).isEqualTo("Alpha scanner session");
        incident("Scanner without session", 1);
        var shifted = only();
        assertThat(shifted.get("id")).isEqualTo(one.get("id"));
        assertThat(shifted.get("incident_count").asInt()).isEqualTo(6);
    }

    @Test
    void aDismissedOneComesBackOnlyWhenItGrew() {
        incidents(6, 3);
        var one = only();
        act(one, "dismiss", "{}").refused(422, "/reason");
        act(one, "dismiss", "{\"reason\":\"Old scanners\"}").is(200);
        act(one, "dismiss", "{\"reason\":\"Again\"}").problem(403);
        act(one, "accept", "{}").problem(403);
        var dismissed =
                ada.get("/problem-candidates/" + one.get("number").asString()).json();
        assertThat(dismissed.get("dismissal_reason").asString()).isEqualTo("Old scanners");
        assertThat(dismissed.at("/decided_by/number").asString()).isEqualTo("ada");
        incidents(2, 1);
        only();
        assertThat(state(one)).isEqualTo("dismissed");
        incidents(1, 1);
        var back = only();
        assertThat(back.get("id")).isEqualTo(one.get("id"));
        assertThat(back.get("state").asString()).isEqualTo("open");
        assertThat(back.get("incident_count").asInt()).isEqualTo(9);
        assertThat(back.get("dismissal_reason").isNull()).isTrue();
    }

    @Test
    void oneFadesWithItsIncidentsAndComesBackWithNewOnes() {
        incidents(5, 3);
        var one = only();
        night.pass(Duration.ofDays(31));
        only();
        assertThat(state(one)).isEqualTo("faded");
        incidents(5, 1);
        only();
        assertThat(state(one)).isEqualTo("open");
    }

    @Test
    void acceptingMakesOneProblemHoweverManyDoItAtOnce() {
        var behind = incidents(5, 3);
        var one = only();
        var answers = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> act(one, "accept", "{}").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 403, 403, 403);
        var problem = ada.get("/problem-candidates/" + one.get("number").asString())
                .json()
                .at("/problem/number")
                .asString();
        var made = ada.get("/problems/" + problem).is(200).json();
        assertThat(made.get("title")).isEqualTo(one.get("title"));
        assertThat(made.at("/service/id").asString()).isEqualTo(service);
        assertThat(made.at("/organisation/id").asString()).isEqualTo(organisation.toString());
        assertThat(ada.get("/problems/" + problem + "/incidents")
                        .json()
                        .get("items")
                        .toString())
                .contains(behind);
        incidents(6, 0);
        night.pass(Duration.ofHours(1));
        only();
        assertThat(state(one)).isEqualTo("accepted");
        ada.post("/problems/" + problem + "/cancel", "{\"reason\":\"It was the toaster\"}")
                .is(200);
        only();
        night.pass(Duration.ofDays(1));
        for (int i = 0; i < 5; i++) {
            incident("Scanner loses session " + mark, 0);
        }
        candidates.look(organisation);
        assertThat(all()).hasSize(2);
    }

    @Test
    void whatIsConfidentialMergedCancelledOrDealtWithDoesNotCount() {
        var behind = incidents(5, 3);
        incident(organisation, "Scanner loses session " + mark, 2, true);
        var problem =
                number(ada.post("/problems/from_incidents", "{\"incidents\":[\"%s\"]}".formatted(behind.getFirst())));
        candidates.look(organisation);
        assertThat(all()).isEmpty();
        ada.delete("/problems/" + problem).is(204);
        var one = only();
        assertThat(one.get("incident_count").asInt()).isEqualTo(5);
        ada.post("/incidents/" + behind.getLast() + "/cancel", "{}").is(200);
        only();
        assertThat(state(one)).isEqualTo("faded");
    }

    @Test
    void organisationsAreKeptApart() {
        var other = organisation("Other " + mark);
        incidents(4, 3);
        for (int i = 0; i < 4; i++) {
            incident(other, "Scanner loses session " + mark, 3, false);
        }
        candidates.look(organisation);
        candidates.look(other);
        assertThat(all()).isEmpty();
        assertThat(all(other)).isEmpty();
        incident(other, "Scanner loses session " + mark, 3, false);
        candidates.look(organisation);
        candidates.look(other);
        assertThat(all()).isEmpty();
        assertThat(all(other)).hasSize(1);
        var one = all(other).getFirst().get("number").asString();
        for (String who : List.of("paula", "sam", "max", "olga", "tim")) {
            ada.as(who).get("/problem-candidates/" + one).problem(404);
            ada.as(who).get("/problem-candidates/" + one + "/incidents").problem(404);
            ada.as(who).post("/problem-candidates/" + one + "/accept", "{}").problem(404);
        }
        ada.as("paula").post("/problem-candidates", "{\"title\":\"Mine\"}").problem(403);
    }

    @Test
    void aRoundThatWasBrokenOffGoesOn() {
        incidents(5, 3);
        var due = night.instant().minus(Duration.ofDays(1));
        queries.looked(organisation, due.minusSeconds(1));
        var all = new HashSet<UUID>();
        for (var next = queries.due(due); next.isPresent() && all.add(next.get()); next = queries.due(due)) {
            queries.looked(next.get(), clock.instant().plus(Duration.ofDays(9_999)));
        }
        assertThat(all).contains(organisation);
        assertThat(queries.due(due)).isEmpty();
        // as after a kill between the record and what is kept of it
        candidates.look(organisation);
        var one = all().getFirst();
        queries.keep(UUID.fromString(one.get("id").asString()), "other", List.of());
        candidates.look(organisation);
        candidates.look(organisation);
        assertThat(all().stream().filter(it -> it.get("state").asString().equals("open")))
                .hasSize(1);
    }

    @Test
    void hostileTitlesMakeNoHarm() {
        var title = "<script>alert(1)</script> '; drop table x; -- | %s {0} \u202e " + "w".repeat(100);
        for (int i = 0; i < 5; i++) {
            incident(title, 3);
        }
        var one = only();
        assertThat(one.get("title").asString()).startsWith("<script>");
        var client = new Client(port);
        var cookie = client.signIn("ada", Cast.PASSWORD);
        for (String path : List.of("", "/incidents")) {
            var page = client.get("/problem-candidates/" + one.get("number").asString() + path, "Cookie", cookie);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
        }
        ada.get("/problem-candidates/%00/incidents").problem(400);
        ada.get("/problem-candidates?filter=growth%3E%27").problem(422);
    }
}
