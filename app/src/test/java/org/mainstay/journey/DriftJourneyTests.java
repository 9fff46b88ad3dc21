package org.mainstay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The inbox of drift: from what a source says to what somebody accepts.
@MainstayTest
class DriftJourneyTests {

    private static final String INBOX = "/drifts?filter=state:open+flapping:no+";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api ada;
    private String source = "";

    @BeforeEach
    void aSourceTellsOfAServer() {
        cast.everybody();
        ada = new Api(port, "ada");
        source = ada.post("/discovery/sources", "{\"name\":\"journey %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String tell(String os, String memory) {
        return ada.post("/discovery/payloads?source=" + source, """
                        {"items":[{"ref":"a","class":"linux_server",
                          "values":{"name":"journey-%s","os":"%s","memory_mb":%s},
                          "identifiers":[{"kind":"serial","value":"J%s"}]}]}""".formatted(mark, os, memory, mark))
                .is(200)
                .json()
                .at("/items/0/item/number")
                .asString();
    }

    @Test
    void whatASourceFindsChangedIsSeenAndAccepted() {
        var item = tell("Debian 12", "4096");
        ada.patch("/configuration-items/" + item, "{\"support_group\":\"Network\"}")
                .is(200);
        tell("<b>Debian 13</b>", "8192");
        try (var window = Window.of(port, "nina", Look.DESK)) {
            window.open("/");
            window.page().locator("nav a[href^='/drifts']").first().click();
            window.reads("Inbox");
            window.open(INBOX + mark).reads("journey-" + mark).press(number(item));
            window.reads("What is otherwise")
                    .reads("Debian 12")
                    .reads("<b>Debian 13</b>")
                    .reads("8192");
            assertThat(window.page().locator(".drift-lines tbody tr")).hasCount(2);
            window.press(item + " journey-" + mark);
            assertThat(window.page().locator(".part .drift-lines tbody tr")).hasCount(2);
            window.page().goBack();
            window.press("Accept").fill("Note", "The patch night").press("Accept");
            window.reads("Accepted").reads("The patch night");
            window.open(INBOX + mark).readsNot("journey-" + mark);
            window.open("/configuration-items/" + item).reads("No open drift.").settled();
        }
    }

    private String number(String item) {
        return ada.get("/drifts?filter=item:" + item)
                .json()
                .at("/items/0/number")
                .asString();
    }

    @Test
    void itIsAcceptedWithoutScripts() {
        var item = tell("Debian 12", "4096");
        tell("Debian 13", "4096");
        var number = number(item);
        try (var window = Window.of(port, "ada", Look.WITHOUT_SCRIPTS)) {
            window.open("/drifts/" + number).press("What is otherwise").reads("Debian 13");
            window.open("/drifts/" + number).press("Accept").press("Accept").reads("Accepted");
        }
    }
}
