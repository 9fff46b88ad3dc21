package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Somebody is asked what they want while they order it: on a phone, and without scripts step by step.
@MainstayTest
class OrderFormJourneyTests {

    private static final String QUESTIONS = """
            {"code":"model","kind":"choice","label":"Model","required":true,"options":[
              {"code":"air","label":"Air"},
              {"code":"pro","label":"Pro","price":{"amount":"450.50","currency":"EUR"},
               "recurring_price":{"amount":"5","currency":"EUR"}}]},
            {"code":"why","kind":"prose","label":"Why so big?","show_when":"model:pro","required":true},
            {"code":"quote","kind":"attachment","label":"Quote","show_when":"model:pro"},
            {"code":"when","kind":"date","label":"Wanted by","valid_when":"when>=today","message":"Not in the past."},
            {"code":"boss","kind":"person","label":"Boss"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String name = "Sextant " + Plan.newId().toString().substring(24);
    private Api ada;
    private Shop shop;
    private String item;
    private String who;

    @BeforeEach
    void somethingAsks() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
        var code = shop.form("ask" + Plan.newId().toString().substring(24), QUESTIONS);
        item = shop.item(
                name,
                "\"price\":{\"amount\":\"1000\",\"currency\":\"EUR\"},\"recurring_period\":\"month\",\"most\":5,"
                        + "\"form\":\"" + code + "\"",
                "Polish it");
        who = cast.userName(cast.newcomer());
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static void files(Window window) {
        window.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("offer.txt", "text/plain", "Rather cheap".getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode ordered() {
        var items = Shop.list(ada.as(who), "/request-items");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    @Test
    void onAPhoneTheFormFollowsWhatIsChosen() {
        try (var phone = Window.of(port, who, Look.PHONE)) {
            phone.open("/catalog/items/" + item).reads("from €1,000.00").settled();
            assertThat(phone.field("Why so big?").isVisible()).isFalse();
            phone.page().getByLabel("Pro").check();
            phone.reads("€1,450.50 + €5.00 a month");
            assertThat(phone.field("Why so big?").isVisible()).isTrue();
            phone.fill("How many?", "2").reads("€2,901.00 + €10.00 a month");
            phone.fill("Wanted by", "2020-01-01").reads("Not in the past.");
            phone.press("Order now").reads("Nothing was ordered").settled();
            assertThat(phone.page().getByLabel("Pro").isChecked()).isTrue();
            assertThat(phone.field("How many?").inputValue()).isEqualTo("2");
            assertThat(phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing is wider than the phone")
                    .isEqualTo(true);
            files(phone);
            phone.fill("Why so big?", "To find the way").fill("Wanted by", "2099-01-01");
            phone.press("Order now").reads("€2,901.00").settled();
            phone.page().getByText("What was answered").first().click();
            phone.reads("To find the way").reads("offer.txt").settled();
        }
        assertThat(ordered().at("/answers/model").asString()).isEqualTo("pro");
        assertThat(ordered().at("/price/amount").asString()).isEqualTo("1450.50");
        try (var desk = Window.of(port, "sam", Look.DESK)) {
            desk.open("/request-items/" + Shop.text(ordered(), "number"))
                    .complete()
                    .reads("To find the way")
                    .readsNot("\"model\"");
        }
    }

    @Test
    void withoutScriptsItAsksStepByStepAndLosesNothing() {
        try (var plain = Window.of(port, who, Look.WITHOUT_SCRIPTS)) {
            plain.open("/catalog/items/" + item).reads("from €1,000.00").settled();
            assertThat(plain.field("Why so big?").isVisible()).isFalse();
            plain.page().getByLabel("Pro").check();
            plain.press("Show what else is asked").reads("€1,450.50").settled();
            assertThat(plain.field("Why so big?").isVisible()).isTrue();
            plain.readsNot("Nothing was ordered");
            files(plain);
            plain.fill("Boss", "nobody-at-all");
            plain.press("Order now").reads("Nothing was ordered").settled();
            assertThat(plain.field("Boss").inputValue()).isEqualTo("nobody-at-all");
            plain.reads("offer.txt");
            plain.fill("Boss", "sam").fill("Why so big?", "To see");
            plain.press("Put into the cart").reads("€1,450.50").reads("To see").settled();
            plain.page().getByText("Change the answers").click();
            assertThat(plain.field("Why so big?").inputValue().strip()).isEqualTo("To see");
            plain.fill("Why so big?", "To see the stars")
                    .press("Save in the cart")
                    .reads("To see the stars");
            plain.press("Order all of it").reads("Being prepared").settled();
        }
        assertThat(ordered().at("/answers/why").asString()).isEqualTo("To see the stars");
        assertThat(ordered().at("/answers/boss/number").asString()).isEqualTo("sam");
        assertThat(ordered().at("/answers/quote/0").asString()).isEqualTo("offer.txt");
    }

    @Test
    void whatIsOrderedAgainIsFilledAsFarAsItFits() {
        ada.as(who)
                .post("/catalog-items/" + item + "/order", "{\"answers\":{\"model\":\"pro\",\"why\":\"Old\"}}")
                .is(201);
        var request = Shop.text(Shop.list(ada.as(who), "/requests").getFirst(), "number");
        var form = Shop.text(ada.get("/catalog-items/" + item).json().get("form"), "number");
        shop.publishForm(form, QUESTIONS.replace("\"code\":\"boss\"", "\"required\":true,\"code\":\"boss\""));
        shop.publish(item);
        try (var phone = Window.of(port, who, Look.PHONE)) {
            phone.open("/catalog/requests/" + request).press("Order again");
            phone.reads("Please answer again").reads("Boss: ").reads("Old").settled();
            phone.press("Order all of it").reads("Please answer again").settled();
            phone.page().getByText("Change the answers").click();
            phone.reads("Why so big?");
            assertThat(phone.field("Why so big?").inputValue().strip()).isEqualTo("Old");
            phone.fill("Boss", "sam").press("Save in the cart").readsNot("Please answer again");
            phone.press("Order all of it").reads("Being prepared").settled();
        }
        assertThat(Shop.list(ada.as(who), "/request-items")).hasSize(2);
    }
}
