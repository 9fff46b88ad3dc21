package org.mainstay.cmdb.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for every payload that was made of what agents and scanners sent, however odd that was.
final class Sane {

    private static final Set<String> ROOT =
            Set.of("name", "serial_number", "asset_tag", "manufacturer", "model", "fqdn", "description");
    private static final Set<String> SOFTWARE = Set.of("software_version", "publisher");
    private static final Set<String> COMPUTING = Set.of(
            "os",
            "os_version",
            "kernel_version",
            "cpu_model",
            "cpu_count",
            "cpu_cores",
            "memory_mb",
            "disk_gb",
            "uuid",
            "virtual",
            "domain_name",
            "last_boot_at",
            "ip_address",
            "mac_address");
    private static final Set<String> PERIPHERAL = Set.of("ip_address", "mac_address", "firmware");
    private static final Set<String> NETWORK = Set.of("firmware", "port_count", "ip_address", "mac_address");

    /// The attributes that items of each class have beside those of all.
    private static final Map<String, Set<String>> CLASSES = Map.ofEntries(
            Map.entry("server", COMPUTING),
            Map.entry("linux_server", COMPUTING),
            Map.entry("windows_server", COMPUTING),
            Map.entry("esx_server", COMPUTING),
            Map.entry("computer", COMPUTING),
            Map.entry("virtual_machine", COMPUTING),
            Map.entry("network_device", NETWORK),
            Map.entry("network_router", NETWORK),
            Map.entry("network_switch", NETWORK),
            Map.entry("firewall", NETWORK),
            Map.entry("load_balancer", NETWORK),
            Map.entry("wireless_access_point", NETWORK),
            Map.entry("storage", Set.of("capacity_gb", "ip_address", "mac_address", "firmware")),
            Map.entry("phone", and(PERIPHERAL, "imei")),
            Map.entry("printer", and(PERIPHERAL, "page_count")),
            Map.entry("monitor", PERIPHERAL),
            Map.entry("network_port", Set.of("port_index", "port_speed", "port_type", "port_status", "mac_address")),
            Map.entry("software_installation", and(SOFTWARE, "install_date", "size_mb")),
            Map.entry("database", and(SOFTWARE, "database_engine", "port")),
            Map.entry("container_workload", Set.of("namespace", "image", "replicas")),
            Map.entry("unknown_device", Set.of("ip_address", "mac_address", "os")));

    private Sane() {}

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static void check(Payload payload) {
        var refs = new HashSet<String>();
        for (var item : payload.items()) {
            assertThat(refs.add(item.ref())).as("%s is there once", item.ref()).isTrue();
            check(item);
        }
        for (var relation : payload.relations()) {
            assertThat(refs).contains(relation.from(), relation.to());
        }
    }

    private static void check(Discovered item) {
        assertThat(CLASSES).containsKey(item.itemClass());
        assertThat((String) item.values().get("name")).isNotBlank().hasSizeLessThanOrEqualTo(200);
        item.values().forEach((code, value) -> {
            if (!ROOT.contains(code)) {
                assertThat(CLASSES.get(item.itemClass())).contains(code);
            }
            assertThat(value).isInstanceOfAny(String.class, Long.class, Boolean.class, Instant.class, LocalDate.class);
            if (value instanceof String text) {
                assertThat(text).isEqualTo(Texts.clean(text)).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
            }
        });
        assertThat(item.identifiers())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(Identifier.of(it.kind(), it.value(), it.scope()))
                        .as("the normal form stays")
                        .hasValue(it));
    }
}
