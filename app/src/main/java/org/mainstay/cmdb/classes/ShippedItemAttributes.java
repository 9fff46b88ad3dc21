package org.mainstay.cmdb.classes;

import static org.mainstay.kernel.definition.CustomField.Sort.DAY;
import static org.mainstay.kernel.definition.CustomField.Sort.MOMENT;
import static org.mainstay.kernel.definition.CustomField.Sort.TEXT;
import static org.mainstay.kernel.definition.CustomField.Sort.WHOLE;
import static org.mainstay.kernel.definition.CustomField.Sort.YES_NO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.definition.CustomField.Sort;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// What items of the shipped classes have beside what every item has.
final class ShippedItemAttributes implements Shipped {

    /// @param unit empty for none
    private record Meaning(String code, Sort sort, String unit, String label, String labelInGerman) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("account_id", TEXT, "", "Account id", "Kontonummer"),
            new Meaning("cloud_provider", TEXT, "", "Cloud provider", "Cloud-Anbieter"),
            new Meaning("capacity_gb", WHOLE, "GB", "Capacity", "Kapazität"),
            new Meaning("cpu_cores", WHOLE, "", "CPU cores", "CPU-Kerne"),
            new Meaning("cpu_count", WHOLE, "", "CPUs", "CPUs"),
            new Meaning("cpu_model", TEXT, "", "CPU model", "CPU-Modell"),
            new Meaning("database_engine", TEXT, "", "Database engine", "Datenbanksystem"),
            new Meaning("disk_gb", WHOLE, "GB", "Disk", "Festplatte"),
            new Meaning("domain_name", TEXT, "", "Domain", "Domäne"),
            new Meaning("expires_at", MOMENT, "", "Expires", "Läuft ab"),
            new Meaning("fingerprint", TEXT, "", "Fingerprint", "Fingerabdruck"),
            new Meaning("firmware", TEXT, "", "Firmware", "Firmware"),
            new Meaning("gateway", TEXT, "", "Gateway", "Gateway"),
            new Meaning("image", TEXT, "", "Image", "Image"),
            new Meaning("imei", TEXT, "", "IMEI", "IMEI"),
            new Meaning("install_date", DAY, "", "Installed", "Installiert"),
            new Meaning("ip_address", TEXT, "", "IP address", "IP-Adresse"),
            new Meaning("issuer", TEXT, "", "Issuer", "Aussteller"),
            new Meaning("kernel_version", TEXT, "", "Kernel version", "Kernelversion"),
            new Meaning("last_boot_at", MOMENT, "", "Last boot", "Letzter Start"),
            new Meaning("mac_address", TEXT, "", "MAC address", "MAC-Adresse"),
            new Meaning("memory_mb", WHOLE, "MB", "Memory", "Arbeitsspeicher"),
            new Meaning("namespace", TEXT, "", "Namespace", "Namensraum"),
            new Meaning("network", TEXT, "", "Network", "Netz"),
            new Meaning("os", TEXT, "", "Operating system", "Betriebssystem"),
            new Meaning("os_version", TEXT, "", "Operating system version", "Betriebssystemversion"),
            new Meaning("page_count", WHOLE, "", "Pages printed", "Gedruckte Seiten"),
            new Meaning("port", WHOLE, "", "Port", "Port"),
            new Meaning("port_count", WHOLE, "", "Ports", "Anschlüsse"),
            new Meaning("port_index", WHOLE, "", "Port number", "Anschlussnummer"),
            new Meaning("port_speed", WHOLE, "bit/s", "Speed", "Geschwindigkeit"),
            new Meaning("port_status", TEXT, "", "Port status", "Anschlussstatus"),
            new Meaning("port_type", TEXT, "", "Port type", "Anschlusstyp"),
            new Meaning("publisher", TEXT, "", "Publisher", "Hersteller der Software"),
            new Meaning("region", TEXT, "", "Region", "Region"),
            new Meaning("registrar", TEXT, "", "Registrar", "Registrar"),
            new Meaning("replicas", WHOLE, "", "Replicas", "Replikate"),
            new Meaning("repository", TEXT, "", "Repository", "Repository"),
            new Meaning("resource_id", TEXT, "", "Resource id", "Ressourcenkennung"),
            new Meaning("resource_type", TEXT, "", "Resource type", "Ressourcentyp"),
            new Meaning("size_mb", WHOLE, "MB", "Size", "Größe"),
            new Meaning("subject", TEXT, "", "Subject", "Inhaber"),
            new Meaning("technology", TEXT, "", "Technology", "Technologie"),
            new Meaning("user_count", WHOLE, "", "Users", "Nutzende"),
            new Meaning("url", TEXT, "", "Address", "Adresse"),
            new Meaning("uuid", TEXT, "", "UUID", "UUID"),
            new Meaning("software_version", TEXT, "", "Version", "Version"),
            new Meaning("virtual", YES_NO, "", "Virtual", "Virtuell"),
            new Meaning("vlan", WHOLE, "", "VLAN", "VLAN"));

    /// By class, in the order they are shown.
    private static final List<Map.Entry<String, List<String>>> HAS = List.of(
            Map.entry("service", List.of("user_count")),
            Map.entry("service_instance", List.of("url")),
            Map.entry("application_component", List.of("software_version", "technology", "repository")),
            Map.entry("software", List.of("software_version", "publisher")),
            Map.entry("database", List.of("database_engine", "port")),
            Map.entry("middleware", List.of("port")),
            Map.entry("software_installation", List.of("install_date", "size_mb")),
            Map.entry(
                    "computing",
                    List.of(
                            "ip_address",
                            "mac_address",
                            "os",
                            "os_version",
                            "kernel_version",
                            "cpu_model",
                            "cpu_count",
                            "cpu_cores",
                            "memory_mb",
                            "disk_gb",
                            "virtual",
                            "uuid",
                            "domain_name",
                            "last_boot_at")),
            Map.entry("network_device", List.of("ip_address", "mac_address", "firmware", "port_count")),
            Map.entry("storage", List.of("ip_address", "mac_address", "firmware", "capacity_gb")),
            Map.entry("peripheral", List.of("ip_address", "mac_address", "firmware")),
            Map.entry("phone", List.of("imei")),
            Map.entry("printer", List.of("page_count")),
            Map.entry("network_port", List.of("port_index", "port_status", "port_speed", "port_type", "mac_address")),
            Map.entry("ip_network", List.of("network", "gateway", "vlan")),
            Map.entry("container_cluster", List.of("software_version")),
            Map.entry("container_workload", List.of("namespace", "image", "replicas")),
            Map.entry("cloud_account", List.of("cloud_provider", "account_id")),
            Map.entry("cloud_resource", List.of("cloud_provider", "region", "resource_id", "resource_type")),
            Map.entry("certificate", List.of("subject", "issuer", "expires_at", "fingerprint")),
            Map.entry("domain", List.of("registrar", "expires_at")),
            Map.entry("unknown_device", List.of("ip_address", "mac_address", "os")));

    private static final List<String> SEARCHED =
            List.of("ip_address", "mac_address", "url", "uuid", "imei", "resource_id", "network");

    private static final List<String> VOLATILE =
            List.of("last_boot_at", "page_count", "port_status", "replicas", "size_mb", "user_count");

    @Override
    public List<Item> items() {
        var meanings = new HashMap<String, Meaning>();
        MEANINGS.forEach(it -> meanings.put(it.code, it));
        var items = new ArrayList<Item>();
        for (var has : HAS) {
            long position = 0;
            for (var code : has.getValue()) {
                position += 10;
                var meaning = meanings.get(code);
                if (meaning == null) {
                    throw new IllegalStateException("no meaning of " + code);
                }
                items.add(item(has.getKey(), meaning, position));
            }
        }
        return items;
    }

    private static Item item(String itemClass, Meaning meaning, long position) {
        var values = new Values()
                .set(ItemAttributeType.ITEM_CLASS, itemClass)
                .set(ItemAttributeType.CODE, meaning.code)
                .set(ItemAttributeType.KIND, meaning.sort)
                .set(ItemAttributeType.LABEL, meaning.label)
                .set(ItemAttributeType.LABEL_DE, meaning.labelInGerman)
                .set(ItemAttributeType.IS_REQUIRED, false)
                .set(ItemAttributeType.IS_SEARCHED, SEARCHED.contains(meaning.code))
                .set(ItemAttributeType.IS_VOLATILE, VOLATILE.contains(meaning.code))
                .set(ItemAttributeType.POSITION, position);
        if (!meaning.unit.isEmpty()) {
            values.set(ItemAttributeType.UNIT, meaning.unit);
        }
        return new Item(ItemAttributeType.ITEM_ATTRIBUTE, itemClass + "." + meaning.code, values);
    }
}
