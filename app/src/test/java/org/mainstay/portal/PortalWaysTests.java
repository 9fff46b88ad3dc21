package org.mainstay.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approvals;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.LocationType;
import org.mainstay.request.Shop;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Where the portal leads: what is found, what is known, what is theirs, and what waits for them.
@MainstayTest
class PortalWaysTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Approvals approvals;

    @Autowired
    RecordStore store;

    Api ada;
    Shop shop;

    private final String mark =
            "q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "x").substring(0, 9);

    @BeforeEach
    void open() {
        cast.everybody();
        ada = new Api(port, "ada");
        shop = new Shop(ada);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private final class Visitor {

        private final Client client = new Client(port);
        private final String name;
        private final String cookie;
        private final String csrf;

        Visitor(String name) {
            this.name = name;
            cookie = client.signIn(name, Cast.PASSWORD);
            csrf = client.csrf(cookie);
        }

        HttpResponse<String> get(String path) {
            return client.get(path, "Cookie", cookie);
        }

        String page(String path) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            var all = new HashMap<>(fields);
            all.put("_csrf", csrf);
            return client.post(path, all, "Cookie", cookie);
        }

        Api api() {
            return ada.as(name);
        }
    }

    private Visitor newcomer() {
        return new Visitor(cast.userName(cast.newcomer()));
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
    }

    private String item(String kind, String name, String owner) {
        var body =
                "{\"name\":\"%s\",\"class\":\"%s\",\"owner\":%s,\"serial_number\":\"SN-%s\",\"fqdn\":\"internal.%s\"}"
                        .formatted(name, kind, owner.isEmpty() ? "null" : "\"" + owner + "\"", name, mark);
        return Shop.number(ada.post("/configuration-items", body));
    }

    private String outage(String text, String service) {
        var body = "{\"title\":\"Secret %s\",\"status_text\":\"%s\"%s}"
                .formatted(mark, text, service.isEmpty() ? "" : ",\"service\":\"" + service + "\"");
        var number = Shop.number(ada.post("/incidents", body));
        ada.post("/incidents/" + number + "/accept_major", "{}").is(200);
        return number;
    }

    @Test
    void oneSearchFindsWhatIsOfferedServicesAndTheirOwn() {
        var who = newcomer();
        var offered = shop.item("Lamp " + mark, "");
        var service = item("business_service", "Service " + mark, "");
        var request = Shop.number(who.api().post("/catalog-items/" + offered + "/order", "{}"));
        var mine = Shop.number(who.api().post("/incidents", "{\"title\":\"Dark " + mark + "\"}"));
        var others = Shop.number(ada.as("eve").post("/incidents", "{\"title\":\"Bright " + mark + "\"}"));
        var page = who.page("/portal/search?q=" + mark);
        var one = Shop.text(shop.items(who.api(), request).getFirst(), "number");
        assertThat(page).contains(offered, service, one, mine).doesNotContain(others, "Bright");
        assertThat(who.page("/portal/search?kind=services&q=" + mark))
                .contains(service)
                .doesNotContain(offered, mine);
        assertThat(new Visitor("tim").page("/portal/search?q=" + mark)).doesNotContain(service, one, mine, others);
    }

    @Test
    void aMisspeltWordFindsWhatIsMeant() {
        var offered = shop.item("Zebrafish" + mark, "");
        var service = item("business_service", "Quokka" + mark, "");
        var who = newcomer();
        var wrong = mark.substring(0, 3) + "y" + mark.substring(4);
        assertThat(who.page("/portal/search?q=Zebrafich" + mark)).contains(offered);
        assertThat(who.page("/portal/search?q=Quoka" + mark)).contains(service);
        assertThat(who.page("/catalog?q=zebrafich" + wrong)).contains(offered);
    }

    @Test
    void theBestIsFoundFirst() {
        var last = shop.item("Sturdy case", "\"short_text\":\"For the " + mark + "\"");
        var second = shop.item("A new " + mark, "");
        var first = shop.item(mark + " large", "");
        var page = newcomer().page("/portal/search?q=" + mark);
        assertThat(page.indexOf(first)).isPositive().isLessThan(page.indexOf(second));
        assertThat(page.indexOf(second)).isLessThan(page.indexOf(last));
    }

    @Test
    void whatIsNotFoundIsNotedAndCanBeAskedFor() {
        var page = newcomer().page("/portal/search?q=" + mark + "zz");
        assertThat(page).contains("Nothing was found", "/portal/report?title=" + mark + "zz");
        assertThat(new Visitor("ada").page("/catalog/demand")).contains(mark + "zz");
        for (var odd : List.of("", "%20", "%00", "%22%3E%3Cb%3E", "a".repeat(5000), "%25", "(", "%E2%80%AE")) {
            assertThat(newcomer().get("/portal/search?q=" + odd).statusCode())
                    .as(odd)
                    .isIn(200, 400);
        }
        assertThat(newcomer().page("/portal/search?q=%22%3E%3Cb%3E" + mark)).doesNotContain("\"><b>");
    }

    @Test
    void whatIsKnownIsSaidBeforeItIsReportedAgain() {
        var service = item("business_service", "Payments " + mark, "");
        var outage = outage("Payments are slow " + mark, service);
        var who = newcomer();
        assertThat(who.page("/portal")).contains("Payments are slow " + mark, "Me too");
        assertThat(who.page("/portal/services/" + service)).contains("Payments are slow " + mark);
        assertThat(who.page("/portal/report/similar?title=payments%20slow")).contains(outage, "name=\"seen\"");
        var asked = who.post("/portal/report", Map.of("title", "Payments " + mark + " hang"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains(outage, "It is something else: send");
        assertThat(place(who.post("/portal/outages/" + outage + "/me-too", Map.of())))
                .startsWith("/portal/outages/" + outage);
        assertThat(who.page("/portal/outages/" + outage))
                .contains("You are affected")
                .doesNotContain("Secret");
        assertThat(who.page("/portal/incidents"))
                .contains("Payments are slow " + mark)
                .doesNotContain("Secret");
        var stranger = new Visitor("tim");
        assertThat(stranger.get("/portal/outages/" + outage).statusCode()).isEqualTo(404);
        assertThat(stranger.page("/portal")).doesNotContain(mark);
        assertThat(stranger.page("/portal/report")).doesNotContain(mark);
        assertThat(stranger.get("/portal/services/" + service).statusCode()).isEqualTo(404);
        ada.post("/incidents/" + outage + "/cancel", "{\"reason\":\"Over\"}").is(200);
    }

    @Test
    void devicesAreTheirsAloneAndShowNothingInternal() {
        var who = newcomer();
        var laptop = item("computer", "Laptop " + mark, who.name);
        var server = item("linux_server", "Server " + mark, who.name);
        var other = item("computer", "Foreign " + mark, "eve");
        assertThat(who.page("/portal/devices")).contains(laptop).doesNotContain(server, other);
        assertThat(who.page("/portal")).contains(laptop);
        var page = who.page("/portal/devices/" + laptop);
        assertThat(page)
                .contains("SN-Laptop " + mark, "/portal/report?about=" + laptop)
                .doesNotContain("internal." + mark);
        for (var theirs : List.of(server, other, "CI9999999", "nonsense")) {
            assertThat(who.get("/portal/devices/" + theirs).statusCode())
                    .as(theirs)
                    .isEqualTo(404);
        }
        var talk = place(who.post("/portal/report", Map.of("title", "Lid " + mark, "about", laptop, "seen", "true")));
        var number = talk.replaceAll("(.*/incidents/)|(#.*)", "");
        assertThat(ada.get("/incidents/" + number)
                        .json()
                        .at("/configuration_item/number")
                        .asString())
                .isEqualTo(laptop);
        var foreign = place(who.post("/portal/report", Map.of("title", "Not " + mark, "about", other, "seen", "true")));
        assertThat(ada.get("/incidents/" + foreign.replaceAll("(.*/incidents/)|(#.*)", ""))
                        .json()
                        .get("configuration_item")
                        .isNull())
                .isTrue();
    }

    @Test
    void aProblemWithWhatWasDeliveredIsLinkedBothWays() {
        var who = newcomer();
        var offered = shop.item("Chair " + mark, "");
        var request = Shop.number(who.api().post("/catalog-items/" + offered + "/order", "{}"));
        var item = Shop.text(shop.items(who.api(), request).getFirst(), "number");
        assertThat(who.page("/catalog/requests/" + item)).contains("/portal/report?about=" + item);
        ada.post("/request-items/" + item + "/fulfil", "{}").is(200);
        assertThat(who.page("/catalog/requests/" + item)).contains("/portal/report?about=" + item);
        assertThat(who.page("/portal/report?about=" + item)).contains("Chair " + mark);
        var talk = place(who.post("/portal/report", Map.of("title", "Wobbles " + mark, "about", item, "seen", "true")));
        assertThat(who.page(talk.replace("#saved", ""))).contains("/catalog/requests/" + item);
        assertThat(who.page("/catalog/requests/" + item)).contains("Wobbles " + mark);
        assertThat(ada.get("/request-items/" + item + "/links").is(200).text()).contains("Wobbles " + mark);
        var eve = new Visitor("eve");
        assertThat(eve.page("/portal/report?about=" + item)).doesNotContain("Chair " + mark);
        var rated = who.post("/catalog/requests/" + item + "/rate", Map.of("rating", "4", "text", "Fine " + mark));
        assertThat(place(rated)).startsWith("/catalog/requests/" + item);
        assertThat(who.page("/catalog/requests/" + item)).contains("4 of 5", "Fine " + mark);
        assertThat(who.post("/catalog/requests/" + item + "/rate", Map.of("rating", "9"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(who.post("/catalog/requests/" + item + "/rate", Map.of()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatWaitsForTheirWordIsDecidedInThePortal() {
        var who = newcomer();
        var policy = Shop.number(ada.post(
                "/approval-policies",
                "{\"name\":\"%s\",\"record_type\":\"location\",\"condition\":\"name:%s\",\"stewards\":\"Operations\"}"
                        .formatted(mark, mark)));
        ada.post(
                        "/approval-steps",
                        "{\"name\":\"One\",\"policy\":\"%s\",\"approvers\":\"person\",\"person\":\"%s\"}"
                                .formatted(policy, who.name))
                .is(201);
        var place = Shop.number(ada.post("/locations", "{\"name\":\"" + mark + "\"}"));
        var location = store.find(cast.ada(), LocationType.LOCATION, place).orElseThrow();
        var approval = approvals.request(cast.ada(), location).orElseThrow().number();
        var path = "/portal/decisions/" + approval;
        assertThat(who.page("/portal")).contains(path);
        assertThat(who.page("/portal/decisions")).contains(mark, path);
        assertThat(who.page(path)).contains("Approve", "Reject", "Ada");
        assertThat(new Visitor("eve").get(path).statusCode()).isEqualTo(404);
        assertThat(new Visitor("eve").post(path, Map.of("decision", "approve")).statusCode())
                .isEqualTo(404);
        assertThat(new Visitor("ada").post(path, Map.of("decision", "approve")).statusCode())
                .isEqualTo(403);
        assertThat(who.post(path, Map.of()).statusCode()).isEqualTo(422);
        var silent = who.post(path, Map.of("decision", "reject", "text", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        place(who.post(path, Map.of("decision", "approve", "text", "Fine")));
        assertThat(who.page("/portal/decisions")).doesNotContain(path);
        assertThat(who.page(path)).contains("Nothing is to be decided");
        assertThat(ada.get("/approvals/" + approval).json().get("state").asString())
                .isEqualTo("approved");
    }

    @Test
    void absencesAreEnteredAndEndedOnTheProfile() {
        var who = newcomer();
        var wrong =
                who.post("/profile/absences", Map.of("from", "2099-05-09", "to", "2099-05-01", "note", "Kept " + mark));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("It ends before it begins", "Kept " + mark, "2099-05-09");
        assertThat(who.post("/profile/absences", Map.of("from", "soon", "to", ""))
                        .body())
                .contains("Name the first and the last day");
        assertThat(who.post(
                                "/profile/absences",
                                Map.of("from", "2099-05-01", "to", "2099-05-09", "substitute", "nobody-at-all"))
                        .statusCode())
                .isEqualTo(422);
        place(who.post("/profile/absences", Map.of("from", "2099-05-01", "to", "2099-05-09", "substitute", "eve")));
        var page = who.page("/profile");
        var number = page.replaceAll("(?s).*/profile/absences/(ABS\\d+)/end.*", "$1");
        assertThat(number).startsWith("ABS");
        assertThat(new Visitor("eve")
                        .post("/profile/absences/" + number + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
        place(who.post("/profile/absences/" + number + "/end", Map.of()));
        assertThat(who.page("/profile")).doesNotContain(number);
    }
}
