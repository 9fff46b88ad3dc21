package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.ShiftingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Whether a problem came back after its fix.
@MainstayTest
class RecurrenceTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    RecurrenceQueries queries;

    @Autowired
    Clock clock;

    private final String mark = "r" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api paula;
    private String service;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        paula = ada.as("paula");
        service = number(ada.post("/services", "{\"name\":\"Print " + mark + "\"}"));
    }

    private String incident(String title, int daysAgo, String more) {
        var opened = clock.instant().minus(Duration.ofDays(daysAgo)).plusSeconds(60);
        return number(ada.post(
                "/incidents",
                "{\"title\":\"%s\",\"service\":\"%s\",\"opened_at\":\"%s\"%s}"
                        .formatted(title, service, opened, more)));
    }

    /// Resolved so long ago.
    private String problem(int daysAgo) {
        var before = incident("Printer jams with " + mark, daysAgo + 5, "");
        var one = number(paula.post("/problems/from_incidents", "{\"incidents\":[\"%s\"]}".formatted(before)));
        var plan = Plan.of(Cause.EDITED).at(clock.instant().minus(Duration.ofDays(daysAgo)));
        plan.edit(read(one))
                .set(ProblemType.STATE, Problem.State.RESOLVED)
                .set(ProblemType.CAUSE, "Dry paper")
                .set(ProblemType.FIX, "Wet paper");
        assertThat(store.save(cast.system(), plan)).isInstanceOf(Saved.Done.class);
        return one;
    }

    private Snapshot read(String problem) {
        return store.find(cast.system(), ProblemType.PROBLEM, problem).orElseThrow();
    }

    private JsonNode told(String problem) {
        return paula.get("/problems/" + problem + "/recurrence").is(200).json();
    }

    private void count(Duration later) {
        var then = new ShiftingClock(clock.instant().plus(later));
        var recurrences = new Recurrences(store, queries, then);
        for (int i = 0; i < 20 && recurrences.step(); i++) {
            assertThat(i).isLessThan(19);
        }
    }

    @Test
    void whatIsLinkedOrAlikeCountsFromTheResolutionOn() {
        var one = problem(40);
        var soon = incident("Printer jams again " + mark, 30, "");
        var late = incident("Jams: printer " + mark, 5, "");
        incident("Printer is empty", 5, "");
        incident("Printer jams " + mark, 39, ",\"confidential\":true");
        var linked = incident("Smoke", 20, "");
        paula.post("/problems/" + one + "/link_incidents", "{\"incidents\":[\"%s\"]}".formatted(linked))
                .is(200);
        var told = told(one);
        assertThat(told.get("items")).hasSize(3);
        assertThat(told.at("/items/0/record/number").asString()).isEqualTo(late);
        assertThat(told.at("/items/0/linked").asBoolean()).isFalse();
        assertThat(told.at("/items/1/record/number").asString()).isEqualTo(linked);
        assertThat(told.at("/items/1/linked").asBoolean()).isTrue();
        assertThat(told.at("/items/2/record/number").asString()).isEqualTo(soon);
        assertThat(told.at("/measures/0/days").asInt()).isEqualTo(30);
        assertThat(told.at("/measures/0/over").asBoolean()).isTrue();
        assertThat(told.at("/measures/0/count").asInt()).isEqualTo(2);
        assertThat(told.at("/measures/1/over").asBoolean()).isFalse();
        assertThat(told.at("/measures/1/count").asInt()).isEqualTo(3);
        var page = panel(one);
        assertThat(page).contains("Within 30 days: 2 incidents.", "Within 90 days, so far: 3 incidents.", soon);
        for (String other : List.of("max", "olga")) {
            ada.as(other).get("/problems/" + one + "/recurrence").problem(404);
        }
    }

    private String panel(String problem) {
        var client = new Client(port);
        var cookie = client.signIn("paula", Cast.PASSWORD);
        return client.get("/problems/" + problem + "/recurrence", "Cookie", cookie, "HX-Request", "true")
                .body();
    }

    @Test
    void itIsKeptOnceTheDaysAreOver() {
        var one = problem(20);
        incident("Printer jams again " + mark, 10, "");
        count(Duration.ofDays(9));
        assertThat(read(one).get(ProblemType.RECURRED_30)).isNull();
        count(Duration.ofDays(11));
        assertThat(read(one).get(ProblemType.RECURRED_30)).isEqualTo(1);
        assertThat(read(one).get(ProblemType.RECURRED_90)).isNull();
        long version = read(one).version();
        count(Duration.ofDays(71));
        assertThat(read(one).get(ProblemType.RECURRED_90)).isEqualTo(1);
        assertThat(read(one).version()).isEqualTo(version + 1);
        count(Duration.ofDays(100));
        assertThat(read(one).version()).isEqualTo(version + 1);
        assertThat(paula.get("/problems/" + one).json().get("recurred_30").asInt())
                .isEqualTo(1);
        paula.patch("/problems/" + one, "{\"recurred_30\":0}").problem(422);
    }

    @Test
    void aProblemThatIsReopenedIsCountedAnew() {
        var one = problem(35);
        count(Duration.ZERO);
        assertThat(read(one).get(ProblemType.RECURRED_30)).isZero();
        paula.post("/problems/" + one + "/reopen", "{\"reason\":\"It burns again\"}")
                .is(200);
        assertThat(read(one).get(ProblemType.RECURRED_30)).isNull();
        assertThat(told(one).get("measures")).isEmpty();
        assertThat(panel(one)).doesNotContain("Within");
    }

    @Test
    void nothingComesBackOfWhatIsAboutNothingOrNothingAtAll() {
        var one = number(paula.post("/problems", "{\"title\":\"Alone " + mark + "\"}"));
        assertThat(told(one).get("resolved_at").isNull()).isTrue();
        assertThat(told(one).get("items")).isEmpty();
        var plan = Plan.of(Cause.EDITED).at(clock.instant().minus(100, ChronoUnit.DAYS));
        plan.edit(read(one))
                .set(ProblemType.STATE, Problem.State.RESOLVED)
                .set(ProblemType.CAUSE, "A")
                .set(ProblemType.FIX, "B");
        assertThat(store.save(Installation.ITSELF, plan)).isInstanceOf(Saved.Done.class);
        assertThat(told(one).at("/measures/1/count").asInt()).isZero();
        assertThat(told(one).at("/measures/1/over").asBoolean()).isTrue();
    }
}
