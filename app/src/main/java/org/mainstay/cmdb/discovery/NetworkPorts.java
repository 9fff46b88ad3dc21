package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ports of a network device, and what is behind them. A neighbour that introduced itself is connected; so is a
/// machine whose address alone was seen on a port. Where many addresses were seen, another switch is between, and
/// nothing is said.
final class NetworkPorts {

    /// By the number the interface has at IANA.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("1", "other"),
            Map.entry("6", "ethernet"),
            Map.entry("23", "ppp"),
            Map.entry("24", "loopback"),
            Map.entry("53", "virtual"),
            Map.entry("56", "fibre_channel"),
            Map.entry("62", "ethernet"),
            Map.entry("69", "ethernet"),
            Map.entry("71", "wireless"),
            Map.entry("117", "ethernet"),
            Map.entry("131", "tunnel"),
            Map.entry("135", "vlan"),
            Map.entry("136", "vlan"),
            Map.entry("161", "aggregate"));

    /// Nexus switches put their serial behind their name.
    private static final Pattern NAME_AND_SERIAL = Pattern.compile("(.+)\\(([A-Z0-9]{11})\\)");

    private static final long MOST_BITS_PER_SECOND = 100_000_000_000_000L;

    private final Draft device;
    private final String number;
    private final Assembly assembly;
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> neighbours = new HashMap<>();
    private int met;

    NetworkPorts(Draft device, String number, Assembly assembly) {
        this.device = device;
        this.number = number;
        this.assembly = assembly;
    }

    /// How many of them one can plug something into.
    static int sockets(List<Entry> ports) {
        return (int) ports.stream()
                .filter(it -> "ethernet".equals(TYPES.get(it.textOrEmpty("iftype"))))
                .count();
    }

    void assemble(List<Entry> ports) {
        int count = 0;
        for (var told : ports) {
            var index = told.text("ifnumber");
            var port = assembly.draft("port" + number + "/" + ++count, "network_port");
            var name = told.text("ifname", "ifdescr");
            name = name == null ? index : name;
            if (name == null) {
                assembly.remark(port.ref(), "discovery.nothing_identifies");
                continue;
            }
            if (!names.add(name) && index != null) {
                name = Texts.cut(name, 100) + " #" + index;
            }
            describe(port.name(name).nameIn(device, name), told);
            if (assembly.add(port)) {
                assembly.relate("contains", device.ref(), port.ref());
                connections(told).forEach(it -> connect(port, it));
            }
        }
    }

    private static void describe(Draft port, Entry told) {
        port.whole("port_index", told.text("ifnumber"), 0, Integer.MAX_VALUE);
        port.whole("port_speed", told.text("ifspeed"), 0, MOST_BITS_PER_SECOND);
        var type = told.text("iftype");
        port.shortText("port_type", type == null ? null : TYPES.getOrDefault(type, type));
        var status = told.text("ifstatus");
        if (status != null) {
            port.put("port_status", status.equals("1") || status.equalsIgnoreCase("up") ? "up" : "down");
        }
        port.shortText("description", told.text("ifalias"));
        var mac = told.text("mac");
        if (mac != null && JunkValues.reason(Identifier.MAC, mac).isEmpty()) {
            port.put("mac_address", NormalForms.mac(mac));
        }
    }

    private static List<Entry> connections(Entry port) {
        var connections = new ArrayList<Entry>();
        for (var entry : port.entries("connections")) {
            if (entry.has("connection")) {
                connections.addAll(entry.entries("connection"));
            } else {
                connections.add(entry);
            }
        }
        return connections;
    }

    private void connect(Draft port, Entry told) {
        if (told.text("sysname", "sysmac", "sysdescr", "ip", "model") != null) {
            introduced(port, told);
            return;
        }
        var seen = told.texts("mac").stream()
                .filter(it -> JunkValues.reason(Identifier.MAC, it).isEmpty())
                .map(NormalForms::mac)
                .distinct()
                .toList();
        if (seen.size() == 1) {
            relate(port, neighbour(seen.getFirst(), seen.getFirst(), "unknown_device", told), told);
        } else if (seen.size() > 1) {
            assembly.remark(port.ref(), "discovery.many_behind_port", seen.size());
        }
    }

    private void introduced(Draft port, Entry told) {
        var said = told.textOrEmpty("sysdescr") + " | " + told.textOrEmpty("model");
        var mac = told.text("sysmac", "mac");
        var key = mac == null ? told.text("sysname", "ip") : mac;
        if (key != null) {
            relate(port, neighbour(key, mac, NetworkClass.of("", said, 0), told), told);
        }
    }

    private void relate(Draft port, @Nullable String neighbour, Entry told) {
        if (neighbour != null) {
            var theirs = told.text("ifdescr", "ifname");
            Map<String, Object> values = theirs == null ? Map.of() : Map.of("remote_port", theirs);
            assembly.relate(new DiscoveredRelation("connected_to", port.ref(), neighbour, values));
        }
    }

    /// The ref of the item that stands for it, made when it is met first; null where nothing tells it from others.
    private @Nullable String neighbour(String key, @Nullable String mac, String itemClass, Entry told) {
        var known = neighbours.get(key);
        if (known != null) {
            return known;
        }
        var draft = assembly.draft("neighbour" + number + "/" + ++met, itemClass);
        var name = told.text("sysname");
        var match = NAME_AND_SERIAL.matcher(name == null ? "" : name);
        if (match.matches()) {
            name = match.group(1);
            draft.serial(match.group(2), "Cisco");
        }
        draft.identify(Identifier.MAC, mac, null);
        if (name != null && NormalForms.fqdn(name) != null) {
            draft.identify(Identifier.FQDN, name, null);
        }
        var address = Addresses.normal(told.textOrEmpty("ip"));
        draft.put("mac_address", draft.value(Identifier.MAC)).put("ip_address", address);
        draft.put("fqdn", draft.value(Identifier.FQDN));
        if (!draft.identified()) {
            draft.identify(Identifier.IP, address, null);
        }
        draft.name(name, address, draft.value(Identifier.MAC)).shortText("model", told.text("model"));
        draft.text("description", told.text("sysdescr"));
        var ref = assembly.place(draft);
        if (ref != null) {
            neighbours.put(key, ref);
        }
        return ref;
    }
}
