package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainstay.kernel.record.Message;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "mac, 44-85-00-2B-90-BC, 44:85:00:2b:90:bc",
        "mac, 4485.002b.90bc, 44:85:00:2b:90:bc",
        "mac, 4485002B90BC, 44:85:00:2b:90:bc",
        "serial, ' ab 12-c ', AB 12-C",
        "uuid, {4C4C4544-0034-3010-8048-B6C04F503732}, 4c4c4544-0034-3010-8048-b6c04f503732",
        "uuid, 44454C4C-3400-1030-8048-B6C04F503732, 4c4c4544-0034-3010-8048-b6c04f503732",
        "fqdn, WEB01.Example.ORG., web01.example.org",
        "imei, 35-693803-564380-9, 356938035643809",
        "ip, 010.1.0.020, 10.1.0.20",
        "ip, FE80::1%eth0, fe80::1",
        "name_in_parent, '  Git   G ', git g",
        "cloud_id, i-0AbC, i-0AbC",
    })
    void valuesHaveOneForm(String kind, String value, String expected) {
        assertThat(Identifier.of(kind, value, null)).map(Identifier::value).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Dell Inc., dell",
        "DELL, dell",
        "'LENOVO Co., Ltd.', lenovo",
        "Hewlett-Packard, hp",
        "'Cisco Systems, Inc.', cisco",
        "'  ', ",
    })
    void manufacturersAreComparedWithoutTheirLegalForm(String manufacturer, String expected) {
        assertThat(Identifier.of("serial", "X1", manufacturer).orElseThrow().scope())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "serial, To be filled by O.E.M., placeholder",
        "serial, Default string, placeholder",
        "serial, System Serial Number, placeholder",
        "serial, Not Specified, placeholder",
        "serial, None, placeholder",
        "serial, N/A, placeholder",
        "serial, ----, placeholder",
        "serial, '', empty",
        "serial, 00000000, one_character",
        "serial, 1111, one_character",
        "serial, FFFFFFFF, placeholder",
        "serial, 123456789, counted",
        "serial, 0123456789ABCDEF, counted",
        "mac, 00:00:00:00:00:00, placeholder",
        "mac, FF:FF:FF:FF:FF:FF, placeholder",
        "mac, 02:00:4C:4F:4F:50, placeholder",
        "mac, 01:00:5e:00:00:fb, group_address",
        "mac, d5:c9:gh:81:cf:80, malformed",
        "uuid, 00000000-0000-0000-0000-000000000000, placeholder",
        "uuid, FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF, placeholder",
        "uuid, 03000200-0400-0500-0006-000700080009, placeholder",
        "uuid, 5a30d8711bbadc9d, malformed",
        "fqdn, localhost, malformed",
        "fqdn, localhost.localdomain, placeholder",
        "fqdn, 10.1.0.20, malformed",
        "fqdn, web 01.example.org, malformed",
        "imei, 12345, malformed",
        "imei, 000000000000000, one_character",
        "ip, 10.1.0.256, malformed",
        "ip, fe80::1::2, malformed",
        "agent_id, unknown, placeholder",
    })
    void junkIdentifiesNothingAndSaysWhy(String kind, String value, String reason) {
        assertThat(Identifier.of(kind, value, null)).isEmpty();
        assertThat(JunkValues.reason(kind, value)).map(Message::key).hasValue("discovery.junk." + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5CG1234XYZ", "W87051UGVUV", "1234567890123X", "PHCVN191TG", "VMware-56 4d 3c", "ABCD9"})
    void realSerialsAreNoJunk(String serial) {
        assertThat(JunkValues.reason("serial", serial)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mac, 44:85:00:2b:90:bc, false",
        "mac, 00:e0:4c:68:01:db, true",
        "mac, 00:50:56:91:b9:f9, true",
        "mac, 02:42:ac:1c:01:03, true",
        "fqdn, web.example.org, false",
        "fqdn, macbook.local, true",
        "ip, 10.1.0.20, true",
        "agent_id, dune-3-2026, true",
        "serial, FK7204X, false",
    })
    void whatMayBeSharedOrLentIsWeak(String kind, String value, boolean weak) {
        assertThat(Identifier.of(kind, value, null).orElseThrow().weak()).isEqualTo(weak);
    }

    @Test
    void aUuidHasASecondForm() {
        var uuid = Identifier.of("uuid", "564d3c5e-a58b-7b25-d611-000000000001", null)
                .orElseThrow();
        assertThat(uuid.swapped()).map(Identifier::value).hasValue("5e3c4d56-8ba5-257b-d611-000000000001");
        assertThat(uuid.swapped().flatMap(Identifier::swapped)).hasValue(uuid);
        assertThat(Identifier.of("serial", "X1", null).flatMap(Identifier::swapped))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name_in_parent", "serial", "cloud_id"})
    void aVeryLongValueIsKeptByItsBeginningAndItsHash(String kind) {
        var one = Identifier.of(kind, "xY".repeat(450) + "1", "Maker").orElseThrow();
        var other = Identifier.of(kind, "xY".repeat(450) + "2", "Maker").orElseThrow();
        assertThat(one.value()).hasSizeLessThanOrEqualTo(300).isNotEqualTo(other.value());
        assertThat(Identifier.of(kind, one.value(), one.scope())).hasValue(one);
    }
}
