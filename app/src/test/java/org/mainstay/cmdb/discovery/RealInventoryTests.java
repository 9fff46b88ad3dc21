package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mainstay.cmdb.discovery.Samples.identifiers;
import static org.mainstay.cmdb.discovery.Samples.item;
import static org.mainstay.cmdb.discovery.Samples.names;
import static org.mainstay.cmdb.discovery.Samples.of;
import static org.mainstay.cmdb.discovery.Samples.relations;
import static org.mainstay.cmdb.discovery.Samples.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over real inventories and scans, which lie beside the project where they are shared.
class RealInventoryTests {

    private static final Path INVENTORY = Path.of("../../shared/data/inventory");
    private static final Path SCANS = Path.of("../../shared/data/scans");

    @BeforeEach
    void theyAreThere() {
        assumeThat(Files.isDirectory(INVENTORY) && Files.isDirectory(SCANS))
                .as("real inventories and scans lie beside the project where they are shared; they are absent here")
                .isTrue();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().matches(".*\\.(xml|json|json\\.gz)"))
                    .filter(it -> !it.toString().contains("schema"))
                    .sorted()
                    .toList();
        }
    }

    private static Payload inventory(String name) throws IOException {
        return AgentCall.read(Files.readAllBytes(INVENTORY.resolve(name)), null).payload();
    }

    private static Payload scan(String name) throws IOException {
        return NmapScan.read(Files.readAllBytes(SCANS.resolve(name)));
    }

    private interface Reading {

        Payload read(Path file) throws IOException;
    }

    /// The names of the files that were refused; every other gave sane items, and the same when read again.
    private static Set<String> refused(Path folder, Reading reading) throws IOException {
        var refused = new TreeSet<String>();
        for (var file : files(folder)) {
            try {
                var payload = reading.read(file);
                assertThat(payload.items()).as("items of %s", file).isNotEmpty();
                Sane.check(payload);
                assertThat(reading.read(file)).isEqualTo(payload);
            } catch (BadPayload e) {
                refused.add(file.getFileName() + " " + e.reason().key());
            }
        }
        return refused;
    }

    @Test
    void everyInventoryGivesItemsButTheOneThatNamesNoDevice() throws Exception {
        assertThat(files(INVENTORY)).hasSize(39);
        assertThat(refused(
                        INVENTORY,
                        it -> AgentCall.read(Files.readAllBytes(it), null).payload()))
                .containsExactly("15.xml discovery.nothing_identifies");
    }

    @Test
    void everyScanGivesItemsButThoseThatAreNone() throws Exception {
        assertThat(files(SCANS)).hasSize(26);
        assertThat(refused(SCANS, it -> NmapScan.read(Files.readAllBytes(it))))
                .containsExactly(
                        "defused_et_included.xml discovery.no_scan",
                        "defused_et_local_includer.xml discovery.entities",
                        "test_osclass.xml discovery.nothing_identifies");
    }

    @Test
    void aFedoraLaptop() throws Exception {
        var payload = inventory("tests/data/1.xml");
        assertThat(item(payload, "device").itemClass()).isEqualTo("computer");
        assertThat(values(payload, "device"))
                .containsEntry("name", "LF014")
                .containsEntry("serial_number", "9E113232I")
                .containsEntry("manufacturer", "TOSHIBA")
                .containsEntry("model", "PORTEGE Z30-A")
                .containsEntry("fqdn", "lf014.ad.crosoft.com")
                .containsEntry("memory_mb", 7_908L)
                .containsEntry("disk_gb", 250L)
                .containsEntry("ip_address", "192.168.1.103")
                .containsEntry("last_boot_at", Instant.parse("2017-06-08T05:07:00Z"))
                .doesNotContainKey("asset_tag");
        assertThat(of(payload, "software_installation")).hasSize(42);
        assertThat(names(of(payload, "virtual_machine"))).containsExactly("centos7.0", "fedora23", "win8.1");
    }

    @Test
    void aWindowsLaptopWithAMonitorAndNoPrinterOfItsOwn() throws Exception {
        var payload = inventory("tests/data/2.xml");
        assertThat(values(payload, "device"))
                .containsEntry("os", "Microsoft Windows 8.1 Professionnel")
                .containsEntry("os_version", "6.3.9600");
        assertThat(identifiers(item(payload, "device")))
                .startsWith("serial CZC0479792 hp", "uuid 33e737a8-f827-11df-9297-47c0a301005a");
        assertThat(identifiers(item(payload, "monitor/1"))).containsExactly("serial C975661HAB2R dell");
        assertThat(of(payload, "printer")).isEmpty();
    }

    @Test
    void anAndroidPhoneThatCallsItselfAComputer() throws Exception {
        assertThat(inventory("tests/data/18.xml").items())
                .singleElement()
                .satisfies(it -> assertThat(it.itemClass()).isEqualTo("phone"));
        assertThat(values(inventory("examples/phone_1.json"), "device")).containsEntry("model", "Mi 9T Pro");
    }

    @Test
    void aSwitchWithPhonesOnItsPorts() throws Exception {
        var payload = inventory("examples/networkequipment_3.json");
        assertThat(item(payload, "device").itemClass()).isEqualTo("network_switch");
        assertThat(values(payload, "device")).containsEntry("serial_number", "CN5BFP62CP");
        assertThat(of(payload, "network_port")).hasSize(61);
        assertThat(of(payload, "phone")).hasSize(18);
        assertThat(relations(payload)).contains("connected_to port/1 neighbour/1");
        assertThat(identifiers(item(payload, "neighbour/1"))).containsExactly("mac 38:1c:1a:b5:73:20");
    }

    @Test
    void theSameDeviceInXmlAndInJson() throws Exception {
        var xml = inventory("tests/data/6.xml");
        var json = inventory("examples/networkequipment_1.json");
        assertThat(identifiers(item(xml, "device"))).isEqualTo(identifiers(item(json, "device")));
        assertThat(new TreeSet<>(names(of(xml, "network_port"))))
                .isEqualTo(new TreeSet<>(names(of(json, "network_port"))));
    }

    @Test
    void aControllerWithItsAccessPoints() throws Exception {
        var payload = inventory("examples/networkequipment_4.json");
        assertThat(item(payload, "device").itemClass()).isEqualTo("network_device");
        assertThat(of(payload, "wireless_access_point")).hasSizeGreaterThan(300);
        assertThat(identifiers(item(payload, "neighbour/1"))).containsExactly("serial FOX1819GEG6 cisco");
    }

    @Test
    void printersAndStorage() throws Exception {
        assertThat(values(inventory("tests/data/8.xml"), "device")).containsEntry("page_count", 94_344L);
        assertThat(values(inventory("tests/data/19.xml"), "device")).containsEntry("capacity_gb", 26_867L);
    }

    @Test
    void partialInventoriesAreOfTheMachineOfTheWholeOne() throws Exception {
        var whole = inventory("examples/computer_1.json");
        assertThat(whole.partial()).isFalse();
        for (var part : List.of("batteries", "cpu", "memory", "softs", "volumes")) {
            var payload = inventory("examples/computer_1_partial_" + part + ".json");
            assertThat(payload.partial()).isTrue();
            assertThat(item(payload, "device").identifiers().getFirst())
                    .isEqualTo(item(whole, "device").identifiers().getFirst());
            assertThat(values(whole, "device")).containsAllEntriesOf(values(payload, "device"));
        }
    }

    @Test
    void threeThousandPackagesAreAsManyInstallations() throws Exception {
        assertThat(of(inventory("examples/computer_3.json.gz"), "software_installation"))
                .hasSize(3_005);
    }

    @Test
    void containersAndDatabasesRunOnTheirHost() throws Exception {
        var guests = inventory("examples/computer_2.json");
        assertThat(of(guests, "container_workload")).hasSize(5);
        assertThat(names(of(guests, "virtual_machine"))).containsExactly("'T");
        assertThat(names(of(inventory("examples/computer_2_partial_dbs.json"), "database")))
                .containsExactly("MariaDB", "PostgreSQL 13");
    }

    @Test
    void hostsOfScans() throws Exception {
        assertThat(item(scan("dionaea_scan.xml"), "host/1").itemClass()).isEqualTo("linux_server");
        assertThat(names(scan("2_hosts.xml").items())).containsExactly("localhost", "scanme.nmap.org");
        assertThat(scan("os_scan6.xml").items())
                .extracting(Discovered::itemClass)
                .contains("wireless_access_point");
        assertThat(identifiers(item(scan("diff_1_host_ping_mac_changed.xml"), "host/1")))
                .contains("mac 02:42:ac:1c:01:04")
                .isNotEqualTo(identifiers(item(scan("1_host_ping.xml"), "host/1")));
    }
}
