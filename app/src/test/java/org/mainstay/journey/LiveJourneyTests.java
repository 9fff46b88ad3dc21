package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A record that somebody looks at follows what others do to it, and disturbs nobody who writes.
@MainstayTest
class LiveJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private UUID incident;
    private String path;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        var reported = new Reports(store, cast).incident("Followed by two", cast.sam());
        incident = reported.id();
        path = Reports.path(reported);
    }

    @Test
    void whatOthersDoShowsItselfWhileOneWrites() {
        try (var sam = Window.of(port, "sam", Look.DESK);
                var mia = Window.of(port, "mia", Look.DESK)) {
            sam.open(path);
            var typed = sam.page().locator("#comment");
            typed.fill("Still writing");
            mia.open(path).fill("Comment", "Seen from the other desk");
            mia.page().locator(".comment-form .btn-primary").click();
            assertThat(sam.page().locator(".timeline .items")).containsText("Seen from the other desk");
            assertThat(sam.page().locator("#live-news")).containsText("commented");
            assertThat(typed).hasValue("Still writing");
            assertThat(typed).isFocused();

            mia.press("Take");
            assertThat(sam.page().locator(".side-column .fields")).containsText("Mia");
            sam.settled();
        }
    }

    @Test
    void aChangePastEveryPageIsSeenToo() {
        try (var sam = Window.of(port, "sam", Look.DESK)) {
            sam.open(path);
            assertThat(sam.page().locator(".timeline .item")).hasCount(1);
            var plan = Plan.of(Cause.EDITED);
            plan.edit(store.get(cast.ada(), IncidentType.INCIDENT, incident).orElseThrow())
                    .set(IncidentType.TITLE, "Followed by a program");
            assertInstanceOf(Saved.Done.class, store.save(cast.ada(), plan));
            assertThat(sam.page().locator("h1")).hasText("Followed by a program");
            assertThat(sam.page().locator(".timeline .item")).hasCount(2);
            sam.settled();
        }
    }
}
