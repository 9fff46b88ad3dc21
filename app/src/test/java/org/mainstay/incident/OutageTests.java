package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What everybody is told of a major incident, who says that it affects them, and what nobody is told.
@MainstayTest
class OutageTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Api mia;
    Api somebody;

    private final String mark = "o" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
        mia = new Api(port, "ada");
        somebody = mia.as(cast.userName(cast.newcomer()));
    }

    /// @param more attributes in JSON, each after a comma
    private String incident(String more) {
        var body = "{\"title\":\"Secret %s mbx-02 hangs\",\"caller\":\"max\"%s}".formatted(mark, more);
        return mia.post("/incidents", body).is(201).json().get("number").stringValue();
    }

    private String major(String more) {
        var number = incident(more);
        mia.post("/incidents/" + number + "/accept_major", "{}").is(200);
        return number;
    }

    private String outage() {
        return major(",\"status_text\":\"Mail is late " + mark + "\"");
    }

    private static long count(Api api, String number) {
        return api.get("/incidents/" + number)
                .is(200)
                .json()
                .get("affected_count")
                .asLong();
    }

    private List<JsonNode> entries(Api api, String number) {
        var affected = new ArrayList<JsonNode>();
        api.get("/incidents/" + number + "/history").is(200).json().get("items").forEach(it -> {
            if (it.get("cause").get("name").asString("").equals("add_affected")) {
                affected.add(it);
            }
        });
        return affected;
    }

    @Test
    void everybodyOfTheOrganisationIsToldThePublicPartAndNothingElse() {
        var number = outage();
        mia.post("/incidents/" + number + "/comments", "{\"text\":\"Comment " + mark + "\"}")
                .is(201);
        var told = somebody.get("/outages/" + number).is(200);
        assertThat(told.text()).contains("Mail is late " + mark).doesNotContain("Secret", "mbx-02", "Comment", "max");
        assertThat(told.json().propertyNames())
                .containsExactlyInAnyOrder("number", "text", "service", "since", "ended", "over", "affected");
        assertThat(somebody.get("/outages").is(200).text()).contains(number).doesNotContain("Secret", "mbx-02");
        somebody.get("/incidents/" + number).problem(404);
        somebody.get("/incidents/" + number + "/comments").problem(404);
        somebody.get("/incidents/" + number + "/affected").problem(404);
    }

    @Test
    void peopleOfAnotherOrganisationAreToldNothing() {
        var number = outage();
        for (var other : List.of("tim", "olga")) {
            var theirs = mia.as(other);
            theirs.get("/outages/" + number).problem(404);
            theirs.post("/outages/" + number + "/me_too", "").problem(404);
            assertThat(theirs.get("/outages").is(200).text()).doesNotContain(number, mark);
        }
        assertThat(count(mia, number)).isZero();
    }

    @Test
    void nothingIsPublicByAccident() {
        var proposed = incident(",\"status_text\":\"Proposed " + mark + "\"");
        mia.post("/incidents/" + proposed + "/propose_major", "{}").is(200);
        var silent = major("");
        var confidential = major(",\"status_text\":\"Hidden " + mark + "\",\"confidential\":true");
        for (var number : List.of(proposed, silent, confidential, "INC9999999", "nonsense", "INC1%20")) {
            somebody.get("/outages/" + number).problem(404);
            somebody.post("/outages/" + number + "/me_too", "").problem(404);
        }
        assertThat(somebody.get("/outages").is(200).text()).doesNotContain(proposed, silent, confidential);
        somebody.post("/incidents", "{\"title\":\"Mine " + mark + "\",\"status_text\":\"For all\"}")
                .refused(422, "/status_text");
    }

    @Test
    void whoeverSaysItTwiceIsAffectedOnce() {
        var number = outage();
        assertThat(somebody.post("/outages/" + number + "/me_too", "")
                        .is(200)
                        .json()
                        .get("affected")
                        .asBoolean())
                .isTrue();
        somebody.post("/outages/" + number + "/me_too", "").is(200);
        assertThat(count(mia, number)).isOne();
        assertThat(entries(mia, number)).hasSize(1);
        somebody.get("/incidents/" + number).problem(404);
        assertThat(entries(mia.as("max"), number)).isEmpty();
        assertThat(mia.as("max").get("/incidents/" + number + "/history").text())
                .doesNotContain(somebody.who());
    }

    @Test
    void manyAtOnceAreEachAffectedOnce() throws Exception {
        var number = outage();
        var people = new ArrayList<Api>();
        for (int i = 0; i < 4; i++) {
            people.add(mia.as(cast.userName(cast.newcomer())));
        }
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 3; i++) {
            people.forEach(it -> calls.add(
                    () -> it.post("/outages/" + number + "/me_too", "").status()));
        }
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(calls)) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        assertThat(count(mia, number)).isEqualTo(4);
        assertThat(entries(mia, number)).hasSize(4);
    }

    @Test
    void thoseWhoWorkOnItSeeAndSayWhomItAffects() {
        var number = outage();
        somebody.post("/outages/" + number + "/me_too", "").is(200);
        var sam = mia.as("sam");
        sam.post("/incidents/" + number + "/add_affected", "{\"affected_person\":\"eve\"}")
                .is(200);
        sam.post("/incidents/" + number + "/add_affected", "{\"affected_person\":\"eve\"}")
                .refused(422, "/affected_person");
        sam.post("/incidents/" + number + "/add_affected", "{\"affected_person\":\"nobody-at-all\"}")
                .refused(422, "/affected_person");
        var affected = sam.get("/incidents/" + number + "/affected").is(200);
        assertThat(affected.json().get("items")).hasSize(2);
        assertThat(affected.text()).contains("\"eve\"", somebody.who());
        mia.as("max").get("/incidents/" + number + "/affected").problem(404);
        assertThat(sam.get("/incidents?filter=affected_count%3E1%20" + mark)
                        .is(200)
                        .text())
                .contains(number);
        assertThat(mia.as("eve")
                        .get("/outages/" + number)
                        .is(200)
                        .json()
                        .get("affected")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theAffectedHearThatItIsOverAndOthersSeeNothingAnyMore() {
        var number = outage();
        somebody.post("/outages/" + number + "/me_too", "").is(200);
        var solved = "{\"resolution_code\":\"fixed\",\"resolution\":\"Restarted mbx-02\"}";
        mia.post("/incidents/" + number + "/resolve", solved).is(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(somebody.get("/notifications?unread=true")
                                .is(200)
                                .text())
                        .contains("\"ended\"", "Mail is late " + mark));
        assertThat(somebody.get("/notifications").text()).doesNotContain("Secret", "mbx-02");
        var told = somebody.get("/outages/" + number).is(200);
        assertThat(told.json().get("over").asBoolean()).isTrue();
        assertThat(told.text()).doesNotContain("Restarted");
        assertThat(somebody.get("/outages").text()).doesNotContain(number);
        mia.as(cast.userName(cast.newcomer())).get("/outages/" + number).problem(404);
        mia.patch("/incidents/" + number, "{\"confidential\":true}").is(200);
        somebody.get("/outages/" + number).problem(404);
        assertThat(somebody.get("/notifications").is(200).text()).doesNotContain(mark);
    }
}
