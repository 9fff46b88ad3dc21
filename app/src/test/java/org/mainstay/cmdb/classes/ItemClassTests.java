package org.mainstay.cmdb.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Classes and their attributes, as a client of the API sees them.
@MainstayTest
class ItemClassTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    ItemClasses classes;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    private String item(String itemClass, String name, String more) {
        return ada.post("/configuration-items", "{\"class\":\"%s\",\"name\":\"%s\"%s}".formatted(itemClass, name, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    @Test
    void shippedClassesFormATreeOfAtMostSixty() {
        assertThat(classes.all()).hasSizeBetween(38, 60);
        assertThat(classes.within("computing")).contains("linux_server", "virtual_machine", "computer", "server");
        assertThat(classes.lineage("linux_server"))
                .extracting(ItemClass::code)
                .containsExactly("linux_server", "server", "computing");
        assertThat(classes.attributes("linux_server"))
                .extracting(ItemAttribute::code)
                .contains("os", "memory_mb", "mac_address");
    }

    @Test
    void anItemNeedsOnlyItsClassAndItsName() {
        var made = ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"web01\"}")
                .is(201)
                .json();

        assertThat(made.get("class").asString()).isEqualTo("linux_server");
        assertThat(made.get("status").asString()).isEqualTo("operational");
        assertThat(made.get("valid_from").asString()).isNotEmpty();
        assertThat(made.has("memory_mb")).isTrue();
        assertThat(made.has("page_count")).as("an attribute of printers").isFalse();
        ada.post("/configuration-items", "{\"name\":\"web01\"}").refused(422, "/class");
        ada.post("/configuration-items", "{\"class\":\"linux_server\"}").refused(422, "/name");
    }

    @Test
    void valuesAreCheckedAgainstTheClass() {
        ada.post("/configuration-items", "{\"class\":\"teapot\",\"name\":\"a\"}")
                .refused(422, "/class");
        ada.post("/configuration-items", "{\"class\":\"computing\",\"name\":\"a\"}")
                .refused(422, "/class");
        ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"a\",\"page_count\":3}")
                .refused(422, "/page_count");
        ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"a\",\"memory_mb\":\"much\"}")
                .refused(422, "/memory_mb");
        ada.post("/configuration-items", "{\"class\":\"linux_server\",\"name\":\"a\",\"memory_mb\":\"16 GB\"}")
                .refused(422, "/memory_mb");
    }

    @Test
    void anyAttributeOfAnyClassFilters() {
        var big = item("linux_server", mark + "-big", ",\"memory_mb\":65536,\"serial_number\":\"S-" + mark + "\"");
        var small = item("virtual_machine", mark + "-small", ",\"memory_mb\":1024");
        item("printer", mark + "-printer", ",\"page_count\":12");

        assertThat(numbers("filter=memory_mb>4096 " + mark)).containsExactly(big);
        assertThat(numbers("filter=memory_mb<4096 " + mark)).containsExactly(small);
        assertThat(numbers("filter=serial_number:S-" + mark)).containsExactly(big);
        assertThat(numbers("filter=page_count:12 " + mark)).hasSize(1);
        ada.get("/configuration-items?filter=no_such_thing:3").problem(422);
    }

    @Test
    void aClassIsListedWithThoseBelowIt() {
        var linux = item("linux_server", mark + " linux", "");
        var windows = item("windows_server", mark + " windows", "");
        var plain = item("server", mark + " plain", "");
        item("printer", mark + " printer", "");

        assertThat(numbers("class=linux_server&filter=" + mark)).containsExactly(linux);
        assertThat(numbers("class=server&filter=" + mark)).containsExactlyInAnyOrder(linux, windows, plain);
        assertThat(numbers("filter=class:computing " + mark)).containsExactlyInAnyOrder(linux, windows, plain);
        assertThat(numbers("filter=-class:server " + mark)).hasSize(1);
    }

    @Test
    void aNewClassWithAnAttributeIsThereAtOnce() {
        ada.post("/ci-classes", "{\"code\":\"%s\",\"label\":\"Crane\",\"parent\":\"network_device\"}".formatted(mark))
                .is(201);
        ada.post(
                        "/ci-attributes",
                        "{\"ci_class\":\"%s\",\"code\":\"%s_load\",\"label\":\"Load\",\"kind\":\"whole\",\"unit\":\"t\"}"
                                .formatted(mark, mark))
                .is(201);

        var crane = item(mark, "Crane 1", ",\"%s_load\":40,\"firmware\":\"2.1\"".formatted(mark));

        assertThat(numbers("filter=" + mark + "_load>30")).containsExactly(crane);
        ada.patch("/configuration-items/" + crane, "{\"%s_load\":50}".formatted(mark))
                .is(200);
        assertThat(ada.get("/configuration-items/" + crane + "/history").is(200).text())
                .contains("\"" + mark + "_load\":[40,50]");
        ada.post("/configuration-items", "{\"class\":\"printer\",\"name\":\"p\",\"%s_load\":1}".formatted(mark))
                .refused(422, "/" + mark + "_load");
        assertThat(ada.delete("/ci-classes/" + mark).status())
                .as("a class in use")
                .isEqualTo(403);
        assertThat(ada.delete("/ci-attributes/" + mark + "." + mark + "_load").status())
                .as("an attribute in use")
                .isEqualTo(403);
    }

    @Test
    void oneCodeIsOfOneKindInTheWholeTree() {
        var body = "{\"ci_class\":\"%s\",\"code\":\"%s\",\"label\":\"A\",\"kind\":\"%s\"}";
        ada.post("/ci-attributes", body.formatted("storage", mark, "whole")).is(201);

        ada.post("/ci-attributes", body.formatted("printer", mark, "text")).refused(422, "/kind");
        ada.post("/ci-attributes", body.formatted("printer", mark, "whole")).is(201);
        ada.post("/ci-attributes", body.formatted("peripheral", mark, "whole")).refused(422, "/code");
        ada.post("/ci-attributes", body.formatted("storage", "serial_number", "text"))
                .refused(422, "/code");
        ada.post("/ci-attributes", body.formatted("storage", "Bad Code", "text"))
                .refused(422, "/code");
        ada.post("/ci-attributes", body.formatted("no_such_class", "c", "text")).refused(422, "/ci_class");
    }

    @Test
    void whatIsOnlyPlannedWithIsNotPickedOnAnIncident() {
        var planned = item("business_application", mark, "");
        var runs = item("linux_server", mark, "");
        var body = "{\"title\":\"Down\",\"caller\":\"max\",\"configuration_item\":\"%s\"}";

        ada.post("/incidents", body.formatted(planned)).refused(422, "/configuration_item");
        ada.post("/incidents", body.formatted(runs)).is(201);
    }

    @Test
    void onlyAdministratorsMakeClasses() {
        for (var who : new String[] {"sam", "amir", "max"}) {
            ada.as(who)
                    .post("/ci-classes", "{\"code\":\"%s\",\"label\":\"Crane\"}".formatted(mark))
                    .problem(403);
        }
        ada.as("max").get("/ci-classes/linux_server").is(200);
    }

    @Test
    void retiringAnItemEndsItAndBringingItBackDoesNot() {
        var item = item("linux_server", mark, "");
        var retired = ada.patch("/configuration-items/" + item, "{\"status\":\"retired\"}")
                .is(200)
                .json();
        assertThat(retired.get("valid_to").isNull()).isFalse();

        var back = ada.patch("/configuration-items/" + item, "{\"status\":\"operational\"}")
                .is(200)
                .json();
        assertThat(back.get("valid_to").isNull()).isTrue();
    }

    private List<String> numbers(String query) {
        return ada.get("/configuration-items?"
                        + query.replace(" ", "%20").replace(">", "%3E").replace("<", "%3C"))
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .map(it -> it.get("number").asString())
                .toList();
    }
}
