package org.mainstay.cmdb.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Definitions of classes and attributes change while there are items.
@MainstayTest
class DefinitionChangeTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = "d" + UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
        ada.post("/ci-classes", "{\"code\":\"%s\",\"label\":\"Crane\"}".formatted(mark))
                .is(201);
    }

    private void attribute(String code, String kind, String more) {
        ada.post(
                        "/ci-attributes",
                        "{\"ci_class\":\"%s\",\"code\":\"%s\",\"label\":\"The %s\",\"kind\":\"%s\"%s}"
                                .formatted(mark, code, code, kind, more))
                .is(201);
    }

    private String item(String more) {
        return ada.post("/configuration-items", "{\"class\":\"%s\"%s}".formatted(mark, more))
                .is(201)
                .json()
                .get("number")
                .asString();
    }

    private String remarks(String path, String change) {
        return ada.patch(path + "?dry_run=true", change)
                .is(200)
                .json()
                .at("/plan/0/remarks")
                .toString();
    }

    @Test
    void aPreviewSaysWhatAChangeMeansToTheItems() {
        attribute("lift" + mark, "whole", ",\"unit\":\"t\"");
        var path = "/ci-attributes/" + mark + ".lift" + mark;
        var with = item(",\"name\":\"a\",\"lift%s\":7".formatted(mark));
        var without = item(",\"name\":\"b\"");

        assertThat(remarks(path, "{\"unit\":\"kg\"}")).contains("One item has a value", with);
        assertThat(remarks(path, "{\"required\":true}"))
                .contains("One item has no value", without)
                .doesNotContain(with);
        assertThat(remarks(path, "{\"kind\":\"decimal\"}")).contains(with);
        var refused = ada.patch(path, "{\"kind\":\"text\"}").refused(422, "/kind");
        assertThat(refused.text()).contains("one item has one now");
        ada.patch(path, "{\"kind\":\"decimal\"}").is(200);
        assertThat(ada.get("/configuration-items/" + with)
                        .json()
                        .get("lift" + mark)
                        .asInt())
                .isEqualTo(7);
        ada.patch("/configuration-items/" + with, "{\"lift%s\":7.5}".formatted(mark))
                .is(200);
    }

    @Test
    void whatIsInUseStaysAndTheRefusalSaysWhy() {
        attribute("reach" + mark, "text", "");
        var item = item(",\"name\":\"a\",\"reach%s\":\"far\"".formatted(mark));

        assertThat(ada.delete("/ci-attributes/" + mark + ".reach" + mark)
                        .problem(403)
                        .text())
                .contains("One item has a value", item);
        assertThat(ada.delete("/ci-classes/" + mark).problem(403).text()).contains("One item is of this class", item);
        ada.patch("/ci-classes/" + mark, "{\"abstract\":true}").refused(422, "/abstract");
        assertThat(remarks("/ci-classes/" + mark, "{\"active\":false}")).contains(item);
        ada.delete("/configuration-items/" + item).is(204);
        assertThat(ada.delete("/ci-classes/" + mark).problem(403).text()).contains("attribute");
        ada.delete("/ci-attributes/" + mark + ".reach" + mark).is(204);
        ada.post(
                        "/relation-types",
                        "{\"code\":\"r%s\",\"label\":\"lifts\",\"reverse_label\":\"is lifted by\",\"pairs\":\"%s > *\"}"
                                .formatted(mark, mark))
                .is(201);
        assertThat(ada.delete("/ci-classes/" + mark).problem(403).text()).contains("type of relation");
        ada.patch("/relation-types/r" + mark, "{\"pairs\":null}").is(200);
        ada.delete("/ci-classes/" + mark).is(204);
    }

    @Test
    void aClassDoesNotBecomeOneOfDesignTimeWhileItsItemsCarryFailure() {
        var from = item(",\"name\":\"a\"");
        var to = item(",\"name\":\"b\"");
        var relation = ada.post(
                        "/relations", "{\"type\":\"depends_on\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .is(201)
                .json()
                .get("number")
                .asString();

        assertThat(ada.patch("/ci-classes/" + mark, "{\"phase\":\"design_time\"}")
                        .refused(422, "/phase")
                        .text())
                .contains(relation);
        ada.delete("/relations/" + relation).is(204);
        assertThat(remarks("/ci-classes/" + mark, "{\"phase\":\"design_time\"}"))
                .contains(from, to);
        ada.patch("/ci-classes/" + mark, "{\"phase\":\"design_time\"}").is(200);
    }

    @Test
    void aClassSaysWhatItsItemsAreCalledWhereNobodyDoes() {
        attribute("tag" + mark, "text", "");
        ada.patch("/ci-classes/" + mark, "{\"display\":\"teapot\"}").refused(422, "/display");
        ada.patch("/ci-classes/" + mark, "{\"display\":\"tag%s, serial_number\"}".formatted(mark))
                .is(200);

        var bySerial = item(",\"serial_number\":\"S-1\"");
        var byTag = item(",\"serial_number\":\"S-2\",\"tag%s\":\"T-1\"".formatted(mark));

        assertThat(ada.get("/configuration-items/" + bySerial)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("S-1");
        assertThat(ada.get("/configuration-items/" + byTag).json().get("name").asString())
                .isEqualTo("T-1");
        ada.post("/configuration-items", "{\"class\":\"%s\"}".formatted(mark)).refused(422, "/name");
    }
}
