package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Input;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.people.GroupType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first page: what one looked at lately, and what a lead's groups have to do.
@MainstayTest
class HomeJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @BeforeEach
    void everybodyIsThere() {
        cast.everybody();
    }

    private Snapshot make(Actor who, RecordType<?> type, Map<String, String> values) {
        var outcome = acts.create(who, type, Input.texts(values), List.of(), false);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).record();
    }

    @Test
    void whatWasOpenedIsFoundAgainByWhoOpenedIt() {
        var record = make(cast.sam(), IncidentType.INCIDENT, Map.of("title", "Turteltaube sits on the antenna"));
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open("/incidents/" + record.number()).reads("Turteltaube").open("/");
            var seen = sam.page().locator(".home-seen li").first();
            assertThat(seen).containsText(record.number());
            seen.locator("a").click();
            sam.reads("Turteltaube sits on the antenna");
            sam.settled();
        }
        try (var nina = Window.of(port, "nina", Look.DESK)) {
            nina.open("/");
            assertThat(nina.page().locator(".home-seen")).not().containsText("Turteltaube");
        }
    }

    @Test
    void whoLeadsAGroupSeesItsLoad() {
        var name = "Ornithology " + UUID.randomUUID();
        var group = make(
                cast.ada(),
                GroupType.GROUP,
                Map.of("name", name, "manager", "mia", "members", "mia, sam", "active", "true"));
        for (var assignee : List.of("sam", "sam", "")) {
            make(
                    cast.sam(),
                    IncidentType.INCIDENT,
                    Map.of("title", "Wiedehopf", "group", group.number(), "assignee", assignee));
        }
        try (var mia = Window.of(port, "mia", Look.DESK)) {
            mia.open("/");
            var team = mia.page().locator(".team").filter(new Locator.FilterOptions().setHasText(name));
            assertThat(team.locator("h2 .count").first()).hasText("3");
            assertThat(team.locator("tbody tr").first()).containsText("Sam Lindqvist");
            assertThat(team.locator("tbody tr").first().locator(".amount").first())
                    .hasText("2");
            assertThat(team.locator("tbody tr").nth(1)).containsText("nobody yet");
            team.locator("tbody tr").nth(1).locator("a").first().click();
            assertThat(mia.page().locator("tr[data-number]")).hasCount(1);
            mia.settled();
        }
        try (var eve = Window.of(port, "eve", Look.DESK)) {
            eve.open("/team").reads("You lead no group");
        }
    }
}
