package org.mainstay.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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

/// Somebody's first look at the portal, by whatever connection they have: page, style, scripts, icons and whatever
/// else the browser fetches for it, as it comes over the wire.
@MainstayTest
class FirstViewTests {

    private static final long MOST = 100 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @BeforeEach
    void somethingIsGoingOn() {
        cast.everybody();
        var ada = new Api(port, "ada");
        var body = "{\"title\":\"Seen %s\",\"status_text\":\"Seen first\"}".formatted(UUID.randomUUID());
        var outage = ada.post("/incidents", body).is(201).json().get("number").stringValue();
        ada.post("/incidents/" + outage + "/accept_major", "{}").is(200);
    }

    @Test
    void theFirstViewIsSmall() {
        for (var path : new String[] {"/portal", "/catalog", "/portal/report"}) {
            try (var theirs = Window.of(port, "max", Look.PHONE)) {
                var sizes = new LinkedHashMap<String, Integer>();
                theirs.page().onRequestFinished(it -> sizes.put(it.url(), it.sizes().responseBodySize));
                theirs.open(path).complete();
                theirs.settled();
                assertThat(sizes.keySet())
                        .anyMatch(it -> it.endsWith(path))
                        .anyMatch(it -> it.contains("self-") && it.endsWith(".css"))
                        .anyMatch(it -> it.contains("self-") && it.endsWith(".js"))
                        .anyMatch(it -> it.contains("icons-"))
                        .noneMatch(it -> it.contains("app-"));
                assertThat(sizes.values().stream().mapToLong(it -> it).sum())
                        .as("%s", sizes)
                        .isPositive()
                        .isLessThanOrEqualTo(MOST);
            }
        }
    }
}
