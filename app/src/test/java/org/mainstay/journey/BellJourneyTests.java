package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.conversation.Comment;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.ShippedRole;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The bell rings while somebody works, and what it tells of can be read and done with by keys.
@MainstayTest
class BellJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Acts acts;

    @Autowired
    RecordStore store;

    private Snapshot incident;
    private Actor.Person somebody;
    private String name;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        incident = new Reports(store, cast).incident("Somebody is asked about it", cast.sam());
        somebody = cast.newcomer(ShippedRole.AGENT);
        name = cast.userName(somebody);
    }

    @Test
    void theBellRingsOnAnOpenPageAndIsQuietOnceTheRecordWasLookedAt() {
        try (var window = Window.of(port, name, Look.DESK)) {
            window.open("/people").complete();
            assertThat(window.page().locator(".bell-count")).hasCount(0);
            say("@" + name + " what do you think?");
            assertThat(window.page().locator(".bell-count")).hasText("1");
            window.open(Reports.path(incident)).complete();
            assertThat(window.page().locator(".bell-count")).hasCount(0);
            window.open("/notifications").reads("You are up to date.");
            window.open("/notifications?show=all").reads("Sam Lindqvist mentioned you");
            window.settled();
        }
    }

    @Test
    void newsIsGroupedByRecordAndReadByKeys() {
        say("@" + name + " one");
        say("@" + name + " two");
        try (var window = Window.of(port, name, Look.DESK)) {
            window.open("/people");
            assertThat(window.page().locator(".bell-count")).hasText("2");
            window.open("/notifications").reads("2 new").reads("@" + name + " two");
            window.page().keyboard().press("j");
            assertThat(window.page().locator("table.news a.number")).isFocused();
            window.page().keyboard().press("m");
            window.reads("You are up to date.");
            window.settled();
        }
    }

    @Test
    void withoutScriptsEverythingIsReadByOneButton() {
        say("@" + name + " three");
        try (var listening = Window.of(port, name, Look.DESK)) {
            listening.open("/people");
            assertThat(listening.page().locator(".bell-count")).hasText("1");
        }
        try (var window = Window.of(port, name, Look.WITHOUT_SCRIPTS)) {
            window.open("/notifications").press("Mark all as read").reads("You are up to date.");
        }
    }

    private void say(String text) {
        acts.add(cast.sam(), IncidentType.INCIDENT, incident.id(), new Comment(text, false));
    }
}
