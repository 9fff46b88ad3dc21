package org.mainstay.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Items get another class.
@MainstayTest
class ReclassifyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "c" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private String item(String itemClass, String more) {
        return ada.post("/configuration-items", "{\"class\":\"%s\",\"name\":\"%s\"%s}".formatted(itemClass, mark, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String relate(String type, String from, String to) {
        return ada.post("/relations", "{\"type\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(type, from, to))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private Api.Answer reclassify(Api who, String item, String itemClass, String how) {
        return who.post(
                "/configuration-items/" + item + "/reclassify" + how, "{\"class\":\"%s\"}".formatted(itemClass));
    }

    private JsonNode one(String item) {
        return ada.get("/configuration-items/" + item).is(200).json();
    }

    @Test
    void whatTheNewClassHasStaysAndTheRestStaysInHistory() {
        var item = item("linux_server", ",\"ip_address\":\"10.1.2.3\",\"memory_mb\":512");

        var plan = reclassify(ada, item, "network_switch", "?dry_run=true")
                .is(200)
                .json()
                .at("/plan/0");
        assertThat(plan.at("/changes/class").toString()).isEqualTo("[\"linux_server\",\"network_switch\"]");
        assertThat(plan.at("/changes/memory_mb").toString()).isEqualTo("[512,null]");
        assertThat(plan.at("/changes").has("ip_address")).isFalse();
        assertThat(plan.at("/remarks/0").asString()).contains("IP address");
        assertThat(one(item).get("class").asString()).isEqualTo("linux_server");

        reclassify(ada, item, "network_switch", "").is(200);

        assertThat(one(item).get("class").asString()).isEqualTo("network_switch");
        assertThat(one(item).get("ip_address").asString()).isEqualTo("10.1.2.3");
        assertThat(one(item).has("memory_mb")).isFalse();
        var last = ada.get("/configuration-items/" + item + "/history")
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.at("/cause/name").asString("").equals("reclassify"))
                .findFirst()
                .orElseThrow();
        assertThat(last.at("/changes/memory_mb").toString()).isEqualTo("[512,null]");
        assertThat(ada.get("/configuration-items?filter=class:network_switch%20name:" + mark)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void relationsThatWouldBecomeIllegalStandAgainstIt() {
        var software = item("database", "");
        var server = item("linux_server", "");
        var service = item("business_service", "");
        var installed = relate("installed_on", software, server);
        var needs = relate("depends_on", service, server);

        var refused = reclassify(ada, software, "linux_server", "").refused(422, "/class");
        assertThat(refused.text()).contains(installed);
        assertThat(reclassify(ada, server, "business_capability", "?dry_run=true")
                        .refused(422, "/class")
                        .text())
                .contains(needs);
        reclassify(ada, server, "virtual_machine", "").is(200);
        assertThat(ada.get("/configuration-items/" + server + "/impact").text()).contains("\"reached\":2", service);
        ada.delete("/relations/" + installed).is(204);
        reclassify(ada, software, "linux_server", "").is(200);
    }

    @Test
    void onlyThoseWhoKeepTheItemReclassifyIt() {
        var item = item("linux_server", ",\"organisation\":\"" + cast.one() + "\"");

        reclassify(ada.as("max"), item, "printer", "").problem(403);
        reclassify(ada.as("tim"), item, "printer", "").problem(404);
        reclassify(ada, item, "linux_server", "").refused(422, "/class");
        reclassify(ada, item, "teapot", "").refused(422, "/class");
        reclassify(ada, item, "computing", "").refused(422, "/class");
        var refused = ada.patch("/configuration-items/" + item, "{\"class\":\"printer\"}")
                .refused(422, "/class");
        assertThat(refused.text()).contains("reclassify");
        reclassify(ada.as("amir"), item, "printer", "").is(200);
    }

    @Test
    void aRequiredAttributeOfTheNewClassIsFilledInAfterwards() {
        ada.post(
                        "/ci-attributes",
                        "{\"ci_class\":\"monitor\",\"code\":\"%s\",\"label\":\"Panel\",\"kind\":\"text\",\"required\":true}"
                                .formatted(mark))
                .is(201);
        var item = item("printer", "");

        assertThat(reclassify(ada, item, "monitor", "?dry_run=true").is(200).text())
                .contains("Panel");
        reclassify(ada, item, "monitor", "").is(200);
        ada.patch("/configuration-items/" + item, "{\"model\":\"x\"}").is(200);
        ada.patch("/configuration-items/" + item, "{\"%s\":\"IPS\"}".formatted(mark))
                .is(200);
        ada.patch("/configuration-items/" + item, "{\"%s\":null}".formatted(mark))
                .refused(422, "/" + mark);
    }
}
