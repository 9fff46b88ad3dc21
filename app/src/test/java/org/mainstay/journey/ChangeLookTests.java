package org.mainstay.journey;

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
        number(carl.post("/change-tasks", "{\"title\":\"Move the uplinks\",\"change\":\"%s\"}".formatted(change)));
        number(carl.post(
                "/affected-items",
                "{\"change\":\"%s\",\"item\":\"%s\",\"reason\":\"It is exchanged\"}".formatted(change, item)));
        number(carl.post("/changes", """
                {"title":"Patch it","type":"normal","configuration_item":"%s","planned_start":"2026-12-01T20:00:00Z",
                 "planned_end":"2026-12-01T21:00:00Z"}""".formatted(item)));
        number(carl.post("/freeze-periods", """
                {"name":"Year end","starts_at":"2026-12-01T20:00:00Z","ends_at":"2027-01-02T00:00:00Z"}"""));
        carl.post("/calendar-feeds", "{\"name\":\"Phone\",\"filter\":\"group:mygroups\"}")
                .is(201);
        FITNESS.check(
                port,
                "carl",
                "/changes",
                "/changes/feeds",
                "/freeze-periods",
                "/maintenance-windows/new",
                "/changes/" + change + "/conflicts",
                "/changes/" + change,
                "/changes/" + change + "/affected",
                "/changes/" + change + "/actions/record_afterwards",
                "/affected-items/new?change=" + change,
                "/configuration-items/" + item);
        FITNESS.check(port, "ada", "/change-models/new");
    }
}
