package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who works on a record knows who else does; the caller knows of answers that are being written, and of nothing else.
@MainstayTest
class PresenceJourneyTests {
    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    private Snapshot incident;

    @BeforeEach
    void thereIsAnIncident() {
        cast.everybody();
        incident = new Reports(store, cast).incident("Looked at by many", cast.max());
    }

    private static Locator presence(Window window) {
        return window.page().locator("#presence");
    }

    @Test
    void whoWritesIsToldToThoseWhoMayKnow() {
        var path = Reports.path(incident);
        try (var sam = Window.of(port, "sam", Look.DESK);
                var mia = Window.of(port, "mia", Look.DESK);
                var max = Window.of(port, "max", Look.PHONE)) {
            sam.open(path);
            mia.open(path);
            assertThat(presence(mia)).containsText("Also here: Sam");
            max.open(path);

            sam.page().getByLabel("Work note").check();
            sam.page().locator("#comment").pressSequentially("Between us");
            assertThat(presence(mia)).containsText("is writing a work note.");
            assertThat(presence(max)).hasText("");

            sam.page().getByLabel("Work note").uncheck();
            sam.page().locator("#comment").pressSequentially(", no: to you");
            assertThat(presence(max)).containsText("Sam");
            assertThat(presence(max)).containsText("is writing.");
            assertThat(presence(max)).not().containsText("Mia");
            max.settled();
        }
    }

    @Test
    void nobodyWritesOnWhatTheyDoNotSee() {
        var client = new Client(port);
        for (var who : new String[] {"olga", "eve"}) {
            var cookie = client.signIn(who, Cast.PASSWORD);
            var form = Map.of("_csrf", client.csrf(cookie), "writing", "comment");
            assertThat(client.post(Reports.path(incident) + "/presence", form, "Cookie", cookie)
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
