package org.mainstay.cmdb.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What becomes of unknown devices once somebody says what some of them are.
@MainstayTest
class UnknownDeviceTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private Api ada;
    private Client client;
    private String cookie = "";
    private String csrf = "";

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        client = new Client(port);
        cookie = client.signIn("ada", Cast.PASSWORD);
        csrf = client.get("/unknown-devices", "Cookie", cookie)
                .body()
                .replaceAll("(?s).*name=\"csrf\" content=\"([^\"]+)\".*", "$1");
    }

    private String device(int number, String itemClass, String maker, String ports) {
        return ada.post("/configuration-items", """
                        {"class":"%s","name":"%s-%d","manufacturer":"%s","description":"%s"}""".formatted(itemClass, mark, number, maker, ports))
                .is(201)
                .json()
                .get("id")
                .asString();
    }

    private String post(List<String> records, String more) {
        var body =
                records.stream().map(it -> "record=" + it).collect(Collectors.joining("&")) + more + "&_csrf=" + csrf;
        var answer = client.send(
                "POST",
                "/unknown-devices",
                body,
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded");
        return answer.statusCode() + " " + answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsSaidOfSomeBecomesARuleForAllThatAreAlike() {
        var maker = "Maker " + mark;
        var chosen = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            chosen.add(device(i, "unknown_device", maker, "9100/tcp jetdirect, 80/tcp http"));
        }
        var further = device(7, "unknown_device", maker, "9100/tcp jetdirect");
        var other = device(8, "unknown_device", "Else " + mark, "22/tcp ssh");
        device(9, "network_switch", maker, "22/tcp ssh");

        var page = post(chosen, "&ci_class=printer");
        assertThat(page).startsWith("200");
        var condition = Pattern.compile("name=\"condition\" value=\"([^\"]*)\"").matcher(page);
        assertThat(condition.find()).isTrue();
        var text = condition.group(1).replace("&#34;", "\"");
        assertThat(text).contains("9100/tcp");
        assertThat(page).contains("Nothing of another class fits");

        assertThat(post(chosen, "&ci_class=printer&do=rule&name=P" + mark + "&condition=" + encoded(text)))
                .startsWith("302");
        for (var id : List.of(chosen.getFirst(), further)) {
            assertThat(ada.get("/configuration-items/" + id).json().get("class").asString())
                    .isEqualTo("printer");
        }
        assertThat(ada.get("/configuration-items/" + other).json().get("class").asString())
                .isEqualTo("unknown_device");
        var rules = ada.get("/classification-rules?filter=name:P" + mark).json().get("items");
        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).get("condition").asString()).isEqualTo(text);
        ada.patch("/classification-rules/" + rules.get(0).get("number").asString(), "{\"active\":false}")
                .is(200);
    }

    @Test
    void aFormThatIsSentTwiceMakesOneRule() {
        var condition = "manufacturer:\"Twice " + mark + "\"";
        var more = "&ci_class=printer&do=rule&name=T" + mark + "&condition=" + encoded(condition);
        assertThat(post(List.of(device(0, "unknown_device", "Twice " + mark, "")), more))
                .startsWith("302");
        var second = device(1, "server", "Twice " + mark, "");
        ada.post("/configuration-items/" + second + "/reclassify", "{\"class\":\"unknown_device\"}")
                .is(200);
        assertThat(post(List.of(second), more)).startsWith("302");
        var rules = ada.get("/classification-rules?filter=name:T" + mark).json().get("items");
        assertThat(rules).hasSize(1);
        ada.patch("/classification-rules/" + rules.get(0).get("number").asString(), "{\"active\":false}")
                .is(200);
    }

    @Test
    void whatSomebodyClassifiedMeanwhileStaysSo() {
        var theirs = device(0, "network_switch", "Meanwhile " + mark, "");
        var unknown = device(1, "unknown_device", "Meanwhile " + mark, "");
        assertThat(post(List.of(theirs, unknown), "&ci_class=printer&do=classify"))
                .startsWith("302");
        assertThat(ada.get("/configuration-items/" + theirs).json().get("class").asString())
                .isEqualTo("network_switch");
        assertThat(post(List.of(theirs), "&ci_class=printer&do=classify"))
                .startsWith("422")
                .contains("Somebody has classified them meanwhile.");
    }

    @Test
    void aRuleThatReachesThingsOfOtherClassesIsWarnedOf() {
        var maker = "Wide " + mark;
        var chosen = List.of(device(0, "unknown_device", maker, ""), device(1, "unknown_device", maker, ""));
        device(2, "network_switch", maker, "");
        var page = post(chosen, "&ci_class=printer&condition=" + encoded("manufacturer:\"" + maker + "\""));
        assertThat(page).contains("1 items of another class fit too");
    }

    @Test
    void onlyTheChosenOnesAreClassifiedWithoutARule() {
        var chosen = List.of(device(0, "unknown_device", "Solo " + mark, ""));
        var other = device(1, "unknown_device", "Solo " + mark, "");
        assertThat(post(chosen, "&ci_class=printer&do=classify")).startsWith("302");
        assertThat(ada.get("/configuration-items/" + other).json().get("class").asString())
                .isEqualTo("unknown_device");
        assertThat(post(List.of(), "&ci_class=printer&do=classify")).startsWith("422");
        assertThat(post(List.of(other), "&ci_class=unknown_device&do=classify")).startsWith("422");
    }
}
