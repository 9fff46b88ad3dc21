package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Plan;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Answers as pages send them.
@MainstayTest
class AnsweredPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private Api ada;
    private Api who;
    private Shop shop;
    private String item;

    @BeforeEach
    void anItemAsks() {
        cast.everybody();
        ada = new Api(port, "ada");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
        var code = shop.form("pages" + Plan.newId().toString().substring(24), OrderAnswersTests.QUESTIONS);
        item = shop.item("Machine " + code, OrderAnswersTests.PRICED + ",\"form\":\"" + code + "\"");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPageThatIsSentTwiceAtOnceOrdersOnce() throws Exception {
        var client = new Client(port);
        var cookie = client.signIn(who.who(), Cast.PASSWORD);
        var form = Map.of(
                "once",
                Plan.newId().toString(),
                "a.model",
                "pro",
                "a.why",
                "Twice",
                "a.vault",
                "left behind",
                "price",
                "0.01",
                "_csrf",
                client.csrf(cookie));
        var answers = OrderTests.together(
                3,
                () -> client.post("/catalog/items/" + item, form, "Cookie", cookie)
                        .statusCode());
        assertThat(answers).containsOnly(302);
        var items = Shop.list(who, "/request-items");
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().at("/price/amount").asString()).isEqualTo("1749.10");
        assertThat(items.getFirst().get("answers").has("vault")).isFalse();
    }

    @Test
    void aRefusedPageSaysWhatIsWrongBesideTheQuestion() {
        var client = new Client(port);
        var cookie = client.signIn(who.who(), Cast.PASSWORD);
        var csrf = client.csrf(cookie);
        for (var bad : List.of(
                Map.of("a.model", "nope"),
                Map.of("a.model", "pro", "a.why", ""),
                Map.of("a.model", "air", "a.memory", "1e2"),
                Map.of("a.model", "air", "a.boss", "<script>nobody"),
                Map.of("a.model", "air", "a.quote", Plan.newId().toString()),
                Map.of("a.model", "air", "a.seats.1.who", "max"))) {
            var form = new HashMap<String, String>(bad);
            form.putAll(Map.of("_csrf", csrf, "quantity", "4"));
            var page = client.post("/catalog/items/" + item, form, "Cookie", cookie);
            assertThat(page.statusCode()).as(bad.toString()).isEqualTo(422);
            assertThat(page.body()).contains("role=\"alert\"").contains("value=\"4\"");
            assertThat(page.body()).doesNotContain("<script>nobody");
        }
        assertThat(Shop.list(who, "/requests")).isEmpty();
        ada.patch("/people/" + who.who(), "{\"language\":\"de\"}").is(200);
        assertThat(client.get("/catalog/items/" + item, "Cookie", cookie, "Accept-Language", "de")
                        .body())
                .contains("Modell")
                .contains("ab 1.299,00");
    }
}
