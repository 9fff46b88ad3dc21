package org.mainstay.change.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The page of a change's risk: its reasons, and the questions as a form.
@MainstayTest
class RiskPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Client client = new Client(0);
    Api carl;
    private String change = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
        carl = new Api(port, "carl");
        change = carl.post("/changes", "{\"title\":\"Patch %s\",\"type\":\"normal\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private HttpResponse<String> posted(String who, Map<String, String> form) {
        var cookie = client.signIn(who, Cast.PASSWORD);
        var all = new HashMap<>(form);
        all.put("_csrf", client.csrf(cookie));
        return client.post("/changes/" + change + "/risk", all, "Cookie", cookie);
    }

    private String version() {
        return carl.get("/changes/" + change).json().get("version").asString();
    }

    private String answers() {
        return carl.get("/changes/" + change).json().get("risk_answers").asString("");
    }

    @Test
    void questionsAreAnsweredWithoutScripts() {
        try (var window = Window.of(port, "carl", Look.WITHOUT_SCRIPTS)) {
            window.open("/changes/" + change + "/risk").reads("Nobody answered");
            window.page().locator("input[name='answer.tested'][value='partly']").check();
            window.press("Save the answers");
            window.reads("Partly");
        }
        assertThat(answers()).isEqualTo("tested: partly");
    }

    @Test
    void whoWasLaterIsToldAndKeepsTheAnswers() {
        var version = version();
        assertThat(posted("carl", Map.of("version", version, "answer.tested", "yes"))
                        .statusCode())
                .isBetween(302, 303);
        var later = posted("nina", Map.of("version", version, "answer.tested", "no"));
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(later.body()).containsPattern("value=\"no\"[^>]* checked");
        assertThat(answers()).isEqualTo("tested: yes");
    }

    @Test
    void nonsenseIsRefusedOnThePage() {
        for (var form : List.of(
                Map.of("answer.tested", "perhaps"),
                Map.of("answer.<script>", "yes"),
                Map.of("answer.tested", "x".repeat(20_000)),
                Map.<String, String>of())) {
            var refused = posted("carl", form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("role=\"alert\"").doesNotContain("<script>");
        }
        assertThat(posted("olga", Map.of("answer.tested", "yes")).statusCode()).isEqualTo(404);
        assertThat(posted("max", Map.of("answer.tested", "yes")).statusCode()).isEqualTo(404);
        assertThat(answers()).isEmpty();
    }
}
