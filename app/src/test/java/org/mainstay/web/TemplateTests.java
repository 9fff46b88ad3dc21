package org.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.mainstay.web.template.Presets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainstayTest
class TemplateTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    Client client;
    Api api;
    String sam;
    String mark;

    @BeforeEach
    void connect() {
        cast.everybody();
        client = new Client(port);
        api = new Api(port, "sam");
        sam = client.signIn("sam", Cast.PASSWORD);
        mark = "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String page(String cookie, String path) {
        var answer = client.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String cookie, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", client.csrf(cookie));
        return client.post(path, all, "Cookie", cookie);
    }

    private String template(Api whose, String seenBy, String presets, String more) {
        return whose.post(
                        "/templates",
                        "{\"name\":\"Printer " + mark + "\",\"record_type\":\"incident\",\"audience\":\"" + seenBy
                                + "\",\"presets\":\"" + presets + "\"" + more + "}")
                .is(201)
                .json()
                .get("code")
                .stringValue();
    }

    @Test
    void linesAreValuesAndBackAgain() {
        var presets = Presets.of("title: A: b\ndescription:\n  One\n\n  two: three\nimpact:low\n");
        assertThat(presets.values())
                .containsEntry("title", "A: b")
                .containsEntry("description", "One\n\ntwo: three")
                .containsEntry("impact", "low");
        assertThat(Presets.of(presets.text())).isEqualTo(presets);
        assertThat(Presets.of("no line\n").unreadable()).contains("no line");
    }

    @Test
    void anAddressFillsAFormInAndSaysWhatItCannot() {
        var page = page(
                sam,
                "/incidents/new?title=Jam&impact=2&urgency=High&group=Network&channel=Phone&caller=nobody"
                        + "&state=closed&nonsense=1&due_at=soon");
        assertThat(page)
                .contains("value=\"Jam\"", "<option value=\"medium\" selected")
                .containsPattern("name=\"group\" value=\"Network \\[GRP")
                .contains("<option value=\"phone\" selected")
                .contains("state cannot be set here", "nonsense cannot be set here")
                .contains("nobody cannot be taken", "soon cannot be taken");
    }

    @Test
    void aTemplateIsBegunWithByThoseWhoSeeIt() {
        var code = template(api, "private", "title: Jam " + mark + "\\nimpact: high\\ngroup: Network", "");
        var page = page(sam, "/incidents/new?template=" + code + "&title=Other");
        assertThat(page).contains("value=\"Other\"", "<option value=\"high\" selected", "Printer " + mark);
        assertThat(page).contains("action=\"/incidents/new?template=" + code);
        var nina = client.signIn("nina", Cast.PASSWORD);
        assertThat(page(nina, "/incidents/new?template=" + code))
                .contains("There is no such template for you")
                .doesNotContain("Jam " + mark, "Printer " + mark);
        api.as("nina").get("/templates/" + code).problem(404);
        assertThat(send(sam, "/incidents/new?template=" + code, Map.of("title", "From it " + mark))
                        .statusCode())
                .isIn(302, 303);
    }

    @Test
    void whatIsNotAllowedAnyMoreIsLeftOutAndSaid() {
        var code = template(api, "private", "impact: enormous\\ngroup: No such group\\ntitle: Fine", "");
        assertThat(page(sam, "/incidents/new?template=" + code))
                .contains("value=\"Fine\"", "enormous cannot be taken", "No such group cannot be taken");
        api.post(
                        "/templates",
                        "{\"name\":\"x\",\"record_type\":\"incident\",\"presets\":\"nonsense: 1\",\"audience\":\"private\"}")
                .refused(422, "/presets");
    }

    @Test
    void onlyAdministratorsMakeThemForEveryoneAndMembersForTheirGroup() {
        var body = "{\"name\":\"x\",\"record_type\":\"incident\",\"presets\":\"title: x\",\"audience\":\"";
        api.post("/templates", body + "everyone\"}").refused(422, "/audience");
        api.post("/templates", body + "group\"}").refused(422, "/group");
        api.post("/templates", body + "group\",\"group\":\"Network\"}").refused(422, "/group");
        var ada = api.as("ada");
        var code = template(ada, "everyone", "title: For all", "");
        api.patch("/templates/" + code, "{\"name\":\"Mine\"}").problem(403);
        var shared = template(api.as("nina"), "group", "title: Ours", ",\"group\":\"Network\"");
        api.get("/templates/" + shared).problem(404);
        api.as("nina")
                .patch("/templates/" + shared, "{\"audience\":\"everyone\"}")
                .refused(422, "/audience");
        assertThat(page(sam, "/incidents/new")).contains("template=" + code).doesNotContain("template=" + shared);
        assertThat(ada.get("/configuration").text()).contains("\n  " + code + ":\n");
        ada.delete("/templates/" + code);
        ada.delete("/templates/" + shared);
    }

    @Test
    void aRecordAndAFormBecomeTemplates() {
        var number = api.post(
                        "/incidents",
                        "{\"title\":\"Jam " + mark + "\",\"caller\":\"max\",\"group\":\"Network\",\"impact\":\"high\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
        assertThat(page(sam, "/incidents/" + number + "/template"))
                .contains("title: Jam " + mark, "impact: high", "group: Network")
                .doesNotContain("caller: ", "opened_at: ", "[GRP");
        assertThat(client.get("/incidents/" + number + "/template", "Cookie", client.signIn("eve", Cast.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(sam, "/incidents/template", Map.of("title", "Typed", "caller", "max", "state", "new"))
                        .body())
                .contains("title: Typed", "caller: max")
                .doesNotContain("state: new");
    }

    @Test
    void whatIsOpenAlreadyIsShownAndTakenInstead() {
        var number = api.post("/incidents", "{\"title\":\"Zebra" + mark + " does not stripe\",\"caller\":\"max\"}")
                .is(201)
                .json()
                .get("number")
                .stringValue();
        var found = page(sam, "/incidents/similar?title=zebra" + mark + "+stripe");
        assertThat(found).contains(number, "This is it");
        assertThat(page(client.signIn("eve", Cast.PASSWORD), "/incidents/similar?title=zebra" + mark))
                .doesNotContain(number);
        assertThat(page(sam, "/incidents/similar?title=%3C%22%00")).doesNotContain("<\"");

        var fields = Map.of("title", "Mine too", "description", "On the second floor", "impact", "low");
        assertThat(send(sam, "/incidents/" + number + "/same", fields)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains(number);
        assertThat(api.get("/incidents/" + number + "/comments").text()).contains("Mine too", "second floor");
        assertThat(api.get("/incidents/" + number + "/watchers").text()).contains("\"sam\"");
        assertThat(send(client.signIn("eve", Cast.PASSWORD), "/incidents/" + number + "/same", fields)
                        .statusCode())
                .isEqualTo(404);
        api.post("/incidents/" + number + "/resolve", "{\"resolution_code\":\"fixed\",\"resolution\":\"Done\"}")
                .is(200);
        assertThat(page(sam, "/incidents/similar?title=zebra" + mark)).doesNotContain(number);
    }

    @Test
    void quicklyMeansTheTitleFirst() {
        var page = page(sam, "/incidents/new?quick=yes&impact=high");
        assertThat(page)
                .contains("name=\"title\"", "name=\"description\"", "name=\"impact\"", "All fields")
                .doesNotContain("name=\"location\"", "name=\"due_at\"");
        assertThat(send(sam, "/incidents/new?quick=yes", Map.of("title", "Quick " + mark))
                        .statusCode())
                .isIn(302, 303);
        assertThat(page(sam, "/")).contains("/incidents/new?quick=yes");
    }
}
