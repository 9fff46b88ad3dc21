package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

/// The pages by which people order, as browsers without scripts use them.
@MainstayTest
class CatalogPagesTests {

    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Upkeep upkeep;

    Api ada;
    Shop shop;
    Api who;
    Client client;
    String cookie;

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
        who = ada.as(cast.userName(cast.newcomer()));
        client = new Client(port);
        cookie = client.signIn(who.who(), Cast.PASSWORD);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String page(String path) {
        var answer = client.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(String path, Map<String, String> form) {
        var all = new HashMap<>(form);
        all.put("_csrf", client.csrf(cookie));
        return client.post(path, all, "Cookie", cookie);
    }

    private static String once(String page) {
        var found = ONCE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String word() {
        return "w" + Plan.newId().toString().substring(24);
    }

    @Test
    void aFormThatIsSentTwiceOrdersOnce() {
        var item = shop.item("Kettle " + word(), "\"most\":3");
        var page = page("/catalog/items/" + item);
        var form = Map.of("quantity", "2", "once", once(page), "price", "0.01");
        var first = send("/catalog/items/" + item, form);
        var second = send("/catalog/items/" + item, form);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(Shop.list(who, "/requests")).hasSize(1);
        send("/catalog/items/" + item, Map.of("once", once(page("/catalog/items/" + item))));
        assertThat(Shop.list(who, "/requests")).hasSize(2);
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        var item = shop.item("Toaster " + word(), "\"most\":3");
        for (var quantity : new String[] {"0", "-1", "1000000000", "99999999999999999999", "two"}) {
            var answer = send("/catalog/items/" + item, Map.of("quantity", quantity));
            assertThat(answer.statusCode()).as(quantity).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"").contains("value=\"" + quantity + "\"");
        }
        assertThat(Shop.list(who, "/requests")).isEmpty();
        shop.retire(item);
        var late = send("/catalog/items/" + item, Map.of("quantity", "1"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("not offered at the moment");
    }

    @Test
    void theCartIsFilledOrderedOnceAndFilledAgain() {
        var word = word();
        var item = shop.item("Sofa " + word, "\"most\":9,\"price\":{\"amount\":\"1000\",\"currency\":\"EUR\"}");
        send("/catalog/items/" + item, Map.of("quantity", "2", "go", "cart"));
        var cart = page("/catalog/cart");
        assertThat(cart).contains("Sofa " + word).contains("€2,000.00");
        var form = Map.of("once", once(cart));
        var first = send("/catalog/cart", form);
        var second = send("/catalog/cart", form);
        var where = first.headers().firstValue("Location").orElseThrow();
        assertThat(second.headers().firstValue("Location")).hasValue(where);
        assertThat(send("/catalog/cart", Map.of()).statusCode()).isEqualTo(422);
        assertThat(Shop.list(who, "/requests")).hasSize(1);
        var request = where.replaceAll(".*/requests/|#.*", "");
        assertThat(page("/catalog/requests/" + request)).contains("2 × Sofa").contains("Being prepared");
        assertThat(page("/catalog/requests")).contains("2 × Sofa");
        send("/catalog/requests/" + request + "/again", Map.of());
        assertThat(who.get("/carts/mine").json().at("/items/0/quantity").asLong())
                .isEqualTo(2);
        var line = who.get("/carts/mine").json().at("/items/0/id").asString();
        send("/catalog/cart/" + line, Map.of("verb", "later"));
        assertThat(page("/catalog/cart")).contains("For later");
        send("/catalog/cart/" + line, Map.of("verb", "remove"));
        assertThat(page("/catalog/cart")).contains("The cart is empty");
    }

    @Test
    void whoOrderedCancelsWritesAndSeesWhereItIs() {
        var item = shop.item("Ladder " + word(), "", "Find it@Operations", "Carry it");
        var request = Shop.number(who.post("/catalog-items/" + item + "/order", "{}"));
        var there = "/catalog/requests/" + request;
        assertThat(page(there)).contains("Find it").contains("with Operations").contains("Carry it");
        send(there + "/reply", Map.of("text", "It should be *long*."));
        assertThat(page(there)).contains("<em>long</em>");
        var one = Shop.text(shop.items(who, request).getFirst(), "number");
        send("/catalog/requests/" + one + "/cancel", Map.of("text", "Too high"));
        assertThat(page(there)).contains("Cancelled");
        assertThat(Shop.text(who.get("/requests/" + request).json(), "state")).isEqualTo("cancelled");
        assertThat(send(there + "/cancel", Map.of()).statusCode()).isEqualTo(422);
        var others = client.signIn("eve", Cast.PASSWORD);
        assertThat(client.get(there, "Cookie", others).statusCode()).isEqualTo(404);
        assertThat(client.get("/catalog/requests/" + one, "Cookie", others).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsLookedForIsFoundOrCounted() {
        var word = word();
        shop.item("Über-" + word, "\"short_text\":\"Something to sit on\",\"name_de\":\"Hocker " + word + "\"");
        assertThat(page("/catalog?q=uber-" + word)).contains("Something to sit on");
        assertThat(page("/catalog?q=HOCKER+" + word)).contains("Something to sit on");
        assertThat(page("/catalog?q=" + word + "+unfindable")).contains("We have noted");
        assertThat(page("/catalog?q=" + word + "+unfindable")).contains("We have noted");
        var demand = client.get("/catalog/demand", "Cookie", client.signIn("ada", Cast.PASSWORD));
        assertThat(demand.body()).contains(word + " unfindable</td><td>2</td>");
        assertThat(client.get("/catalog/demand", "Cookie", cookie).statusCode()).isEqualTo(403);
    }

    @Test
    void whatADepartmentOrdersIsShownToItsPeople() {
        var word = word();
        var item = shop.item("Beanbag " + word, "");
        var department = "{\"department\":\"" + word + "\"}";
        for (int i = 0; i < 2; i++) {
            var other = ada.as(cast.userName(cast.newcomer()));
            ada.patch("/people/" + other.who(), department).is(200);
            other.post("/catalog-items/" + item + "/order", "{}").is(201);
        }
        ada.patch("/people/" + who.who(), department).is(200);
        upkeep.count();
        assertThat(page("/catalog")).contains("Popular in your department").contains("Beanbag " + word);
    }

    @Test
    void aGermanReadsGerman() {
        var word = word();
        shop.item("Broom " + word, "\"name_de\":\"Besen " + word + "\",\"promise\":\"P3D\"");
        ada.patch("/people/" + who.who(), "{\"language\":\"de\"}").is(200);
        var german = client.get("/catalog?q=" + word, "Cookie", cookie, "Accept-Language", "de");
        assertThat(german.body()).contains("Besen " + word).contains("innerhalb von 3 Tagen");
        var item =
                Shop.text(ada.get("/catalog-items?filter=name~" + word).json().at("/items/0"), "number");
        var request =
                who.post("/catalog-items/" + item + "/order", "{}").is(201).json();
        assertThat(Shop.text(request, "title")).isEqualTo("Besen " + word);
    }
}
