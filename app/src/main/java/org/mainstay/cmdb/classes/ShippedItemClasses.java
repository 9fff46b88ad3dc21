package org.mainstay.cmdb.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.classes.ItemClass.Phase;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Shipped;

/// The classes as they come, named and arranged as the Common Service Data Model 5 has them.
final class ShippedItemClasses implements Shipped {

    /// @param parent empty at the top
    private record Row(String code, String parent, String label, String labelInGerman, String icon, Sort sort) {}

    private enum Sort {
        DESIGN,
        ABSTRACT,
        OPERATIONAL
    }

    private static final List<Row> ROWS = List.of(
            new Row("business_capability", "", "Business capability", "Geschäftsfähigkeit", "stack-2", Sort.DESIGN),
            new Row(
                    "business_application",
                    "",
                    "Business application",
                    "Geschäftsanwendung",
                    "app-window",
                    Sort.DESIGN),
            new Row("information_object", "", "Information object", "Informationsobjekt", "file-text", Sort.DESIGN),
            new Row("service", "", "Service", "Service", "topology-star-3", Sort.ABSTRACT),
            new Row(
                    "business_service",
                    "service",
                    "Business service",
                    "Geschäftsservice",
                    "topology-star-3",
                    Sort.OPERATIONAL),
            new Row(
                    "service_offering",
                    "service",
                    "Service offering",
                    "Serviceangebot",
                    "topology-star-3",
                    Sort.OPERATIONAL),
            new Row(
                    "service_instance",
                    "service",
                    "Service instance",
                    "Serviceinstanz",
                    "topology-star-3",
                    Sort.OPERATIONAL),
            new Row(
                    "application_component",
                    "",
                    "Application component",
                    "Anwendungskomponente",
                    "app-window",
                    Sort.OPERATIONAL),
            new Row("software", "", "Software", "Software", "apps", Sort.ABSTRACT),
            new Row("database", "software", "Database", "Datenbank", "database", Sort.OPERATIONAL),
            new Row("middleware", "software", "Middleware", "Middleware", "apps", Sort.OPERATIONAL),
            new Row(
                    "software_installation",
                    "software",
                    "Software installation",
                    "Softwareinstallation",
                    "apps",
                    Sort.OPERATIONAL),
            new Row("computing", "", "Computing", "Rechner", "server", Sort.ABSTRACT),
            new Row("server", "computing", "Server", "Server", "server", Sort.OPERATIONAL),
            new Row("linux_server", "server", "Linux server", "Linux-Server", "server", Sort.OPERATIONAL),
            new Row("windows_server", "server", "Windows server", "Windows-Server", "server", Sort.OPERATIONAL),
            new Row("esx_server", "server", "ESX server", "ESX-Server", "server", Sort.OPERATIONAL),
            new Row(
                    "virtual_machine",
                    "computing",
                    "Virtual machine",
                    "Virtuelle Maschine",
                    "server-2",
                    Sort.OPERATIONAL),
            new Row("computer", "computing", "Computer", "Computer", "device-desktop", Sort.OPERATIONAL),
            new Row("network_device", "", "Network device", "Netzwerkgerät", "network", Sort.OPERATIONAL),
            new Row("network_router", "network_device", "Network router", "Router", "router", Sort.OPERATIONAL),
            new Row("network_switch", "network_device", "Network switch", "Switch", "network", Sort.OPERATIONAL),
            new Row("firewall", "network_device", "Firewall", "Firewall", "shield", Sort.OPERATIONAL),
            new Row("load_balancer", "network_device", "Load balancer", "Load-Balancer", "scale", Sort.OPERATIONAL),
            new Row(
                    "wireless_access_point",
                    "network_device",
                    "Wireless access point",
                    "WLAN-Zugangspunkt",
                    "wifi",
                    Sort.OPERATIONAL),
            new Row("storage", "", "Storage", "Speichersystem", "database", Sort.OPERATIONAL),
            new Row("peripheral", "", "Peripheral", "Peripheriegerät", "printer", Sort.ABSTRACT),
            new Row("phone", "peripheral", "Phone", "Telefon", "phone", Sort.OPERATIONAL),
            new Row("printer", "peripheral", "Printer", "Drucker", "printer", Sort.OPERATIONAL),
            new Row("monitor", "peripheral", "Monitor", "Bildschirm", "device-desktop", Sort.OPERATIONAL),
            new Row("network_port", "", "Network port", "Netzwerkanschluss", "plug-connected", Sort.OPERATIONAL),
            new Row("ip_network", "", "IP network", "IP-Netz", "network", Sort.OPERATIONAL),
            new Row("container_cluster", "", "Container cluster", "Container-Cluster", "box", Sort.OPERATIONAL),
            new Row("container_workload", "", "Container workload", "Container-Workload", "box", Sort.OPERATIONAL),
            new Row("cloud_account", "", "Cloud account", "Cloud-Konto", "cloud", Sort.OPERATIONAL),
            new Row("cloud_resource", "", "Cloud resource", "Cloud-Ressource", "cloud", Sort.OPERATIONAL),
            new Row("location", "", "Location", "Standort", "map-pin", Sort.OPERATIONAL),
            new Row("certificate", "", "Certificate", "Zertifikat", "certificate", Sort.OPERATIONAL),
            new Row("domain", "", "Domain", "Domäne", "world", Sort.OPERATIONAL),
            new Row("unknown_device", "", "Unknown device", "Unbekanntes Gerät", "question-mark", Sort.OPERATIONAL));

    /// With what is below them: what services run on. What people use and carry about changes all the time.
    private static final List<String> WATCHED = List.of(
            "database",
            "middleware",
            "server",
            "virtual_machine",
            "network_device",
            "storage",
            "container_cluster",
            "cloud_resource");

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        for (var row : ROWS) {
            var values = new Values()
                    .set(ItemClassType.CODE, row.code)
                    .set(ItemClassType.LABEL, row.label)
                    .set(ItemClassType.LABEL_DE, row.labelInGerman)
                    .set(ItemClassType.PHASE, row.sort == Sort.DESIGN ? Phase.DESIGN_TIME : Phase.OPERATIONAL)
                    .set(ItemClassType.ABSTRACT, row.sort == Sort.ABSTRACT)
                    .set(ItemClassType.ICON, row.icon)
                    .set(ItemClassType.WATCHED, WATCHED.contains(row.code) ? true : null)
                    .set(ItemClassType.ACTIVE, true);
            Map<Attribute<UUID>, String> above =
                    row.parent.isEmpty() ? Map.of() : Map.of(ItemClassType.PARENT, row.parent);
            items.add(new Item(ItemClassType.ITEM_CLASS, row.code, values, above));
        }
        return items;
    }
}
