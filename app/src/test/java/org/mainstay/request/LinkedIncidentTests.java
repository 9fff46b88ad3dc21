package org.mainstay.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.request.Shop.text;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What went wrong with what was ordered: linked by hand, made from it, and told to whom it concerns.
@MainstayTest
class LinkedIncidentTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "w" + UUID.randomUUID().toString().substring(0, 8);
    Api ada;
    Api sam;
    Api who;
    Shop shop;
    String item;

    @BeforeEach
    void something() {
        cast.everybody();
        ada = new Api(port, "ada");
        sam = ada.as("sam");
        who = ada.as(cast.userName(cast.newcomer()));
        shop = new Shop(ada);
        var offered = shop.item("Chair " + mark, "");
        var request = Shop.number(who.post("/catalog-items/" + offered + "/order", "{}"));
        item = text(shop.items(who, request).getFirst(), "number");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String act(String action) {
        return "/request-items/" + item + "/" + action;
    }

    private JsonNode incidents(Api by) {
        return by.get(act("incidents")).is(200).json().get("items");
    }

    private String parcel() {
        var client = new Client(port);
        var cookie = client.signIn(who.who(), Cast.PASSWORD);
        return client.get("/catalog/requests/" + item, "Cookie", cookie).body();
    }

    private String panel(String path) {
        var client = new Client(port);
        return client.get(path, "Cookie", client.signIn("sam", Cast.PASSWORD), "HX-Request", "true")
                .body();
    }

    @Test
    void anIncidentIsMadeOfItForWhoGetsIt() {
        sam.post(act("create_incident"), "{\"title\":\"Squeaks " + mark + "\",\"description\":\"All day\"}")
                .is(200);
        var told = incidents(sam).get(0);
        var incident = told.at("/record/number").asString();
        assertThat(text(told, "state")).isEqualTo("new");
        assertThat(text(told, "link")).isEqualTo("relates_to");
        var made = sam.get("/incidents/" + incident).is(200).json();
        assertThat(made.at("/caller/number").asString()).isEqualTo(who.who());
        assertThat(made.at("/opened_by/number").asString()).isEqualTo("sam");
        assertThat(text(made, "description")).isEqualTo("All day");
        var back = sam.get("/incidents/" + incident + "/request-items").json().get("items");
        assertThat(back.at("/0/record/number").asString()).isEqualTo(item);
        assertThat(text(back.get(0), "state")).isEqualTo("in_fulfilment");
        assertThat(panel("/incidents/" + incident + "/request-items")).contains(item, "In fulfilment");
        assertThat(panel(act("incidents"))).contains(incident, "Squeaks " + mark, "New");
        assertThat(parcel()).contains("/portal/incidents/" + incident, "Squeaks " + mark, "New");
        assertThat(incidents(who).at("/0/record/number").asString()).isEqualTo(incident);
    }

    @Test
    void whoOrderedIsToldTheStateAloneOfWhatTheyDoNotSee() {
        var secret = Shop.number(sam.post("/incidents", "{\"title\":\"Glue " + mark + "\",\"caller\":\"eve\"}"));
        sam.post(act("link_incident"), "{\"incident\":\"" + secret + "\"}").is(200);
        sam.post(act("link_incident"), "{\"incident\":\"" + secret + "\"}").problem(422);
        assertThat(parcel()).contains("A problem that is known", "New").doesNotContain(secret, "Glue " + mark);
        var told = incidents(who).get(0);
        assertThat(told.get("record").isNull()).isTrue();
        assertThat(told.get("link").isNull()).isTrue();
        assertThat(text(told, "state")).isEqualTo("new");
        who.get("/incidents/" + secret).is(404);
        who.get("/incidents/" + secret + "/request-items").is(404);

        sam.post("/incidents/" + secret + "/start", "{}").is(200);
        assertThat(parcel()).contains("In progress");
        ada.patch("/incidents/" + secret, "{\"confidential\":true}").is(200);
        assertThat(parcel()).doesNotContain("A problem that is known");
        assertThat(incidents(who)).isEmpty();
        assertThat(incidents(ada)).hasSize(1);
    }

    @Test
    void onlyThoseWhoWorkOnItLinkAndOnlyWhatTheySee() {
        var incident = Shop.number(sam.post("/incidents", "{\"title\":\"Lamp " + mark + "\"}"));
        var body = "{\"incident\":\"" + incident + "\"}";
        who.post(act("link_incident"), body).problem(403);
        who.post(act("create_incident"), "{\"title\":\"Mine\"}").problem(403);
        ada.as("eve").post(act("link_incident"), body).problem(404);
        ada.as("olga").post(act("link_incident"), body).problem(404);
        var foreign = Shop.number(ada.as("olga").post("/incidents", "{\"title\":\"Far " + mark + "\"}"));
        sam.post(act("link_incident"), "{\"incident\":\"" + foreign + "\"}").problem(422);
        sam.post(act("link_incident"), "{\"incident\":\"" + item + "\"}").problem(422);
        sam.post(act("link_incident"), "{}").problem(422);
        sam.post(act("create_incident"), "{\"title\":\" \"}").problem(422);
        sam.post(act("create_incident"), "{\"title\":\"" + "x".repeat(201) + "\"}")
                .problem(422);
        sam.post(act("create_incident"), "{\"title\":\"A\",\"caller\":\"eve\"}").problem(422);
        assertThat(incidents(sam)).isEmpty();
        ada.as("eve").get(act("incidents")).problem(404);
        assertThat(panel("/incidents/" + incident + "/request-items")).isEmpty();
        who.post(act("cancel"), "{}").is(200);
        sam.post(act("link_incident"), body).problem(403);
        sam.post(act("create_incident"), "{\"title\":\"Too late\"}").problem(403);
    }

    /// Also with what was delivered, and by the links that every record has.
    @Test
    void whatWasDeliveredIsLinkedToo() {
        ada.post(act("fulfil"), "{}").is(200);
        ada.post(act("close"), "{}").is(200);
        var incident = Shop.number(who.post("/incidents", "{\"title\":\"Leg " + mark + "\"}"));
        who.post("/incidents/" + incident + "/links", "{\"type\":\"relates_to\",\"to\":\"" + item + "\"}")
                .is(201);
        assertThat(incidents(sam).at("/0/record/number").asString()).isEqualTo(incident);
        assertThat(parcel()).contains("Leg " + mark);
        ada.as("eve")
                .post(
                        "/incidents/"
                                + Shop.number(ada.as("eve").post("/incidents", "{\"title\":\"No " + mark + "\"}"))
                                + "/links",
                        "{\"type\":\"relates_to\",\"to\":\"" + item + "\"}")
                .problem(422);
        assertThat(incidents(sam)).hasSize(1);
    }
}
