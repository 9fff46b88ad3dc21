package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP;
import static org.mainstay.cmdb.discovery.Samples.LAPTOP_JSON;
import static org.mainstay.cmdb.discovery.Samples.identifiers;
import static org.mainstay.cmdb.discovery.Samples.item;
import static org.mainstay.cmdb.discovery.Samples.names;
import static org.mainstay.cmdb.discovery.Samples.of;
import static org.mainstay.cmdb.discovery.Samples.payload;
import static org.mainstay.cmdb.discovery.Samples.relations;
import static org.mainstay.cmdb.discovery.Samples.remarks;
import static org.mainstay.cmdb.discovery.Samples.values;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputerInventoryTests {

    @Test
    void aLaptopIsAComputerWithAllThatItsAgentTells() throws Exception {
        var payload = payload(LAPTOP);
        assertThat(payload.partial()).isFalse();
        assertThat(item(payload, "device").itemClass()).isEqualTo("computer");
        assertThat(values(payload, "device"))
                .containsEntry("name", "dune-3")
                .containsEntry("serial_number", "FK7204X")
                .containsEntry("manufacturer", "Fennek Inc.")
                .containsEntry("model", "Dune 14")
                .containsEntry("asset_tag", "NB-0815")
                .containsEntry("fqdn", "dune-3.sand.example")
                .containsEntry("os", "Debian GNU/Linux 13 (trixie)")
                .containsEntry("os_version", "13")
                .containsEntry("kernel_version", "6.12.5")
                .containsEntry("cpu_model", "Sand 5 U")
                .containsEntry("cpu_count", 2L)
                .containsEntry("cpu_cores", 8L)
                .containsEntry("memory_mb", 15_890L)
                .containsEntry("disk_gb", 512L)
                .containsEntry("uuid", "5c1e9b7a-1d3a-4e41-8043-b05d95113232")
                .containsEntry("virtual", false)
                .containsEntry("domain_name", "sand.example")
                .containsEntry("last_boot_at", Instant.parse("2026-03-01T06:30:00Z"))
                .containsEntry("ip_address", "10.1.0.8")
                .containsEntry("mac_address", "44:85:00:2b:90:bc");
    }

    @Test
    void aMachineIsToldFromOthersByWhatOnlyItHas() throws Exception {
        assertThat(identifiers(item(payload(LAPTOP), "device")))
                .containsExactly(
                        "serial FK7204X fennek",
                        "uuid 5c1e9b7a-1d3a-4e41-8043-b05d95113232",
                        "fqdn dune-3.sand.example",
                        "mac 44:85:00:2b:90:bc",
                        "mac 00:e0:4c:68:01:db",
                        "agent_id dune-3-2026-01-02-03-04-05");
    }

    @Test
    void softwareIsAnItemOfItsOwnOnceForAllArchitectures() throws Exception {
        var payload = payload(LAPTOP);
        assertThat(names(of(payload, "software_installation"))).containsExactly("gitg", "<script>alert(1)</script>");
        assertThat(values(payload, "software/1"))
                .containsEntry("software_version", "3.32")
                .containsEntry("publisher", "Debian")
                .containsEntry("install_date", LocalDate.of(2025, 12, 19))
                .containsEntry("size_mb", 3L);
        assertThat(identifiers(item(payload, "software/1")))
                .containsExactly("name_in_parent gitg | 3.32 | debian device");
        assertThat(values(payload, "software/3")).doesNotContainKey("install_date");
        assertThat(remarks(payload)).contains("software/3/install_date discovery.absurd_date");
        assertThat(relations(payload)).contains("installed_on software/1 device", "installed_on software/3 device");
    }

    @Test
    void whatIsAttachedAndWhatRunsOnItIsRelatedToIt() throws Exception {
        var payload = payload(LAPTOP);
        assertThat(relations(payload))
                .contains(
                        "attached_to monitor/1 device",
                        "attached_to monitor/2 device",
                        "attached_to printer/1 device",
                        "runs_on vm/1 device",
                        "runs_on container/2 device");
        assertThat(identifiers(item(payload, "monitor/1"))).containsExactly("serial W27-001 oasis");
        assertThat(identifiers(item(payload, "monitor/2"))).containsExactly("name_in_parent panel device");
        assertThat(identifiers(item(payload, "vm/1"))).containsExactly("uuid c37f7ce8-af95-4676-b454-0959f2c5e162");
        assertThat(values(payload, "vm/1")).containsEntry("memory_mb", 2048L).containsEntry("cpu_count", 2L);
        assertThat(item(payload, "container/2").itemClass()).isEqualTo("container_workload");
        assertThat(values(payload, "container/2")).containsEntry("image", "postgres:18");
        assertThat(remarks(payload)).contains("printer/2 discovery.no_printer_here");
    }

    @Test
    void secretsAmongWhatAgentsTellAreNotKept() throws Exception {
        assertThat(payload(LAPTOP).toString()).contains("gitg").doesNotContain("hunter2", "SECRET");
    }

    @Test
    void aPartialInventorySaysSoAndIsOfTheSameMachine() throws Exception {
        var payload = payload(LAPTOP_JSON);
        assertThat(payload.partial()).isTrue();
        assertThat(identifiers(item(payload, "device"))).contains("serial FK7204X fennek");
        assertThat(values(payload, "device"))
                .containsEntry("memory_mb", 15_890L)
                .doesNotContainKey("cpu_count");
        assertThat(values(payload, "software/1")).containsEntry("install_date", LocalDate.of(2026, 2, 1));
        assertThat(values(payload, "database/1"))
                .containsEntry("database_engine", "postgresql")
                .containsEntry("port", 5432L);
        assertThat(relations(payload)).containsExactly("installed_on software/1 device", "runs_on database/1 device");
    }

    @Test
    void aPartialInventoryDoesNotTakeVolumesForDisks() throws Exception {
        var volumes = LAPTOP_JSON.replace("\"bios\"", "\"drives\": [{\"type\": \"/\", \"total\": 200000}], \"bios\"");
        assertThat(values(payload(volumes), "device")).doesNotContainKey("disk_gb");
        assertThat(values(payload(volumes.replace("\"partial\": true", "\"partial\": false")), "device"))
                .containsEntry("disk_gb", 200L);
    }

    @Test
    void junkIsNoIdentifierAndNoValue() throws Exception {
        var payload = payload(LAPTOP.replace(" fk7204x ", "To be filled by O.E.M.")
                .replace("NB-0815", "Default string")
                .replace("5C1E9B7A-1D3A-4E41-8043-B05D95113232", "03000200-0400-0500-0006-000700080009"));
        assertThat(values(payload, "device")).doesNotContainKeys("serial_number", "asset_tag", "uuid");
        assertThat(identifiers(item(payload, "device")).getFirst()).isEqualTo("fqdn dune-3.sand.example");
        assertThat(remarks(payload))
                .contains("device/serial discovery.junk.placeholder", "device/uuid discovery.junk.placeholder");
    }

    @Test
    void aContainerDoesNotTakeTheSerialOfItsHost() throws Exception {
        var container = payload(LAPTOP.replace("<VMSYSTEM>Physical", "<VMSYSTEM>Docker"));
        assertThat(identifiers(item(container, "device"))).noneMatch(it -> it.startsWith("serial"));
        assertThat(values(container, "device")).containsEntry("virtual", true).doesNotContainKey("serial_number");
    }

    @Test
    void aPhoneIsAPhoneWhateverItsAgentCallsIt() throws Exception {
        var phone = payload(LAPTOP.replace("Debian GNU/Linux 13 (trixie)", "Tiramisu Android 13.0 api 33"));
        assertThat(phone.items()).singleElement().satisfies(it -> {
            assertThat(it.itemClass()).isEqualTo("phone");
            assertThat(it.values())
                    .containsEntry("firmware", "Tiramisu Android 13.0 api 33")
                    .doesNotContainKeys("os", "memory_mb");
        });
        assertThat(remarks(phone)).contains("software discovery.apps_of_phones");
    }

    @Test
    void hostileNumbersAndDatesAreLeftOut() throws Exception {
        var payload = payload(LAPTOP.replace("<MEMORY>15890", "<MEMORY>999999999999999999999999")
                .replace("<DISKSIZE>512110", "<DISKSIZE>-5")
                .replace("2026-03-01 07:30:00", "2026-31-12 07:30:00"));
        assertThat(values(payload, "device")).doesNotContainKeys("memory_mb", "last_boot_at");
        assertThat(values(payload, "device")).containsEntry("disk_gb", 200L);
        assertThat(remarks(payload)).contains("device/last_boot_at discovery.absurd_date");
    }

    @Test
    void whatNothingTellsFromOthersIsRefused() {
        assertThatThrownBy(() -> payload("<REQUEST><QUERY>INVENTORY</QUERY><CONTENT><HARDWARE><NAME>x</NAME></HARDWARE>"
                        + "<BIOS><SSN>None</SSN></BIOS></CONTENT></REQUEST>"))
                .isInstanceOfSatisfying(
                        BadPayload.class,
                        it -> assertThat(it.reason().key()).isEqualTo("discovery.nothing_identifies"));
    }

    @Test
    void theSameBytesGiveTheSamePayload() throws Exception {
        assertThat(payload(LAPTOP)).isEqualTo(payload(LAPTOP));
    }

    @ParameterizedTest
    @CsvSource({
        "Debian GNU/Linux 13, linux, Rack Mount Chassis, Physical, Box, linux_server",
        "Debian GNU/Linux 13, linux, Desktop, Physical, Box, computer",
        "Debian GNU/Linux 13, linux, Other, QEMU, Box, linux_server",
        "Debian GNU/Linux 13, linux, Other, Physical, Box, computer",
        "Debian GNU/Linux 13, linux, Tower, Physical, PowerEdge T150, linux_server",
        "Fedora 31 (Workstation Edition), linux, Other, VMware, Box, computer",
        "Red Hat Enterprise Linux Server 7, linux, Desktop, Physical, Box, linux_server",
        "Microsoft Windows Server 2022 Standard, MSWin32, Desktop, Hyper-V, Box, windows_server",
        "Microsoft Windows 11 Pro, MSWin32, Notebook, Physical, Box, computer",
        "Microsoft Windows 11 Pro, MSWin32, Other, VMware, Box, computer",
        "VMware ESXi 8.0.1, VMkernel, Rack Mount Chassis, Physical, Box, esx_server",
        "macOS, darwin, Notebook, Physical, Box, computer",
        "Oracle Solaris 11, SunOS, Rack Mount Chassis, Physical, Box, server",
        "Haiku, haiku, Rack Mount Chassis, Physical, Box, computer",
    })
    void theClassComesFromSystemChassisAndModel(
            String name, String kernel, String chassis, String machine, String model, String expected) {
        var hardware = new Entry();
        hardware.add("chassis_type", chassis);
        hardware.add("vmsystem", machine);
        var system = new Entry();
        system.add("full_name", name);
        system.add("kernel_name", kernel);
        var bios = new Entry();
        bios.add("smodel", model);
        assertThat(ComputerClass.of(hardware, system, bios)).isEqualTo(expected);
    }

    @Test
    void aMacWhoseAdaptersAllCallThemselvesVirtualKeepsThem() throws Exception {
        var networks = List.of("44:85:00:2b:90:bc", "00:e0:4c:68:01:db").stream()
                .map(it -> "<NETWORKS><MACADDR>" + it + "</MACADDR><VIRTUALDEV>1</VIRTUALDEV></NETWORKS>")
                .reduce("", String::concat);
        var payload = payload("<REQUEST><CONTENT><HARDWARE><NAME>mac</NAME></HARDWARE>" + networks
                + "</CONTENT><QUERY>INVENTORY</QUERY></REQUEST>");
        assertThat(identifiers(item(payload, "device")))
                .containsExactly("mac 44:85:00:2b:90:bc", "mac 00:e0:4c:68:01:db");
    }
}
