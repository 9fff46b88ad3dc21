package org.mainstay.cmdb.discovery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP;
import static org.mainstay.cmdb.discovery.Samples.SCAN;
import static org.mainstay.cmdb.discovery.Samples.bytes;
import static org.mainstay.cmdb.discovery.Samples.payload;
import static org.mainstay.cmdb.discovery.Samples.values;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent to an open inventory endpoint to do harm: each is refused, says why, and costs little.
@Timeout(30)
class HostileInputTests {

    @TempDir
    Path folder;

    private static String refusal(byte[] body) {
        var refused = catchThrowableOfType(BadPayload.class, () -> AgentCall.read(body, null));
        assertThat(refused).as("it must be refused").isNotNull();
        return refused.reason().key();
    }

    private static String refusal(String body) {
        return refusal(bytes(body));
    }

    private static String request(String name) {
        return "<REQUEST><QUERY>INVENTORY</QUERY><CONTENT><HARDWARE><NAME>" + name
                + "</NAME></HARDWARE><BIOS><SSN>FK1</SSN></BIOS></CONTENT></REQUEST>";
    }

    @Test
    void entitiesAreNeitherReadNorFetched() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "hunter2");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var remote = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (var declaration : new String[] {
                "<!DOCTYPE REQUEST [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE REQUEST [<!ENTITY e SYSTEM \"" + remote + "\">]>",
                "<!DOCTYPE REQUEST [<!ENTITY % p SYSTEM \"" + remote + "\"> %p;]>",
                "<!DOCTYPE REQUEST [<!ENTITY e \"harmless\">]>",
                "<!DOCTYPE REQUEST SYSTEM \"" + remote + "\">",
                "<!DOCTYPE REQUEST PUBLIC \"x\" \"" + remote + "\">",
            }) {
                assertThat(refusal(declaration + request("&e;"))).isIn("discovery.entities", "discovery.xml_broken");
                assertThat(catchThrowableOfType(
                                BadPayload.class,
                                () -> NmapScan.read(bytes(declaration.replace("REQUEST", "nmaprun")
                                        + "<nmaprun><host><status state=\"up\"/>&e;</host></nmaprun>"))))
                        .isNotNull();
            }
            assertThat(catchThrowableOfType(java.net.SocketTimeoutException.class, server::accept))
                    .as("nobody came to fetch an entity")
                    .isNotNull();
        }
    }

    @Test
    void laughterDoesNotMultiply() {
        var declared = new StringBuilder("<!DOCTYPE REQUEST [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            declared.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        assertThat(refusal(declared + "]>" + request("&l9;"))).isIn("discovery.entities", "discovery.xml_broken");
    }

    @Test
    void xincludeIsOnlyAnElement() throws Exception {
        assertThat(values(
                        payload(
                                request("a")
                                        .replace(
                                                "<NAME>",
                                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/><NAME>")),
                        "device"))
                .containsEntry("name", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZLIB", "GZIP", "DEFLATE"})
    void aBombIsRefusedBeforeItBursts(Packing packing) {
        var bomb = packing.pack(bytes("<REQUEST><CONTENT>" + " ".repeat(100 << 20)));
        assertThat(bomb).hasSizeLessThan(200_000);
        assertThat(refusal(bomb)).isEqualTo("discovery.unpacks_to_too_much");
        assertThat(refusal(packing.pack(bytes("{\"content\":" + " ".repeat(100 << 20)))))
                .isEqualTo("discovery.unpacks_to_too_much");
    }

    @Test
    void whatIsLargerThanMayBeIsRefusedUnpackedToo() {
        assertThat(refusal("<REQUEST><CONTENT>" + " ".repeat(65 << 20))).isEqualTo("discovery.unpacks_to_too_much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZLIB", "GZIP", "DEFLATE"})
    void whatIsCutOffIsRefused(Packing packing) {
        var whole = packing.pack(bytes(LAPTOP));
        for (int length : new int[] {0, 1, 2, 3, 10, whole.length / 2, whole.length - 12}) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .isIn("discovery.packed_broken", "discovery.empty", "discovery.xml_broken");
        }
    }

    @Test
    void nestingEnds() {
        assertThat(refusal("<REQUEST>" + "<a>".repeat(3_500_000))).isEqualTo("discovery.too_deep");
        assertThat(refusal("{\"content\":" + "[".repeat(10_000_000))).isEqualTo("discovery.json_too_much");
        assertThat(refusal("{\"content\":" + "{\"a\":".repeat(1_000_000))).isEqualTo("discovery.json_too_much");
        assertThat(catchThrowableOfType(
                        BadPayload.class,
                        () -> PayloadJson.read(new ByteArrayInputStream(bytes("{\"items\":" + "[".repeat(1_000_000))))))
                .isNotNull();
    }

    @Test
    void fiftyLevelsArePossibleAndSixtyOneAreNot() throws Exception {
        assertThat(payload(request("a").replace("<BIOS>", "<a>".repeat(50) + "</a>".repeat(50) + "<BIOS>"))
                        .items())
                .hasSize(1);
        assertThat(refusal(request("a").replace("<BIOS>", "<a>".repeat(61) + "</a>".repeat(61) + "<BIOS>")))
                .isEqualTo("discovery.too_deep");
    }

    @Test
    void nulsAreNoXmlAndAreTakenOutOfJson() throws Exception {
        assertThat(refusal(request("a\u0000b"))).isEqualTo("discovery.xml_broken");
        var payload = payload("{\"action\":\"inventory\",\"content\":{\"hardware\":{\"name\":\"a\\u0000b\"},"
                + "\"bios\":{\"ssn\":\"FK1\"}}}");
        assertThat(values(payload, "device")).containsEntry("name", "ab");
    }

    @Test
    void theDeclaredEncodingIsTheOneThatCounts() throws Exception {
        var latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + request("Réservé");
        assertThat(AgentCall.read(latin.getBytes(ISO_8859_1), null)
                        .payload()
                        .items()
                        .getFirst()
                        .values())
                .containsEntry("name", "Réservé");
        assertThat(refusal(latin.replace("ISO-8859-1", "UTF-8").getBytes(ISO_8859_1)))
                .isEqualTo("discovery.not_in_charset");
        assertThat(refusal(request("Réservé").getBytes(ISO_8859_1))).isEqualTo("discovery.not_in_charset");
        assertThat(refusal(latin.replace("ISO-8859-1", "EBCDIC"))).isEqualTo("discovery.unknown_charset");
    }

    @Test
    void sixteenBitsThatDeclareEightAreRefusedAndTheOtherWayRound() throws Exception {
        var wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + request("Ωmega");
        assertThat(AgentCall.read(wide.getBytes(UTF_16LE), null)
                        .payload()
                        .items()
                        .getFirst()
                        .values())
                .containsEntry("name", "Ωmega");
        assertThat(refusal(wide.getBytes(UTF_8))).isEqualTo("discovery.other_charset");
        assertThat(refusal(wide.replace("UTF-16", "UTF-8").getBytes(UTF_16LE))).isEqualTo("discovery.other_charset");
        assertThat(refusal(wide.replace("UTF-16", "UTF-16BE").getBytes(UTF_16LE)))
                .isEqualTo("discovery.other_charset");
    }

    @Test
    void moreSoftwareThanMayBeIsRefused() {
        var softwares = "<SOFTWARES><NAME>a</NAME></SOFTWARES>".repeat(200_001);
        assertThat(refusal(request("a").replace("<BIOS>", softwares + "<BIOS>")))
                .isEqualTo("discovery.too_many_records");
        assertThat(refusal("{\"content\":{\"softwares\":[" + "{},".repeat(200_001) + "{}]}}"))
                .isEqualTo("discovery.too_many_records");
    }

    @Test
    void moreElementsThanMayBeAreRefusedEvenWhereNobodyReadsThem() {
        assertThat(refusal("<REQUEST><ENVS>" + "<a/>".repeat(SafeXml.MOST_ELEMENTS) + "</ENVS></REQUEST>"))
                .isEqualTo("discovery.too_many_elements");
    }

    @Test
    void aMillionCharactersBecomeAThousand() throws Exception {
        var payload = payload(LAPTOP.replace("Debian GNU/Linux 13 (trixie)", "x".repeat(1_000_000))
                .replace("<NAME>dune-3", "<NAME>" + "y".repeat(1_000_000)));
        assertThat((String) values(payload, "device").get("name")).hasSize(200);
        assertThat(payload.items().stream().flatMap(it -> it.values().values().stream()))
                .allSatisfy(it -> assertThat(it.toString()).hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void markupStaysText() throws Exception {
        assertThat(values(payload(request("&lt;script&gt;alert(1)&lt;/script&gt;<![CDATA[<b>]]>")), "device"))
                .containsEntry("name", "<script>alert(1)</script><b>");
    }

    @Test
    void aBrokenRestIsNoticed() {
        assertThat(refusal(LAPTOP + "<REQUEST>")).isEqualTo("discovery.xml_broken");
        assertThat(refusal(Samples.LAPTOP_JSON + "{}")).isEqualTo("discovery.no_object");
        assertThat(catchThrowableOfType(
                        BadPayload.class, () -> NmapScan.read(bytes(SCAN.substring(0, SCAN.length() - 20)))))
                .isNotNull();
    }
}
