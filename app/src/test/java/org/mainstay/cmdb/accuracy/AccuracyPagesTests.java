package org.mainstay.cmdb.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

/// Sources and people say whether what is known of items is true.
@MainstayTest
class AccuracyPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Accuracies accuracies;

    private final String mark = "a" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;
    private Api mia;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        mia = new Api(port, "mia");
    }

    private String item(String group) {
        var values = "{\"class\":\"linux_server\",\"name\":\"%s\",\"model\":\"Fennek 3\",\"support_group\":\"%s\"}";
        return ada.post("/configuration-items", values.formatted(mark, group))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private JsonNode accuracy(String item) {
        return ada.get("/configuration-items/" + item + "/accuracy").is(200).json();
    }

    private static String check(String item, String attribute, String verdict) {
        return "{\"item\":\"%s\",\"attribute\":\"%s\",\"verdict\":\"%s\"}".formatted(item, attribute, verdict);
    }

    private String source(String name) {
        return ada.post("/discovery/sources", "{\"name\":\"%s %s\",\"kind\":\"api\"}".formatted(name, mark))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private void tell(String source, String model) {
        var payload = """
                {"items":[{"ref":"a","class":"linux_server","values":{"name":"%s","model":"%s"},
                "identifiers":[{"kind":"serial","value":"%s"}]}]}""".formatted(mark, model, mark);
        ada.post("/discovery/payloads?source=" + source, payload).is(200);
    }

    @Test
    void twoSourcesConfirmAndOneContradicts() {
        var one = source("One");
        var two = source("Two");
        tell(one, "Fennek 3");
        var item = ada.get("/configuration-items?filter=serial_number:" + mark + "%20or%20name:" + mark)
                .is(200)
                .json()
                .at("/items/0/number")
                .asString();
        assertThat(accuracy(item).get("confirmed").asInt())
                .as("nobody else said so")
                .isZero();
        tell(two, "Fennek 3");
        assertThat(accuracy(item).get("confirmed").asInt()).as("name and model").isEqualTo(2);
        tell(two, "Fennek 4");
        var disputed = accuracy(item);
        assertThat(disputed.get("confirmed").asInt()).isEqualTo(1);
        assertThat(disputed.get("contradicted").asInt()).isEqualTo(1);
    }

    @Test
    void whatSomebodySaidCountsAsLongAsTheValueStays() {
        var item = item("Service desk");
        mia.post("/accuracy-checks", check(item, "model", "wrong")).is(201);
        assertThat(accuracy(item).get("contradicted").asInt()).isEqualTo(1);
        mia.post("/accuracy-checks", check(item, "model", "confirmed")).is(201);
        assertThat(accuracy(item).get("contradicted").asInt())
                .as("the last word counts")
                .isZero();
        mia.post("/accuracy-checks", check(item, "model", "wrong")).is(201);
        ada.patch("/configuration-items/" + item, "{\"model\":\"Fennek 4\"}").is(200);
        var corrected = accuracy(item);
        assertThat(corrected.get("contradicted").asInt())
                .as("of the value before")
                .isZero();
        assertThat(corrected.get("checked").asInt())
                .as("still says how much is wrong")
                .isEqualTo(1);
        assertThat(corrected.get("checked_right").asInt()).isZero();
    }

    @Test
    void onlyThoseWhoKnowAnItemJudgeItAndNobodyChangesAJudgement() {
        var item = item("Operations");
        mia.post("/accuracy-checks", check(item, "model", "wrong")).is(422);
        ada.post("/accuracy-checks", check(item, "no_such", "wrong")).is(422);
        ada.post("/accuracy-checks", check(item, "serial_number", "wrong")).is(422);
        ada.post("/accuracy-checks", check(item, "description", "wrong")).is(422);
        var made = ada.post("/accuracy-checks", check(item, "model", "wrong"))
                .is(201)
                .json();
        assertThat(made.get("value").asString()).isEqualTo("Fennek 3");
        mia.patch("/accuracy-checks/" + made.get("number").asString(), "{\"note\":\"It is another one\"}")
                .is(403);
        new Api(port, "olga")
                .get("/accuracy-checks/" + made.get("number").asString())
                .is(404);
        new Api(port, "olga").get("/configuration-items/" + item + "/accuracy").is(404);
    }

    @Test
    void whatIsMeasuredIsOnlyOfItemsThatOneSees() {
        item("Operations");
        accuracies.measure();
        var all = ada.get("/configuration-accuracy").is(200).json();
        assertThat(all.get("measured_at").isNull()).isFalse();
        assertThat(all.get("items").toString()).contains("\"linux_server\"", "\"server\"");
        var seen = new Api(port, "olga").get("/configuration-accuracy").is(200).json();
        assertThat(seen.get("items").toString()).doesNotContain("linux_server");
        ada.get("/configuration-accuracy?by=colour").is(422);
    }

    @Test
    void aTeamLooksAtItsItemsInTheBrowser() {
        item("Service desk");
        accuracies.measure();
        var before = ada.get("/accuracy-checks?limit=1&count=true").is(200).json();
        try (var mia = Window.of(port, "mia", Look.DESK)) {
            mia.open("/configuration-accuracy").reads("Look at five items").press("Service desk");
            var page = mia.page();
            page.locator("input[type=radio][value=confirmed]").first().check();
            page.locator("input[type=radio][value=wrong]").nth(1).check();
            page.locator("input[name^='note.']").nth(1).fill("It is another one");
            page.getByText("Save").last().click();
            mia.reads("items done this week");
            mia.open("/accuracy-checks").reads("It is another one");
        }
        assertThat(before.toString()).doesNotContain("It is another one");
    }
}
