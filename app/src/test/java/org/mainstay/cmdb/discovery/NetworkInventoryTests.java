package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainstay.cmdb.discovery.Samples.PRINTER_JSON;
import static org.mainstay.cmdb.discovery.Samples.SWITCH;
import static org.mainstay.cmdb.discovery.Samples.identifiers;
import static org.mainstay.cmdb.discovery.Samples.item;
import static org.mainstay.cmdb.discovery.Samples.names;
import static org.mainstay.cmdb.discovery.Samples.of;
import static org.mainstay.cmdb.discovery.Samples.payload;
import static org.mainstay.cmdb.discovery.Samples.relations;
import static org.mainstay.cmdb.discovery.Samples.remarks;
import static org.mainstay.cmdb.discovery.Samples.values;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkInventoryTests {

    @Test
    void aSwitchIsAnItemThatContainsItsPorts() throws Exception {
        var payload = payload(SWITCH);
        assertThat(item(payload, "device").itemClass()).isEqualTo("network_switch");
        assertThat(values(payload, "device"))
                .containsEntry("name", "sw-1.sand.example")
                .containsEntry("serial_number", "CN5BFP62CP")
                .containsEntry("firmware", "4.2.1")
                .containsEntry("ip_address", "10.1.9.2")
                .containsEntry("mac_address", "b0:5a:da:10:10:80")
                .containsEntry("port_count", 3L);
        assertThat(identifiers(item(payload, "device")))
                .containsExactly("serial CN5BFP62CP fennek", "mac b0:5a:da:10:10:80", "fqdn sw-1.sand.example");
        assertThat(names(of(payload, "network_port"))).containsExactly("Port 1", "Port 2", "Port 2 #3", "Uplink");
        assertThat(values(payload, "port/1"))
                .containsEntry("port_index", 1L)
                .containsEntry("port_speed", 1_000_000_000L)
                .containsEntry("port_type", "ethernet")
                .containsEntry("port_status", "up")
                .containsEntry("mac_address", "b0:5a:da:10:10:bf");
        assertThat(values(payload, "port/2")).containsEntry("port_status", "down");
        assertThat(values(payload, "port/4")).containsEntry("port_type", "aggregate");
        assertThat(relations(payload)).contains("contains device port/1", "contains device port/4");
    }

    @Test
    void aNeighbourThatIntroducedItselfIsConnected() throws Exception {
        var payload = payload(SWITCH);
        assertThat(item(payload, "neighbour/1").itemClass()).isEqualTo("network_switch");
        assertThat(identifiers(item(payload, "neighbour/1")))
                .containsExactly("mac 38:1c:1a:b5:73:20", "fqdn sw-2.sand.example");
        assertThat(payload.relations())
                .contains(new DiscoveredRelation(
                        "connected_to", "port/1", "neighbour/1", Map.of("remote_port", "Gi0/2")));
    }

    @Test
    void aSingleAddressBehindAPortIsConnectedAndManyAreNot() throws Exception {
        var payload = payload(SWITCH);
        assertThat(item(payload, "neighbour/2").itemClass()).isEqualTo("unknown_device");
        assertThat(relations(payload))
                .contains("connected_to port/3 neighbour/2")
                .noneMatch(it -> it.startsWith("connected_to port/4"));
        assertThat(remarks(payload)).contains("port/4 discovery.many_behind_port");
    }

    @Test
    void addressesOfGroupsAreNobodyBehindAPort() throws Exception {
        var payload = payload(SWITCH.replace("<MAC>44:85:00:2b:90:01</MAC>", "<MAC>01:00:5e:00:00:fb</MAC>"));
        assertThat(relations(payload)).contains("connected_to port/4 neighbour/3");
        assertThat(identifiers(item(payload, "neighbour/3"))).containsExactly("mac 44:85:00:2b:90:02");
    }

    @Test
    void aNeighbourOnTwoPortsIsOne() throws Exception {
        var payload = payload(SWITCH.replace("44:85:00:2b:90:bc", "38:1c:1a:b5:73:20"));
        assertThat(relations(payload)).contains("connected_to port/1 neighbour/1", "connected_to port/3 neighbour/1");
    }

    @Test
    void aPrinterCountsItsPagesAndHasNoPortsOfItsOwn() throws Exception {
        var payload = payload(PRINTER_JSON);
        assertThat(payload.items()).singleElement().satisfies(it -> {
            assertThat(it.itemClass()).isEqualTo("printer");
            assertThat(it.values()).containsEntry("page_count", 1802L).containsEntry("ip_address", "10.1.9.40");
            assertThat(identifiers(it)).containsExactly("serial OA-77812 oasis", "mac 00:68:eb:f2:be:10");
        });
    }

    @Test
    void aDeviceThatOnlyHasAnAddressIsKnownByIt() throws Exception {
        var payload = payload("<REQUEST><CONTENT><DEVICE><DNSHOSTNAME>home</DNSHOSTNAME><IP>10.1.9.77</IP>"
                + "<MAC>f3:6c:00:33:85:f2</MAC></DEVICE></CONTENT><QUERY>NETDISCOVERY</QUERY></REQUEST>");
        assertThat(payload.partial()).isTrue();
        assertThat(item(payload, "device").itemClass()).isEqualTo("unknown_device");
        assertThat(identifiers(item(payload, "device"))).containsExactly("ip 10.1.9.77");
        assertThat(remarks(payload)).contains("device/mac discovery.junk.group_address");
    }

    @Test
    void severalDevicesOfOneMessageStandByThemselves() throws Exception {
        var payload = payload("<REQUEST><CONTENT><DEVICE><IP>10.1.9.77</IP><NAME>a</NAME></DEVICE>"
                + "<DEVICE><ERROR><ID>9</ID><MESSAGE>No response</MESSAGE></ERROR></DEVICE>"
                + "<DEVICE><IP>10.1.9.78</IP><NAME>b</NAME></DEVICE></CONTENT><QUERY>NETDISCOVERY</QUERY></REQUEST>");
        assertThat(names(payload.items())).containsExactly("a", "b");
        assertThat(remarks(payload)).contains("device/2 discovery.device_failed");
    }

    @Test
    void aControllerAndItsAccessPointsHaveEachTheirRef() throws Exception {
        var point = "{\"index\": 1, \"description\": \"Access Point\", \"mac\": \"%s\", \"serial\": \"%s\"}";
        var payload = payload("{\"content\": {\"network_device\": {\"type\": \"Networking\", \"serial\": \"WLC1\","
                + "\"manufacturer\": \"Fennek\", \"model\": \"Wireless Controller\"}, \"network_components\": ["
                + point.formatted("44:85:00:2b:91:01", "AP1X") + "," + point.formatted("44:85:00:2b:91:02", "AP2X")
                + "], \"device\": [{\"serial\": \"SW9\", \"type\": \"Networking\"}]}}");
        assertThat(Samples.refs(payload)).containsExactly("device", "access_point/1", "access_point/2", "device/2");
        assertThat(identifiers(item(payload, "access_point/2")))
                .containsExactly("serial AP2X fennek", "mac 44:85:00:2b:91:02");
        assertThat(relations(payload)).contains("connected_to access_point/1 device");
    }

    @Test
    void whatAnAgentSaysOfItsOwnWorkIsNothing() throws Exception {
        var payload = payload("<REQUEST><CONTENT><AGENT><START>1</START></AGENT><PROCESSNUMBER>1</PROCESSNUMBER>"
                + "</CONTENT><QUERY>SNMPQUERY</QUERY></REQUEST>");
        assertThat(payload.items()).isEmpty();
    }

    @Test
    void portsOfADeviceThatIsNotNamedAreRefused() {
        assertThatThrownBy(() -> payload("<REQUEST><CONTENT><DEVICE><PORTS><PORT><IFNAME>ae27</IFNAME></PORT></PORTS>"
                        + "</DEVICE></CONTENT><QUERY>SNMPQUERY</QUERY></REQUEST>"))
                .isInstanceOf(BadPayload.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Networking, FortiGate 100F, 22, firewall",
        "Networking, Cisco IOS Software C2960 Software, 0, network_switch",
        "Networking, Cisco IOS XR Software ASR 9000, 40, network_router",
        "Networking, BIG-IP 4000s, 8, load_balancer",
        "Networking, Cisco Aironet 2700 Access Point, 1, wireless_access_point",
        "Networking, Cisco 5520 Wireless Controller, 2, network_device",
        "Networking, Something, 24, network_switch",
        "Networking, Something, 4, network_device",
        "STORAGE, Linux box, 2, storage",
        "'', Cisco IP Phone SPA303, 0, phone",
        "'', AXIS M2025 Network Camera, 0, unknown_device",
        "Power, UPS, 0, unknown_device",
    })
    void theClassComesFromWhatADeviceSaysOfItself(String type, String description, int ports, String expected) {
        assertThat(NetworkClass.of(type, description, ports)).isEqualTo(expected);
    }
}
