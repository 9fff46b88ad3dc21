package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainstay.cmdb.discovery.Samples.SCAN;
import static org.mainstay.cmdb.discovery.Samples.bytes;
import static org.mainstay.cmdb.discovery.Samples.identifiers;
import static org.mainstay.cmdb.discovery.Samples.item;
import static org.mainstay.cmdb.discovery.Samples.refs;
import static org.mainstay.cmdb.discovery.Samples.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NmapScanTests {

    @Test
    void everyHostThatIsUpIsAnItem() throws Exception {
        var payload = NmapScan.read(bytes(SCAN));
        assertThat(refs(payload)).containsExactly("host/2", "host/3", "host/4");
        assertThat(payload.partial()).isTrue();
        assertThat(identifiers(item(payload, "host/2")))
                .containsExactly("mac 44:85:00:2b:90:20", "fqdn web.sand.example", "ip 10.1.0.20");
        assertThat(values(payload, "host/2"))
                .containsEntry("name", "web.sand.example")
                .containsEntry("os", "Linux 5.0 - 6.2")
                .containsEntry("ip_address", "10.1.0.20")
                .containsEntry("description", "22/tcp ssh OpenSSH 9.9");
    }

    @Test
    void onlyAConvincingGuessDecidesTheClass() throws Exception {
        var payload = NmapScan.read(bytes(SCAN));
        assertThat(item(payload, "host/2").itemClass()).isEqualTo("linux_server");
        assertThat(item(payload, "host/3").itemClass()).isEqualTo("unknown_device");
        assertThat(item(payload, "host/4").itemClass()).isEqualTo("printer");
        assertThat(item(NmapScan.read(bytes(SCAN.replace("accuracy=\"97\"", "accuracy=\"94\""))), "host/4")
                        .itemClass())
                .isEqualTo("unknown_device");
    }

    @ParameterizedTest
    @CsvSource({
        "general purpose, Microsoft, Windows, 2019, windows_server",
        "general purpose, Microsoft, Windows, 11, computer",
        "general purpose, Apple, macOS, 13.X, computer",
        "general purpose, FreeBSD, FreeBSD, 13.X, server",
        "specialized, VMware, ESXi, 7.X, esx_server",
        "WAP, Fennek, embedded, '', wireless_access_point",
        "broadband router, Fennek, embedded, '', network_router",
        "firewall, Fennek, embedded, '', firewall",
        "load balancer, Fennek, embedded, '', load_balancer",
        "VoIP phone, Fennek, embedded, '', phone",
        "storage-misc, Fennek, embedded, '', storage",
        "webcam, Fennek, embedded, '', unknown_device",
    })
    void theTypeOfTheSystemIsTheClass(String type, String vendor, String family, String generation, String expected) {
        assertThat(ScannedClass.convincing(List.of(new ScannedClass(type, vendor, family, generation, 98))))
                .isEqualTo(expected);
    }

    @Test
    void aHostWithoutAnyAddressIsNone() {
        assertThatThrownBy(() -> NmapScan.read(bytes("<nmaprun><host><status state=\"up\"/>"
                        + "<address addr=\"IP\" addrtype=\"ipv4\"/></host></nmaprun>")))
                .isInstanceOf(BadPayload.class);
    }

    @Test
    void aScanThatFoundNobodyIsEmpty() throws Exception {
        assertThat(NmapScan.read(bytes("<nmaprun><host><status state=\"down\"/></host></nmaprun>"))
                        .items())
                .isEmpty();
    }
}
