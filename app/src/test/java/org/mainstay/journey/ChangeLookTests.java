package org.mainstay.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of changes in all sizes and both themes.
@MainstayTest
class ChangeLookTests {

    private static final Fitness FITNESS = new Fitness();

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    private static String number(Api.Answer made) {
        return made.is(201).json().get("number").asString();
    }

    @Test
    void pagesOfChangesAreFitForEverybody() {
        cast.everybody();
        var carl = new Api(port, "carl");
        var item = number(
                carl.as("ada").post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"Renewed\"}"));
        var change = number(carl.post("/changes", """
                {"title":"Exchange the firewall of the warehouse","type":"normal","configuration_item":"%s",
                 "implementation_plan":"1. Save\\n2. Exchange","planned_start":"2026-12-01T19:00:00Z",
                 "planned_end":"2026-12-01T23:00:00Z"}""".formatted(item)));
        var another = number(carl.post("/changes", """
                {"title":"Exchange its battery","type":"emergency","configuration_item":"%s",
                 "planned_start":"2026-12-01T20:00:00Z","planned_end":"2026-12-01T21:00:00Z"}""".formatted(item)));
        number(carl.post("/change-tasks", "{\"title\":\"Move the uplinks\",\"change\":\"%s\"}".formatted(change)));
        number(carl.post(
                "/affected-items",
                "{\"change\":\"%s\",\"item\":\"%s\",\"reason\":\"It is exchanged\"}".formatted(change, item)));
        number(carl.post("/changes", """
                {"title":"Patch it","type":"normal","configuration_item":"%s","planned_start":"2026-12-01T20:00:00Z",
                 "planned_end":"2026-12-01T21:00:00Z"}""".formatted(item)));
        number(carl.post("/freeze-periods", """
                {"name":"Year end","starts_at":"2026-12-01T20:00:00Z","ends_at":"2027-01-02T00:00:00Z"}"""));
        var linked = number(carl.post("/incidents", """
                {"title":"The tunnel to the warehouse drops","configuration_item":"%s"}""".formatted(item)));
        carl.post("/changes/" + change + "/record_afterwards", """
                {"actual_start":"2026-01-01T00:00:00Z","actual_end":"%s","outcome":"failed","reason":"It burned",
                 "review":"Carry over the time-outs."}""".formatted(
                                Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                .is(200);
        carl.post("/changes/" + change + "/links", "{\"type\":\"causes\",\"to\":\"%s\"}".formatted(linked))
                .is(201);
        carl.post("/changes/" + change + "/close", "{}").is(200);
        number(carl.post("/incidents", """
                {"title":"Mail from customers arrives hours late","configuration_item":"%s"}""".formatted(item)));
        carl.post("/calendar-feeds", "{\"name\":\"Phone\",\"filter\":\"group:mygroups\"}")
                .is(201);
        FITNESS.check(
                port,
                "carl",
                "/changes",
                "/changes/feeds",
                "/freeze-periods",
                "/changes/calendar?date=2026-12-01",
                "/changes/calendar?view=week&date=2026-12-01",
                "/changes/calendar?view=timeline&by=group&date=2026-12-01",
                "/maintenance-windows/new",
                "/changes/" + another + "/conflicts",
                "/changes/" + another,
                "/changes/" + change,
                "/changes/" + change + "/affected",
                "/changes/" + another + "/risk",
                "/changes/calibration",
                "/changes/" + change + "/incidents",
                "/incidents/" + linked + "/changes",
                "/changes/success",
                "/changes/success?by=group",
                "/changes/" + another + "/actions/record_afterwards",
                "/affected-items/new?change=" + change,
                "/configuration-items/" + item);
        FITNESS.check(port, "ada", "/change-models/new", "/risk-rules", "/risk-rules/new", "/risk-questions/new");
    }
}
