package org.mainstay.transfer.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Node;
import org.mainstay.testing.OwnInstallationTest;
import org.mainstay.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OwnInstallationTest
class ConfigurationTests {

    private static final String YAML = "application/yaml";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    DSLContext db;

    @Autowired
    Applying applying;

    @Autowired
    RunQueries runs;

    Api ada;
    String mark;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        mark = "c" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void twoExportsAreTheSameBytes() {
        var first = ada.get("/configuration").is(200);
        assertThat(first.header("Content-Type")).startsWith(YAML);
        assertThat(ada.get("/configuration").text()).isEqualTo(first.text());
        assertThat(first.text())
                .contains("\nformat: 1\n", "\nassignment_rule:", "\n  channel:phone:\n", "\n  Network:\n")
                .doesNotContain("INC0", "GRP0", "CAT0", "created_at", "ada@")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
        assertThat(result(send(first.text(), "?dry_run=true&missing=delete"), "unchanged"))
                .isPositive();
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        var before = ada.get("/configuration").text();
        var report = send(text("""
                category:
                  %1$s:
                  %1$s / Printer:
                    owner_group: Network
                pick:
                  channel:phone:
                    list: channel
                    code: phone
                    label: Telephone %1$s
                    label_de: Telefon
                    position: 10
                    active: true
                """), "?dry_run=true");
        assertThat(result(report, "created")).isEqualTo(2);
        assertThat(result(report, "changed")).isEqualTo(1);
        assertThat(report.json().findValuesAsString("outcome")).contains("kept").doesNotContain("deleted");
        assertThat(report.text())
                .contains("\"label\":[\"Phone\",\"Telephone " + mark + "\"]")
                .contains("\"parent\":[null,\"" + mark + "\"]");
        assertThat(report.json().get("operation").isNull()).isTrue();
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
    }

    @Test
    void whatWasAppliedIsInTheHistoryAndCanBeTakenBack() {
        ada.post("/picks", "{\"list\":\"channel\",\"code\":\"" + mark + "\",\"label\":\"Pigeon " + mark + "\"}")
                .is(201);
        var before = ada.get("/configuration").text();
        var changed = before.replace("label: Pigeon " + mark, "label: Dove")
                .replace("\ncategory:", "\ncategory:\n  New " + mark + ":\n  New " + mark + " / Below:");
        var report = send(changed, "");
        assertThat(result(report, "created")).isEqualTo(2);
        assertThat(result(report, "changed")).isEqualTo(1);
        assertThat(ada.get("/picks/channel:" + mark).json().get("label").stringValue())
                .isEqualTo("Dove");
        assertThat(ada.get("/picks/channel:" + mark + "/history").text()).contains("\"name\":\"configuration\"");
        assertThat(result(send(ada.get("/configuration").text(), "?dry_run=true&missing=delete"), "changed"))
                .isZero();
        var operation = report.json().get("operation").stringValue();
        var undone = ada.post("/configuration/" + operation + "/undo", "").is(200);
        assertThat(undone.json().get("back").asInt()).isEqualTo(3);
        assertThat(undone.json().get("stayed")).isEmpty();
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
        ada.post("/configuration/" + operation + "/undo", "").problem(409);
        assertThat(ada.get("/picks/channel:" + mark + "/history").text())
                .contains("\"kind\":\"undo\",\"name\":\"configuration\",\"id\":\"" + operation + "\"");
    }

    @Test
    void whatStoppedInTheMiddleIsTakenBackByAskingAgain() {
        ada.post("/picks", "{\"list\":\"channel\",\"code\":\"" + mark + "\",\"label\":\"Pigeon " + mark + "\"}")
                .is(201);
        var before = ada.get("/configuration").text();
        var changed = before.replace("label: Pigeon " + mark, "label: Dove " + mark)
                .replace("\ncategory:", "\ncategory:\n  New " + mark + ":\n  Other " + mark + ":");
        var undo = "/configuration/" + send(changed, "").json().get("operation").stringValue() + "/undo";
        db.execute("""
                create function public.stop() returns trigger language plpgsql as
                $$ begin raise exception 'stopped'; end $$""");
        db.execute("create trigger stop before update on kernel.record for each row when (new.label = "
                + DSL.inline("Other " + mark) + ") execute function public.stop()");
        ada.post(undo, "").problem(500);
        db.execute("drop trigger stop on kernel.record");
        db.execute("drop function public.stop()");
        assertThat(ada.get("/configuration").text())
                .contains("label: Pigeon " + mark, "  Other " + mark + ":")
                .isNotEqualTo(before);
        var undone = ada.post(undo, "").is(200).json();
        assertThat(undone.get("back").asInt()).isEqualTo(3);
        assertThat(undone.get("stayed")).isEmpty();
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
        assertThat(ada.get("/picks/channel:" + mark + "/history").json().get("items"))
                .hasSize(3);
        ada.post(undo, "").problem(409);
    }

