package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an agent learnt of other devices by asking them over the network, as items: switches with their ports and who
/// is behind these, printers, phones, storage.
final class NetworkInventory {

    private static final Pattern POINT = Pattern.compile("(?i).*access point.*");

    private final Assembly assembly;

    /// Which of several devices of one message this is; the first has no number.
    private final String number;

    private NetworkInventory(Assembly assembly, int number) {
        this.assembly = assembly;
        this.number = number == 1 ? "" : "/" + number;
    }

    static boolean speaksOf(Entry content) {
        return content.has("device") || content.has("network_device");
    }

    /// @param itemType what the agent says it is of, or null
    /// @return whether anything tells any of the devices from others, or the agent itself says why not
    static boolean assemble(Entry content, @Nullable String itemType, Assembly assembly) {
        boolean any = false;
        int number = 0;
        if (content.has("network_device")) {
            number++;
            var ports = content.entries("network_ports");
            any = new NetworkInventory(assembly, number)
                    .assemble(content, content.entry("network_device"), ports, itemType);
        }
        for (var device : content.entries("device")) {
            number++;
            if (device.has("error")) {
                assembly.remark(
                        Assembly.DEVICE + "/" + number,
                        "discovery.device_failed",
                        device.entry("error").textOrEmpty("message"));
                any = true;
                continue;
            }
            var info = device.has("info") ? device.entry("info") : device;
            var ports = device.entry("ports").entries("port");
            any |= new NetworkInventory(assembly, number).assemble(device, info, ports, itemType);
        }
        return any;
    }

    private boolean assemble(Entry body, Entry info, List<Entry> ports, @Nullable String itemType) {
        var type = info.text("type") == null ? itemType : info.text("type");
        var description = info.textOrEmpty("comments", "description");
        var said = description + " | " + info.textOrEmpty("model") + " | " + info.textOrEmpty("manufacturer");
        int sockets = NetworkPorts.sockets(ports);
        var itemClass = NetworkClass.of(type == null ? "" : type, said, sockets);
        var device = assembly.draft(Assembly.DEVICE + number, itemClass);
        identify(device, info);
        describe(device, info, description);
        switch (itemClass) {
            case "computer" -> device.whole("memory_mb", info.text("ram"), 1, 1L << 30);
            case "printer" ->
                device.whole("page_count", pages(body), 0, 1_000_000_000).shortText("firmware", firmware(body, info));
            case "storage" -> device.put("capacity_gb", capacity(body)).shortText("firmware", firmware(body, info));
            case "unknown_device" -> {}
            default -> device.shortText("firmware", firmware(body, info));
        }
        boolean network = NetworkClass.ofTheNetwork(itemClass);
        if (network && sockets > 0) {
            device.put("port_count", (long) sockets);
        }
        if (!assembly.add(device)) {
            return false;
        }
        if (network) {
            new NetworkPorts(device, number, assembly).assemble(ports);
            int count = 0;
            for (var component : components(body, info)) {
                accessPoint(component, ++count, device, info.text("manufacturer"));
            }
        }
        return true;
    }

    private static void identify(Draft device, Entry info) {
        device.serial(info.text("serial"), info.text("manufacturer"));
        device.identify(Identifier.MAC, info.text("mac"), null);
        var named = info.text("dnshostname", "name", "snmphostname");
        if (named != null && NormalForms.fqdn(named) != null) {
            device.identify(Identifier.FQDN, named, null);
        }
        var address = address(info);
        device.put("ip_address", address);
        device.put("mac_address", device.value(Identifier.MAC));
        device.put("fqdn", device.value(Identifier.FQDN));
        if (!device.identified()) {
            device.identify(Identifier.IP, address, null);
        }
    }

    private static void describe(Draft device, Entry info, String description) {
        device.name(info.text("name", "snmphostname", "dnshostname", "netbiosname"), info.text("ip"));
        device.shortText("manufacturer", info.text("manufacturer"));
        device.shortText("model", info.text("model"));
        device.shortText("asset_tag", info.text("assettag"));
        device.text("description", description.isEmpty() ? null : description);
    }

    /// The first by which others may reach it, else the first there is.
    private static @Nullable String address(Entry info) {
        var said = new ArrayList<>(info.texts("ip"));
        said.addAll(info.texts("ips"));
        said.addAll(info.entry("ips").texts("ip"));
        String first = null;
        for (var text : said) {
            var address = Addresses.normal(text);
            if (address != null && Addresses.reachable(address)) {
                return address;
            }
            first = first == null ? address : first;
        }
        return first;
    }

    private static @Nullable String firmware(Entry body, Entry info) {
        return info.text("firmware") == null ? body.entry("firmwares").text("version") : info.text("firmware");
    }

    private static @Nullable String pages(Entry body) {
        return body.entry("pagecounters").text("total", "printtotal");
    }

    private static @Nullable Long capacity(Entry body) {
        long megabytes = 0;
        for (var drive : body.entries("drives")) {
            var total = Readings.megabytes(drive.text("total"));
            megabytes += total == null || total > 1L << 40 ? 0 : total;
        }
        return megabytes == 0 ? null : Math.max(1, Math.round(megabytes / 1000.0));
    }

    private static List<Entry> components(Entry body, Entry info) {
        return body.has("network_components")
                ? body.entries("network_components")
                : (body.has("components") ? body : info).entry("components").entries("component");
    }

    /// A controller lists the access points it leads as if they were parts of it.
    private void accessPoint(Entry told, int count, Draft controller, @Nullable String manufacturer) {
        if (told.text("mac") == null
                || !POINT.matcher(told.textOrEmpty("description", "type")).matches()) {
            return;
        }
        var point = assembly.draft("access_point" + number + "/" + count, "wireless_access_point");
        var maker = told.text("manufacturer") == null ? manufacturer : told.text("manufacturer");
        point.serial(told.text("serial"), maker).shortText("manufacturer", maker);
        point.identify(Identifier.MAC, told.text("mac"), null);
        point.put("mac_address", point.value(Identifier.MAC));
        point.put("ip_address", Addresses.normal(told.textOrEmpty("ip")));
        point.shortText("firmware", told.text("firmware", "version"));
        point.shortText("model", told.text("model"));
        point.name(told.text("name"));
        if (assembly.add(point)) {
            assembly.relate("connected_to", point.ref(), controller.ref());
        }
    }
}
