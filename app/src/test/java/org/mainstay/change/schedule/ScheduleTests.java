package org.mainstay.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Conflicts and free times as clients see them, right after the writes they follow from.
@MainstayTest
class ScheduleTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "s" + UUID.randomUUID().toString().substring(0, 8);

    /// A stretch of time of this test's own, so that nobody else's freeze is in it.
    private final Instant night = Instant.now()
            .plus(30 + (mark.hashCode() & 1023), ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofHours(20));

    Api ada;
    Api carl;

    @BeforeEach
    void connect() {
        cast.everybody();
        carl = new Api(port, "carl");
        ada = carl.as("ada");
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    private String item(String itemClass) {
        return number(ada.post(
                "/configuration-items",
                "{\"class\":\"%s\",\"name\":\"%s %s\"}".formatted(itemClass, mark, UUID.randomUUID())));
    }

    private void dependsOn(String from, String to) {
        ada.post("/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201);
    }

    private String change(String type, String item, int from, int to, String more) {
        return number(carl.post("/changes", """
                {"title":"%s","type":"%s","configuration_item":"%s","planned_start":"%s","planned_end":"%s"%s}""".formatted(mark, type, item, at(from), at(to), more)));
    }

    private Instant at(int hours) {
        return night.plus(Duration.ofHours(hours));
    }

    private static List<String> kinds(JsonNode conflicts) {
        var kinds = new ArrayList<String>();
        conflicts.get("items").forEach(it -> kinds.add(it.get("kind").asString()));
        return kinds;
    }

    private JsonNode conflicts(String change) {
        return carl.get("/changes/" + change + "/conflicts").is(200).json();
    }

    @Test
    void changesToTheSameAndToDependentItemsAreInEachOthersWay() {
        var server = item("linux_server");
        var application = item("service_instance");
        var service = item("business_service");
        dependsOn(application, server);
        dependsOn(service, application);
        var patch = change("normal", server, 0, 2, "");
        assertThat(kinds(conflicts(patch))).isEmpty();
        var again = change("normal", server, 1, 3, "");
        var release = change("standard", service, 1, 4, "");
        change("normal", item("linux_server"), 0, 2, "");
        change("normal", server, 2, 3, "");

        var found = conflicts(patch).get("items");
        assertThat(kinds(conflicts(patch))).containsExactly("same_item", "dependent_item");
        assertThat(found.get(0).at("/change/number").asString()).isEqualTo(again);
        assertThat(found.get(1).at("/change/number").asString()).isEqualTo(release);
        assertThat(found.get(1).at("/item/number").asString()).isEqualTo(server);
        assertThat(found.get(1).at("/other_item/number").asString()).isEqualTo(service);
        assertThat(kinds(conflicts(release))).contains("needed_item");

        carl.post("/changes/" + again + "/cancel", "{\"reason\":\"Done by the patch\"}")
                .is(200);
        assertThat(kinds(conflicts(patch))).containsExactly("dependent_item");
        carl.post("/affected-items", """
                {"change":"%s","item":"%s","excluded":true,"reason":"It waits"}""".formatted(patch, service));
        assertThat(kinds(conflicts(patch))).isEmpty();
    }

    @Test
    void anotherWindowIsTriedWithoutBeingSaved() {
        var server = item("linux_server");
        var one = change("normal", server, 0, 2, "");
        change("normal", server, 4, 5, "");
        var tried = "/changes/" + one + "/conflicts?planned_start=%s&planned_end=%s";
        assertThat(kinds(carl.get(tried.formatted(at(3), at(6))).is(200).json()))
                .containsExactly("same_item");
        assertThat(kinds(carl.get(tried.formatted(at(5), at(6))).is(200).json()))
                .isEmpty();
        assertThat(kinds(conflicts(one))).isEmpty();
        carl.get(tried.formatted(at(6), at(5))).is(422);
        carl.get(tried.formatted("tomorrow", at(5))).is(422);
        carl.get("/changes/" + one + "/conflicts?planned_start=" + at(1)).is(422);
    }

    @Test
    void periodsPeopleAndMaintenanceWindowsStandInTheWay() {
        var server = item("linux_server");
        var service = item("business_service");
        dependsOn(service, server);
        number(carl.post("/freeze-periods", """
                {"name":"%s","starts_at":"%s","ends_at":"%s","items":["%s"]}""".formatted(mark, at(0), at(1), service)));
        number(carl.post("/freeze-periods", """
                {"name":"%s","kind":"blackout","starts_at":"%s","ends_at":"%s","items":["%s"],
                 "recurrence_rule":"FREQ=DAILY;COUNT=2"}""".formatted(mark, at(-22), at(-21), server)));
        number(carl.post("/maintenance-windows", """
                {"name":"%s","starts_at":"%s","ends_at":"%s","items":["%s"]}""".formatted(mark, at(1), at(4), service)));
        number(carl.post("/absences", """
                {"from_at":"%s","to_at":"%s"}""".formatted(at(2), at(3))));
        var busy = change("normal", item("linux_server"), 3, 5, ",\"assignee\":\"carl\"");
        number(carl.post("/change-tasks", """
                {"title":"Look","change":"%s","assignee":"carl"}""".formatted(change("normal", item("linux_server"), 3, 4, ""))));

        var planned = change("normal", server, 0, 5, ",\"assignee\":\"carl\"");
        assertThat(kinds(conflicts(planned)))
                .containsExactly(
                        "blackout",
                        "freeze",
                        "outside_maintenance_window",
                        "outside_maintenance_window",
                        "assignee_busy",
                        "assignee_busy",
                        "assignee_absent");
        var emergency = change("emergency", server, 0, 5, "");
        assertThat(kinds(conflicts(emergency))).doesNotContain("freeze").contains("blackout");
        assertThat(carl.get("/changes/" + planned + "/conflicts").text()).contains(busy);

        var moved = change("normal", server, 0, 1, ",\"assignee\":\"carl\"");
        carl.post("/changes/" + emergency + "/cancel", "{\"reason\":\"x\"}").is(200);
        carl.post("/changes/" + planned + "/cancel", "{\"reason\":\"x\"}").is(200);
        var slots = carl.get("/changes/" + moved + "/slots").is(200).json();
        assertThat(slots.get("length").asString()).isEqualTo("PT1H");
        assertThat(slots.get("items")).hasSize(1);
        assertThat(slots.at("/items/0/planned_start").asString()).isEqualTo(at(1).toString());
        carl.patch("/changes/" + moved, "{\"assignee\":null}").is(200);
        var alone = carl.get("/changes/" + moved + "/slots").is(200).json().get("items");
        assertThat(alone).hasSize(2);
        assertThat(alone.get(1).get("planned_start").asString()).isEqualTo(at(3).toString());
    }

    @Test
    void theNextFreeTimesBeginWithThePlannedStart() {
        var server = item("linux_server");
        var one = change("normal", server, 0, 2, "");
        change("normal", server, 1, 4, "");
        var slots = carl.get("/changes/" + one + "/slots").is(200).json().get("items");
        assertThat(slots).hasSize(3);
        assertThat(slots.get(0).get("planned_start").asString()).isEqualTo(at(4).toString());
        assertThat(slots.get(1).get("planned_start").asString()).isEqualTo(at(6).toString());
        var unplanned = number(carl.post("/changes", "{\"title\":\"%s\",\"type\":\"normal\"}".formatted(mark)));
        var now = carl.get("/changes/" + unplanned + "/slots").is(200).json();
        assertThat(now.get("length").asString()).isEqualTo("PT1H");
        assertThat(Instant.parse(now.at("/items/0/planned_start").asString()))
                .isAfter(Instant.now().minusSeconds(1));
        assertThat(conflicts(unplanned).get("window").isNull()).isTrue();
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        var period = "{\"name\":\"%s\",\"starts_at\":\"%s\",\"ends_at\":\"%s\"%s}";
        carl.post("/freeze-periods", period.formatted(mark, at(2), at(1), "")).refused(422, "/ends_at");
        carl.post("/freeze-periods", period.formatted(mark, at(0), at(1), ",\"recurrence_rule\":\"FREQ=SECONDLY\""))
                .refused(422, "/recurrence_rule");
        carl.post("/freeze-periods", period.formatted(mark, at(0), at(1), ",\"zone\":\"Moon/Crater\""))
                .refused(422, "/zone");
        carl.post("/maintenance-windows", period.formatted(mark, at(0), at(1), ""))
                .refused(422, "/items");
        carl.as("nina")
                .post("/freeze-periods", period.formatted(mark, at(0), at(1), ""))
                .is(403);
    }

    @Test
    void otherOrganisationsLearnNothing() {
        var one = change("normal", item("linux_server"), 0, 2, "");
        carl.as("olga").get("/changes/" + one + "/conflicts").is(404);
        carl.as("olga").get("/changes/" + one + "/slots").is(404);
        carl.as("max").get("/changes/" + one + "/conflicts").is(404);
    }
}
