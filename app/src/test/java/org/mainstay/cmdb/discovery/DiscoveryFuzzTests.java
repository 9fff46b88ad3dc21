package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.cmdb.discovery.Samples.bytes;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainstay.testing.Fuzz;

/// Whatever the bytes: a payload that is sane, or a refusal that says why.
class DiscoveryFuzzTests {

    private static final List<String> PIECES = List.of(
            "<REQUEST>",
            "</REQUEST>",
            "<CONTENT>",
            "</CONTENT>",
            "<QUERY>INVENTORY</QUERY>",
            "<QUERY>SNMPQUERY</QUERY>",
            "<DEVICE>",
            "</DEVICE>",
            "<HARDWARE><NAME>a</NAME></HARDWARE>",
            "<BIOS><SSN>FK1</SSN></BIOS>",
            "<SOFTWARES><NAME>b</NAME></SOFTWARES>",
            "<PORTS><PORT><IFNAME>c</IFNAME></PORT></PORTS>",
            "<INFO><SERIAL>FK2</SERIAL></INFO>",
            "<nmaprun>",
            "</nmaprun>",
            "<host>",
            "</host>",
            "<status state=\"up\"/>",
            "<address addr=\"10.1.0.1\" addrtype=\"ipv4\"/>",
            "<!DOCTYPE REQUEST [<!ENTITY e \"x\">]>",
            "&e;",
            "&#0;",
            "<![CDATA[",
            "]]>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
            "{\"content\":",
            "{\"items\":[",
            "{\"ref\":\"a\",\"class\":\"server\"}",
            "\"hardware\":{\"name\":\"a\"}",
            "\"relations\":[");

    /// What stands in an element or in an attribute.
    private static final Pattern VALUE = Pattern.compile("(?:>|=\")([^<>\"=\n]+)(?:<|\")");

    private static final List<String> ODD = List.of(
            "",
            "None",
            "00:00:00:00:00:00",
            "00000000-0000-0000-0000-000000000000",
            "2022-21-09 05:21:23",
            "9999-12-31 23:59:59",
            "29/02/2023",
            "-9223372036854775808",
            "9223372036854775807",
            "9223372036854.78",
            "1e400",
            "4194MB",
            "12 PB",
            "::ffff:10.1.0.1",
            "10.1.0.1/24",
            "SNMPQUERY",
            "PROLOG",
            "+9900",
            "x".repeat(5_000),
            "\u00a0\u2028\u202e",
            "&#x1F600;".repeat(600));

    private static List<byte[]> good() throws BadPayload {
        var good = new ArrayList<byte[]>();
        for (var text :
                List.of(Samples.LAPTOP, Samples.LAPTOP_JSON, Samples.SWITCH, Samples.PRINTER_JSON, Samples.SCAN)) {
            good.add(bytes(text));
        }
        good.add(PayloadJson.write(Samples.payload(Samples.SWITCH)));
        for (var packing : Packing.values()) {
            good.add(packing.pack(bytes(Samples.LAPTOP)));
        }
        return good;
    }

    @FuzzTest
    void anyBytesAreAPayloadOrRefused(FuzzedDataProvider data) {
        read(data.consumeRemainingAsBytes());
    }

    @Test
    void changedInventoriesArePayloadsOrRefused() throws Exception {
        Fuzz.mutants("inventories", 3_000, good(), DiscoveryFuzzTests::read);
    }

    @Test
    void piecesInAnyOrderArePayloadsOrRefused() {
        Fuzz.texts("pieces of inventories", 2_000, 40, PIECES, it -> read(bytes(it)));
    }

    /// Well-formed, and with values that nobody expects: most of them are read.
    @Test
    void oddValuesInTheirPlacesAreRead() throws Exception {
        var random = Fuzz.random("odd values");
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            var text = List.of(Samples.LAPTOP, Samples.SWITCH).get(random.nextInt(2));
            for (int changes = random.nextInt(1, 8); changes > 0; changes--) {
                text = odd(text, random);
            }
            taken += agent(bytes(text)) ? 1 : 0;
            scan(bytes(odd(odd(Samples.SCAN, random), random)));
        }
        assertThat(taken).isGreaterThan(500);
    }

    private static String odd(String text, Random random) {
        var places = VALUE.matcher(text).results().toList();
        var place = places.get(random.nextInt(places.size()));
        var other = places.get(random.nextInt(places.size()));
        var value = switch (random.nextInt(3)) {
            case 0 -> other.group(1);
            case 1 -> ODD.get(random.nextInt(ODD.size()));
            default -> escaped(Fuzz.NOISE.get(random.nextInt(Fuzz.NOISE.size())));
        };
        return text.substring(0, place.start(1)) + value + text.substring(place.end(1));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }

    private static void read(byte[] bytes) {
        agent(bytes);
        scan(bytes);
        json(bytes);
        assertThat(AgentAnswer.refused(bytes, "no").body()).isNotEmpty();
    }

    private static boolean agent(byte[] bytes) {
        try {
            Sane.check(AgentCall.read(bytes, null).payload());
            return true;
        } catch (BadPayload e) {
            assertThat(e.reason().key()).startsWith("discovery.");
            return false;
        }
    }

    private static void scan(byte[] bytes) {
        try {
            Sane.check(NmapScan.read(bytes));
        } catch (BadPayload e) {
            assertThat(e.reason().key()).startsWith("discovery.");
        }
    }

    private static void json(byte[] bytes) {
        try {
            var reading = PayloadJson.read(new ByteArrayInputStream(bytes));
            assertThat(reading.payload().relations())
                    .allSatisfy(
                            it -> assertThat(Samples.refs(reading.payload())).contains(it.from(), it.to()));
        } catch (BadPayload e) {
            assertThat(e.reason().key()).startsWith("discovery.");
        } catch (IOException e) {
            throw new UncheckedIOException("a payload that is wrong is refused as one", e);
        }
    }
}
