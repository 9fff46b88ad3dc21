package org.mainstay.cmdb.discovery;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which class of item a device is that was asked over the network, from what it says of itself.
final class NetworkClass {

    private static final Pattern PHONE = Pattern.compile("\\b(ip ?phone|voip phone|telephone)\\b");

    private static final Pattern ACCESS_POINT =
            Pattern.compile("access point|\\bair-(l|c)?ap|aironet|\\bunifi ap|instant on ap|\\baruba ap");

    private static final Pattern FIREWALL = Pattern.compile(
            "firewall|fortigate|fortios|pan-os|palo alto|adaptive security|\\basa ?\\d{4}|sonicwall|pfsense|opnsense"
                    + "|check ?point|\\bsrx\\d|watchguard|stormshield|sophos xg");

    private static final Pattern LOAD_BALANCER = Pattern.compile("big-?ip|netscaler|load ?balancer|alteon|citrix adc");

    private static final Pattern ROUTER = Pattern.compile(
            "\\brouter|ios xr|ios-xr|\\basr ?\\d|\\bisr ?\\d|routeros|edgeos|transport wr|\\bmx\\d{2,3}\\b|bras\\b");

    private static final Pattern SWITCH = Pattern.compile(
            "switch|catalyst|\\bws-c\\d|\\bc(29|35|36|37|38|93|94|95)\\d\\d\\b|nexus|nx-os|\\bn[3579]k\\b|procurve"
                    + "|\\bex\\d{4}|powerconnect|\\bdgs-|\\b\\d{4}-(8|16|24|48)g|comware|arubaos-?(s|c)x|exos|fastiron|icx");

    /// A box with so many sockets passes frames on.
    private static final int MANY_PORTS = 16;

    private static final Set<String> NETWORK_CLASSES = Set.of(
            "network_device", "network_switch", "network_router", "firewall", "load_balancer", "wireless_access_point");

    private NetworkClass() {}

    /// @param type what the agent took it for, or empty
    /// @param description everything the device says of itself: its system, its model
    /// @param ports how many sockets it has, as far as is known
    static String of(String type, String description, int ports) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "printer" -> "printer";
            case "phone" -> "phone";
            case "storage" -> "storage";
            case "computer" -> "computer";
            case "networking", "networkequipment" -> networking(description, ports);
            default -> bySelf(description);
        };
    }

    private static String networking(String description, int ports) {
        var told = bySelf(description);
        if (NETWORK_CLASSES.contains(told)) {
            return told;
        }
        return ports >= MANY_PORTS ? "network_switch" : "network_device";
    }

    /// Without anybody's opinion: what it says of itself, else unknown.
    private static String bySelf(String description) {
        var said = description.toLowerCase(Locale.ROOT);
        if (PHONE.matcher(said).find()) {
            return "phone";
        }
        if (FIREWALL.matcher(said).find()) {
            return "firewall";
        }
        if (LOAD_BALANCER.matcher(said).find()) {
            return "load_balancer";
        }
        if (said.contains("wireless controller") || said.contains("wlan controller")) {
            return "network_device";
        }
        if (ACCESS_POINT.matcher(said).find()) {
            return "wireless_access_point";
        }
        if (SWITCH.matcher(said).find()) {
            return "network_switch";
        }
        return ROUTER.matcher(said).find() ? "network_router" : "unknown_device";
    }

    static boolean ofTheNetwork(String itemClass) {
        return NETWORK_CLASSES.contains(itemClass);
    }
}
