package org.mainstay.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.problem.ProblemTests.number;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The board as a page, and the documents that come of it.
@MainstayTest
class CauseBoardTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api paula;
    Client client;
    String cookie = "";
    String csrf = "";
    String problem = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        paula = ada.as("paula");
        client = new Client(port);
        cookie = client.signIn("paula", Cast.PASSWORD);
        csrf = client.csrf(cookie);
        problem = number(paula.post("/problems", "{\"title\":\"Paper burns " + mark + "\"}"));
    }

    private String path() {
        return "/problems/" + problem + "/causes";
    }

    private HttpResponse<String> page(String path) {
        return client.get(path, "Cookie", cookie);
    }

    private HttpResponse<String> send(Map<String, String> form) {
        var all = new HashMap<>(form);
        all.put("_csrf", csrf);
        return client.post(path(), all, "Cookie", cookie);
    }

    private String cause(String parent, String statement) {
        var below = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        return number(paula.post(
                "/causes", "{\"problem\":\"%s\",\"statement\":\"%s\"%s}".formatted(problem, statement, below)));
    }

    @Test
    void aBoardIsWorkedOnByForms() {
        assertThat(page(path()).body()).contains("Ask why", "Paper burns " + mark);
        var made = send(Map.of("do", "create", "statement", "The paper is dry", "kind", "why"));
        assertThat(made.statusCode()).isEqualTo(302);
        var one = made.headers().firstValue("Location").orElseThrow().replaceAll(".*#", "");
        assertThat(page(path() + "?at=" + one + "&do=confirm").body())
                .contains("id=\"editor\"", "Confirm: The paper is dry");
        var refused = send(Map.of("do", "confirm", "cause", one, "version", "1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"editor\"", "input-error");
        assertThat(send(Map.of("do", "evidence", "cause", one, "address", "https://example.org/x", "note", "Grey"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(send(Map.of("do", "confirm", "cause", one, "reason", "It weighs *nothing*"))
                        .statusCode())
                .isEqualTo(302);
        var body = page(path()).body();
        assertThat(body)
                .contains("Confirmed by Paula", "<em>nothing</em>", "https://example.org/x", "Grey", "Root cause");
        assertThat(page(path() + "?at=" + one + "&do=adopt").body()).contains("The problem does not say its cause");
        send(Map.of("do", "adopt", "cause", one, "text", "Dry paper"));
        assertThat(paula.get("/problems/" + problem).json().get("cause").asString())
                .isEqualTo("Dry paper");
        send(Map.of("do", "create", "cause", one, "statement", "The room is heated"));
        assertThat(paula.get("/problems/" + problem + "/causes")
                        .json()
                        .at("/items/1/outline")
                        .asString())
                .isEqualTo("1.1");
        assertThat(page("/problems/" + problem + "/cause-summary").body()).contains("Root-cause board", one);
        assertThat(page("/causes/" + one + "/board").headers().firstValue("Location"))
                .hasValue(path() + "?at=" + one + "#" + one);
    }

    @Test
    void neighboursChangePlacesAndBranchesMove() {
        var one = cause("", "One");
        var two = cause("", "Two");
        send(Map.of("do", "up", "cause", two));
        assertThat(first()).isEqualTo(two);
        send(Map.of("do", "down", "cause", two));
        assertThat(first()).isEqualTo(one);
        send(Map.of("do", "up", "cause", one));
        assertThat(first()).isEqualTo(one);
        var form = page(path() + "?at=" + two + "&do=move").body();
        assertThat(form).contains("1 One").doesNotContain(">2 Two<");
        send(Map.of("do", "move", "cause", two, "parent", one));
        assertThat(paula.get("/causes/" + two).json().at("/parent/number").asString())
                .isEqualTo(one);
        assertThat(send(Map.of("do", "move", "cause", one, "parent", two)).statusCode())
                .isEqualTo(422);
        assertThat(send(Map.of("do", "delete", "cause", one)).statusCode()).isEqualTo(403);
        assertThat(send(Map.of("do", "delete", "cause", two)).statusCode()).isEqualTo(302);
        assertThat(send(Map.of("do", "nonsense", "cause", one)).statusCode()).isEqualTo(404);
    }

    private String first() {
        return paula.get("/problems/" + problem + "/causes")
                .json()
                .at("/items/0/cause/number")
                .asString();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwrittenAndNothingTypedIsLost() {
        var one = cause("", "One");
        paula.patch("/causes/" + one, "{\"statement\":\"One, rather\"}").is(200);
        var edit = send(Map.of("do", "edit", "cause", one, "version", "1", "statement", "One of mine", "kind", "why"));
        assertThat(edit.statusCode()).isEqualTo(409);
        assertThat(edit.body()).contains("One of mine", "One, rather", "Somebody else changed it");
        var confirm = send(Map.of("do", "confirm", "cause", one, "version", "1", "reason", "Seen by me"));
        assertThat(confirm.statusCode()).isEqualTo(409);
        assertThat(confirm.body()).contains("Seen by me", "name=\"version\" value=\"2\"");
    }

    @Test
    void textsOfPeopleStayTexts() {
        var one = cause("", "<script>alert(1)</script> **bold** [link](javascript:alert(1))");
        paula.post("/causes/" + one + "/refute", "{\"reason\":\"<b>no</b>\\n\\n# Not a heading of ours\"}")
                .is(200);
        assertThat(page(path()).body()).doesNotContain("<script>alert", "<b>no</b>", "href=\"javascript:");
        assertThat(page(path() + "/document").body()).doesNotContain("<script>alert", "<b>no</b>");
        var markdown = page(path() + ".md").body();
        assertThat(markdown)
                .contains("\\<script\\>alert(1)\\</script\\>", "\\*\\*bold\\*\\*", "\\[link\\]", "> # Not a heading")
                .doesNotContain("<b>");
    }

    @Test
    void theDocumentTellsTheWholeAnalysis() {
        var one = cause("", "The paper is dry");
        var two = cause(one, "The room is heated");
        var three = cause("", "The printer is old");
        var incident = number(ada.post("/incidents", "{\"title\":\"Fire %s\",\"caller\":\"max\"}".formatted(mark)));
        paula.post("/problems/" + problem + "/link_incidents", "{\"incidents\":[\"" + incident + "\"]}")
                .is(200);
        paula.post("/causes/" + one + "/evidence", "{\"record\":\"%s\",\"note\":\"Same day\"}".formatted(incident))
                .is(201);
        paula.post("/causes/" + one + "/confirm", "{\"reason\":\"It weighs nothing\"}")
                .is(200);
        paula.post("/causes/" + three + "/refute", "{\"reason\":\"It is new\"}").is(200);
        var page = page(path() + "/document");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Root-cause analysis of " + problem,
                        "Paper burns " + mark,
                        "1 incident",
                        "It weighs nothing",
                        "Confirmed by Paula",
                        "Same day",
                        incident,
                        "Refuted by Paula",
                        two);
        var markdown = page(path() + ".md");
        assertThat(markdown.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/markdown");
        assertThat(markdown.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(problem + "-causes.md");
        assertThat(markdown.body())
                .contains(
                        "# " + problem + " Paper burns " + mark,
                        "- **1 The paper is dry** (Confirmed, Root cause, " + one + ")",
                        "    - **1.1 The room is heated** (Hypothesis, " + two + ")",
                        "> It weighs nothing",
                        "http://127.0.0.1:" + port + "/incidents/" + incident,
                        "- **2 The printer is old** (Refuted, " + three + ")");
    }

    @Test
    void whatIsHiddenStaysHiddenInEveryForm() {
        var one = cause("", "The paper is dry");
        var secret = number(ada.post(
                "/incidents", "{\"title\":\"Vault %s\",\"caller\":\"max\",\"confidential\":true}".formatted(mark)));
        ada.post("/causes/" + one + "/evidence", "{\"record\":\"%s\",\"note\":\"The safe\"}".formatted(secret))
                .is(201);
        for (String shown : new String[] {"", "/document", ".md", "?at=" + one + "&do=evidence"}) {
            assertThat(page(path() + shown).body()).contains("may not see").doesNotContain(secret, "Vault", "The safe");
        }
    }

    @Test
    void othersFindNothingAndNothingChangesOnceItIsClosed() {
        var one = cause("", "The paper is dry");
        var max = client.signIn("max", Cast.PASSWORD);
        for (String shown : new String[] {"", "/document", ".md"}) {
            assertThat(client.get(path() + shown, "Cookie", max).statusCode()).isEqualTo(404);
        }
        var elsewhere = number(paula.post("/problems", "{\"title\":\"Other " + mark + "\"}"));
        var form = Map.of("_csrf", csrf, "do", "confirm", "cause", one, "reason", "Strange");
        assertThat(client.post("/problems/" + elsewhere + "/causes", form, "Cookie", cookie)
                        .statusCode())
                .isEqualTo(404);
        paula.post("/problems/" + problem + "/cancel", "{\"reason\":\"It rains\"}")
                .is(200);
        assertThat(page(path()).body()).contains("The problem is closed").doesNotContain("do=confirm", "do=create");
        assertThat(send(Map.of("do", "create", "statement", "Too late")).statusCode())
                .isEqualTo(422);
    }
}
