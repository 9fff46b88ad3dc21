package org.mainstay.cmdb.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A guess of nmap at what a host is.
///
/// @param accuracy in percent
record ScannedClass(String type, String vendor, String family, String generation, int accuracy) {

    static final String UNKNOWN = "unknown_device";

    /// What a guess must reach to be believed.
    private static final int CONVINCING = 95;

    private static final Set<String> COMPUTING =
            Set.of("server", "linux_server", "windows_server", "esx_server", "computer", UNKNOWN);

    /// The class on which all guesses agree that are as good as the best, if that one is good enough.
    static String convincing(List<ScannedClass> guesses) {
        int best = guesses.stream().mapToInt(ScannedClass::accuracy).max().orElse(0);
        if (best < CONVINCING) {
            return UNKNOWN;
        }
        var classes = guesses.stream()
                .filter(it -> it.accuracy == best)
                .map(ScannedClass::itemClass)
                .collect(Collectors.toSet());
        return classes.size() == 1 ? classes.iterator().next() : UNKNOWN;
    }

    /// Whether items of the class say which system they run.
    static boolean computes(String itemClass) {
        return COMPUTING.contains(itemClass);
    }

    String words() {
        return Texts.clean(vendor + " " + (vendor.equals(family) ? "" : family) + " " + generation);
    }

    private String itemClass() {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "general purpose" -> generalPurpose();
            case "router", "broadband router" -> "network_router";
            case "switch" -> "network_switch";
            case "wap" -> "wireless_access_point";
            case "firewall" -> "firewall";
            case "load balancer" -> "load_balancer";
            case "printer", "print server" -> "printer";
            case "phone", "voip phone" -> "phone";
            case "storage-misc" -> "storage";
            default -> hypervisor() ? "esx_server" : UNKNOWN;
        };
    }

    private boolean hypervisor() {
        return vendor.equals("VMware") && family.startsWith("ESX");
    }

    private String generalPurpose() {
        return switch (family) {
            case "Linux" -> "linux_server";
            case "Windows" -> windows();
            case "Mac OS X", "OS X", "macOS" -> "computer";
            case "FreeBSD", "OpenBSD", "NetBSD", "Solaris", "OpenSolaris", "AIX", "HP-UX", "z/OS", "OS/400", "i5/OS" ->
                "server";
            default -> hypervisor() ? "esx_server" : UNKNOWN;
        };
    }

    private String windows() {
        return generation.matches("(20(0[03]|08|12|16|19|22|25)|NT).*") ? "windows_server" : "computer";
    }
}
