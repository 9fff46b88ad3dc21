package org.mainstay.cmdb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Api;
import org.mainstay.testing.Cast;
import org.mainstay.testing.OwnInstallationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Which staleness policies there can be, and what is said of one before it is saved.
@OwnInstallationTest
class StalenessPolicyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Api ada;

    @BeforeEach
    void connect() {
        cast.everybody();
        ada = new Api(port, "ada");
    }

    @Test
    void termsAreInOrderAndDaysArePositive() {
        var terms =
                "{\"name\":\"T\",\"ci_class\":\"monitor\",\"verify_after\":%s,\"retires\":true,\"retire_after\":%s,\"archives\":true,\"archive_after\":%s}";
        var at = "/staleness-policies";
        ada.post(at, terms.formatted(60, 60, 300)).refused(422, "/retire_after");
        ada.post(at, terms.formatted(60, 30, 300)).refused(422, "/retire_after");
        ada.post(at, terms.formatted(60, 90, 90)).refused(422, "/archive_after");
        ada.post(at, terms.formatted(60, 90, 70)).refused(422, "/archive_after");
        ada.post(at, terms.formatted(0, 90, 300)).refused(422, "/verify_after");
        ada.post(at, terms.formatted(-5, 90, 300)).refused(422, "/verify_after");
        ada.post(at, terms.formatted(60, 90, 99_999)).refused(422, "/archive_after");
        ada.post(at, terms.formatted(60, "null", 300)).refused(422, "/retire_after");
        // one for storage comes with the product
        ada.post(at, "{\"name\":\"T\",\"ci_class\":\"storage\",\"verify_after\":9}")
                .refused(422, "/ci_class");
        var source = ada.post("/discovery/sources", "{\"name\":\"t %s\",\"kind\":\"api\"}".formatted(mark))
                .is(201)
                .json()
                .get("number")
                .asString();
        ada.post(at, """
                        {"name":"T","ci_class":"storage","source":"%s","retires":true,"retire_after":90}""".formatted(source)).refused(422, "/retires");
    }

    @Test
    void aPreviewSaysHowManyItTouches() {
        var told = ada.post(
                        "/staleness-policies?dry_run=true",
                        "{\"name\":\"P %s\",\"ci_class\":\"virtual_machine\",\"verify_after\":1}".formatted(mark))
                .is(200)
                .http()
                .body();
        assertThat(told).contains("0 items would be asked about now, at most 200 at a time");
    }
}
