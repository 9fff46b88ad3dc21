package org.mainstay.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What those who ask for help see and do, and what they do not see.
@MainstayTest
class PortalTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;

    private final String mark = "p" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
    }

    private final class Visitor {

        private final String cookie;
        private final String csrf;

        Visitor(String who) {
            cookie = client.signIn(who, Cast.PASSWORD);
            csrf = client.csrf(cookie);
        }

        HttpResponse<String> get(String path) {
            return client.get(path, "Cookie", cookie);
        }

        HttpResponse<String> send(String path, String name, String content, Map<String, String> fields) {
            var all = new HashMap<>(fields);
            all.put("_csrf", csrf);
            return client.upload(path, name, content.getBytes(StandardCharsets.UTF_8), all, "Cookie", cookie);
        }

        String reports(String title) {
            var sent = send("/portal/report", "", "", Map.of("title", title, "seen", "true"));
            assertThat(sent.statusCode()).as(sent.body()).isIn(302, 303);
            return path(sent).replaceAll("(.*/incidents/)|(#.*)", "");
        }
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }

    @Test
    void aProblemIsReportedWithAFileAndTalkedAbout() {
        var max = new Visitor("max");
        var sent = max.send(
                "/portal/report",
                "photo.txt",
                "It says E7",
                Map.of("title", "Printer " + mark, "description", "Since **today**"));
        var talk = path(sent).replace("#saved", "");
        assertThat(max.get(talk).body())
                .contains("Printer " + mark, "<strong>today</strong>", "photo.txt", "Received", "I do not need this");
        var replied = max.send(talk + "/reply", "more.txt", "E8", Map.of("text", "It is <b>worse</b>"));
        assertThat(replied.statusCode()).isIn(302, 303);
        assertThat(max.get(talk).body()).contains("more.txt").doesNotContain("<b>worse");
        assertThat(max.get("/portal").body()).contains("Printer " + mark);
    }

    @Test
    void eachReadsTheirLanguage() {
        var who = cast.userName(cast.newcomer());
        new Api(port, "ada").patch("/people/" + who, "{\"language\":\"de\"}").is(200);
        var theirs = new Visitor(who);
        var number = theirs.reports("Drucker " + mark);
        for (String page : List.of(
                "",
                "/report",
                "/incidents",
                "/incidents?closed=true",
                "/incidents/" + number,
                "/search?q=drucker",
                "/devices",
                "/decisions")) {
            assertThat(theirs.get("/portal" + page).body())
                    .contains("Anforderungen", "Probleme")
                    .doesNotContainPattern(">portal\\.[a-z_.]+<");
        }
    }

    @Test
    void nothingInternalIsShown() {
        var max = new Visitor("max");
        var number = max.reports("Internal " + mark);
        var sam = new Api(port, "sam");
        sam.post("/incidents/" + number + "/assign", "{\"group\":\"Network\"}").is(200);
        sam.post("/incidents/" + number + "/comments", "{\"text\":\"Secret " + mark + "\",\"internal\":true}")
                .is(201);
        sam.post("/incidents/" + number + "/comments", "{\"text\":\"Which one?\"}")
                .is(201);
        assertThat(max.get("/portal/incidents/" + number).body())
                .contains("Which one?", "Sam Lindqvist")
                .doesNotContain("Secret " + mark, "Network", "Priority");
    }

    @Test
    void anAgentSeesTheirOwnRequestsWithoutTheNotes() {
        var sam = new Visitor("sam");
        var number = sam.reports("Own " + mark);
        new Api(port, "sam")
                .post("/incidents/" + number + "/comments", "{\"text\":\"Secret " + mark + "\",\"internal\":true}")
                .is(201);
        assertThat(sam.get("/portal").body()).contains("Own " + mark);
        assertThat(sam.get("/portal/incidents/" + number).body()).doesNotContain("Secret " + mark);
        var others = new Visitor("max").reports("Not sams " + mark);
        assertThat(sam.get("/portal").body()).doesNotContain("Not sams " + mark);
        assertThat(sam.get("/portal/incidents/" + others).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAnothersIsNotThere() {
        var number = new Visitor("max").reports("Mine " + mark);
        for (String who : new String[] {"eve", "tim", "olga"}) {
            var other = new Visitor(who);
            assertThat(other.get("/portal/incidents/" + number).statusCode()).isEqualTo(404);
            assertThat(other.send("/portal/incidents/" + number + "/reply", "", "", Map.of("text", "Hi"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(other.get("/portal/report/similar?title=Mine%20" + mark).body())
                    .doesNotContain(number);
        }
    }

    @Test
    void whatSoundsLikeItIsShownBeforeItIsReportedTwice() {
        var max = new Visitor("max");
        var number = max.reports("Scanner " + mark + " is stuck");
        assertThat(max.get("/portal/report/similar?title=stuck%20scanner%20" + mark)
                        .body())
                .contains(number);
        var asked = max.send("/portal/report", "", "", Map.of("title", "scanner " + mark + " stuck"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains(number, "It is something else: send", "name=\"seen\"");
        assertThat(max.get("/portal/report/similar?title=a%20b").body()).doesNotContain(number);
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        var max = new Visitor("max");
        var nothing = max.send("/portal/report", "", "", Map.of("title", " ", "description", "Kept " + mark));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Say in a few words", "Kept " + mark);
        var lengthy = max.send("/portal/report", "", "", Map.of("title", "x".repeat(300), "seen", "true"));
        assertThat(lengthy.statusCode()).isEqualTo(422);
        var number = max.reports("Replies " + mark);
        var empty = max.send("/portal/incidents/" + number + "/reply", "", "", Map.of("text", "  "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Write something");
        var early = client.post(
                "/portal/incidents/" + number + "/confirm", Map.of("_csrf", max.csrf), "Cookie", max.cookie);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(max.get("/portal/incidents/%00").statusCode()).isIn(400, 404);
        assertThat(max.get("/portal/incidents?cursor=nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void aReasonThatIsRefusedStaysUnderItsVerb() {
        var max = new Visitor("max");
        var talk = "/portal/incidents/" + max.reports("Verbs " + mark);
        var early = max.send(talk + "/reopen", "", "", Map.of("text", "Broken still " + mark));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body())
                .containsPattern("<details class=\"portal-verb\" open>(?s:(?!</details>).)*Broken still " + mark)
                .doesNotContainPattern("id=\"text\"[^>]*>\\s*Broken still")
                .containsOnlyOnce("<details class=\"portal-verb\" open>");
        assertThat(max.get(talk).body()).doesNotContain("<details class=\"portal-verb\" open>");
    }

    @Test
    void howeverMuchIsDoneToItTheirConversationIsShown() {
        var max = new Visitor("max");
        var number = max.reports("Busy " + mark);
        var sam = new Api(port, "sam");
        sam.post("/incidents/" + number + "/comments", "{\"text\":\"Hello " + mark + "\"}")
                .is(201);
        for (int i = 0; i < 100; i++) {
            sam.patch("/incidents/" + number, "{\"title\":\"Busy " + i + "\"}").is(200);
        }
        sam.post("/incidents/" + number + "/hold", "{\"hold_reason\":\"awaiting_vendor\"}")
                .is(200);
        assertThat(max.get("/portal/incidents/" + number).body())
                .contains("Hello " + mark, "reported this", "Waiting for somebody else</span>")
                .doesNotContain("Earlier messages");
    }

    @Test
    void theFirstPageIsTheirsForThoseWhoOnlyAsk() {
        assertThat(path(new Visitor("max").get("/"))).isEqualTo("/portal");
        for (String who : new String[] {"sam", "ada", "carl", "kim"}) {
            assertThat(new Visitor(who).get("/").statusCode()).as(who).isEqualTo(200);
        }
    }
}