    @Test
    void whileSomebodyAppliesOrTakesBackOthersAreToldToWait() {
        var operation = send(text("category:\n  Alone %1$s:\n"), "")
                .json()
                .get("operation")
                .stringValue();
        var undo = "/configuration/" + operation + "/undo";
        runs.alone(() -> {
            var yaml = text("category:\n  Second %1$s:\n");
            var busy = ada.send("POST", "/configuration", yaml, "Content-Type", YAML);
            assertThat(busy.problem(409).header("Retry-After")).isEqualTo("1");
            send(yaml, "?dry_run=true");
            return ada.post(undo, "").problem(409);
        });
        ada.post(undo, "").is(200);
    }

    @Test
    void whatSomebodyChangesWhileATextIsAppliedStays() throws Exception {
        var pick = "/picks/channel:" + mark;
        ada.post("/picks", "{\"list\":\"channel\",\"code\":\"" + mark + "\",\"label\":\"Pigeon\"}")
                .is(201);
        var given = Configuring.read(text("""
                pick:
                  channel:%1$s:
                    list: channel
                    code: %1$s
                    label: Dove
                    active: true
                """).getBytes(StandardCharsets.UTF_8));
        var answer = applying.apply(cast.ada(), given, false, _ -> {
            ada.patch(pick, "{\"label\":\"Owl\"}").is(200);
            return true;
        });
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Applying.Answer.Tried.class,
                        it -> assertThat(it.report().faults())
                                .extracting(one -> one.reason().key())
                                .containsExactly("kernel.import.changed_meanwhile"));
        assertThat(ada.get(pick).json().get("label").stringValue()).isEqualTo("Owl");
        var again = applying.apply(cast.ada(), given, false, _ -> {
            ada.patch(pick, "{\"label_de\":\"Eule\"}").is(200);
            return true;
        });
        assertThat(((Applying.Answer.Tried) again).report().faults()).isEmpty();
        var both = ada.get(pick).json();
        assertThat(both.get("label").stringValue()).isEqualTo("Dove");
        assertThat(both.get("label_de").stringValue()).isEqualTo("Eule");
    }

    @Test
    void takingBackOnThePageAnswersWithAnAddress() {
        var operation = send(text("category:\n  Paged %1$s:\n"), "")
                .json()
                .get("operation")
                .stringValue();
        var client = ada.client();
        var cookie = client.signIn("ada", Cast.PASSWORD);
        var form = Map.of("_csrf", client.csrf(cookie));
        var told = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            var sent = client.post("/configuration/" + operation + "/undo", form, "Cookie", cookie);
            assertThat(sent.statusCode()).isIn(302, 303);
            var location = sent.headers().firstValue("Location").orElseThrow();
            told.add(client.get(location.replaceFirst("http://[^/]+", ""), "Cookie", cookie)
                    .body());
        }
        assertThat(told.getFirst()).contains("One record is as before.");
        assertThat(told.getLast()).contains("This was taken back before.");
        assertThat(ada.get("/configuration").text()).doesNotContain(mark);
    }

    @Test
    void whatTheTextDoesNotHaveGoesOnlyWhereAskedForAndComesBack() {
        ada.post("/picks", "{\"list\":\"channel\",\"code\":\"" + mark + "\",\"label\":\"Pigeon\"}")
                .is(201);
        var before = ada.get("/configuration").text();
        var without = before.replaceAll("(?s)  channel:" + mark + ":\n(    [^\n]*\n)+", "");
        assertThat(without).isNotEqualTo(before);
        assertThat(result(send(without, ""), "kept")).isEqualTo(1);
        var report = send(without, "?missing=delete");
        assertThat(result(report, "deleted")).isEqualTo(1);
        ada.get("/picks/channel:" + mark).problem(404);
        assertThat(ada.get("/configuration").text()).isEqualTo(without);
        // a code is never used twice, and so the same record comes back
        assertThat(result(send(before, ""), "created")).isEqualTo(1);
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
        var operation = send(without, "?missing=delete").json().get("operation").stringValue();
        ada.post("/configuration/" + operation + "/undo", "").is(200);
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
    }

    @Test
    void aFieldItsOptionsAndItsValuesComeTogether() {
        var yaml = text("""
                category:
                  Coloured %1$s:
                    custom.%1$s: red
                custom_field:
                  category.%1$s:
                    record_type: category
                    code: %1$s
                    kind: choice
                    label: Colour
                pick:
                  custom:category.%1$s:red:
                    list: custom:category.%1$s
                    code: red
                    label: Red
                """);
        assertThat(result(send(yaml, "?dry_run=true"), "created")).isEqualTo(3);
        var report = send(yaml, "");
        assertThat(result(report, "created")).isEqualTo(3);
        assertThat(ada.get("/configuration").text()).contains("custom." + mark + ": red");
        var operation = report.json().get("operation").stringValue();
        var undone = ada.post("/configuration/" + operation + "/undo", "").is(200);
        assertThat(undone.json().get("stayed")).as(undone.text()).isEmpty();
        assertThat(ada.get("/configuration").text()).doesNotContain(mark);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndNothingIsDone() {
        var before = ada.get("/configuration").text();
        var yaml = text("""
                assignment_rule:
                  To nobody %1$s:
                    group: No such group
                    condition: title:x
                    position: many
                category:
                  Fine %1$s:
                  Odd %1$s:
                    number: CAT0000001
                    id: x
                incident:
                  INC0000001:
                pick:
                  channel:one_%1$s:
                    list: channel
                    code: two_%1$s
                    label: Other
                  channel:phone:
                    list: other
                    code: phone
                role:
                  %1$s:
                    name: Broken
                    permissions: everything:do
                """);
        var refused = send(yaml, "", 422);
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .contains(
                        "/incident",
                        "/assignment_rule/To nobody " + mark + "/group",
                        "/assignment_rule/To nobody " + mark + "/position",
                        "/category/Odd " + mark + "/number",
                        "/category/Odd " + mark + "/id",
                        "/pick/channel:one_" + mark,
                        "/pick/channel:phone/list",
                        "/role/" + mark + "/permissions");
        assertThat(send(yaml, "?dry_run=true").text()).contains("No such group");
        assertThat(ada.get("/configuration").text()).isEqualTo(before);
        send("format: 1\npick: [", "", 422);
        send("x".repeat(9 << 20), "", 422);
        send(text(""), "?dry_run=perhaps", 422);
        send(text(""), "?missing=all", 422);
        send(text(""), "?unknown=x", 422);
    }

    @Test
    void whoSawAnotherConfigurationIsTold() {
        var seen = ada.get("/configuration").header("ETag");
        ada.post("/picks", "{\"list\":\"channel\",\"code\":\"" + mark + "\",\"label\":\"Pigeon\"}")
                .is(201);
        var yaml = text("category:\n  Late %1$s:\n");
        ada.send("POST", "/configuration", yaml, "Content-Type", YAML, "If-Match", seen)
                .problem(412);
        var now = ada.get("/configuration").header("ETag");
        ada.send("POST", "/configuration", yaml, "Content-Type", YAML, "If-Match", now)
                .is(200);
    }

    @Test
    void nobodyElseTakesItAlongOrBringsOne() {
        for (var who : new String[] {"sam", "max", "olga"}) {
            var api = ada.as(who);
            api.get("/configuration").problem(403);
            api.send("POST", "/configuration", text(""), "Content-Type", YAML).problem(403);
            api.post("/configuration/" + UUID.randomUUID() + "/undo", "").problem(403);
        }
    }

    @Test
    void anotherInstallationBecomesTheSame() throws Exception {
        send(text("""
                category:
                  Top %1$s:
                  Top %1$s / Below:
                  Top %1$s / Below (2):
                    name: Below
                  Slash / %1$s:
                group:
                  Team %1$s:
                    active: true
                    parent: Network
                role:
                  %1$s:
                    name: Reads
                    permissions: knowledge:read
                    description: |-
                      Two
                      lines
                assignment_rule:
                  Route %1$s:
                    active: true
                    condition: category:"Slash / %1$s"
                    group: Team %1$s
                    method: group_only
                    position: 5000
                """), "");
        var here = ada.get("/configuration").text();
        try (var node = Node.on(TestDatabase.empty())) {
            node.ready().ask("cast");
            var there = new Api(node.client(), "ada");
            assertThat(there.get("/configuration").text()).isNotEqualTo(here);
            var first = there.send("POST", "/configuration?missing=delete", here, "Content-Type", YAML)
                    .is(200);
            assertThat(result(first, "refused")).as(first.text()).isZero();
            assertThat(there.get("/configuration").text()).isEqualTo(here);
            var again = there.send("POST", "/configuration?missing=delete", here, "Content-Type", YAML)
                    .is(200);
            assertThat(result(again, "created") + result(again, "changed") + result(again, "deleted"))
                    .isZero();
        }
    }

    private String text(String rest) {
        return "format: 1\n" + rest.formatted(mark);
    }

    private Api.Answer send(String yaml, String query) {
        return send(yaml, query, 200);
    }

    private Api.Answer send(String yaml, String query, int status) {
        return ada.send("POST", "/configuration" + query, yaml, "Content-Type", YAML)
                .is(status);
    }

    private static int result(Api.Answer answer, String outcome) {
        return answer.json().at("/result/" + outcome).asInt();
    }
}
