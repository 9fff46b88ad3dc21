package org.mainstay.cmdb.discovery;

import java.util.Locale;
import java.util.regex.Pattern;

/// Which class of item a computer is, from what its agent says of system, chassis and model. Where that is not clear
/// it is a `computer`: what a person uses.
final class ComputerClass {

    private static final Pattern SERVER_CHASSIS =
            Pattern.compile("rack ?mount|blade|main server|main system|multi-?system");

    private static final Pattern DESK_CHASSIS = Pattern.compile(
            "laptop|notebook|portable|desktop|mini tower|low profile|pizza box|lunch box|all[ -]?in[ -]?one|hand ?held"
                    + "|space-saving|convertible|detachable|tablet|stick pc|mini pc");

    private static final Pattern SERVER_MODEL = Pattern.compile(
            "poweredge|proliant|primergy|thinksystem|thinkserver|system x\\d|eserver|ucs[bcx]-|synergy|apollo \\d");

    private static final Pattern DESK_SYSTEM = Pattern.compile("workstation|desktop|chrome ?os");

    private static final Pattern UNIX = Pattern.compile("\\b(aix|hp-?ux|sunos|solaris|freebsd|openbsd|netbsd)\\b");

    private static final Pattern CONTAINER = Pattern.compile("docker|lxc|lxd|openvz|virtuozzo|jail|zone|nspawn|podman");

    private ComputerClass() {}

    static String of(Entry hardware, Entry system, Entry bios) {
        var os = lower(system.textOrEmpty("full_name")
                + " " + system.textOrEmpty("name")
                + " " + system.textOrEmpty("kernel_name")
                + " " + hardware.textOrEmpty("osname"));
        var chassis = lower(hardware.textOrEmpty("chassis_type"));
        boolean virtual = virtual(hardware);
        boolean server = !virtual
                && (SERVER_CHASSIS.matcher(chassis).find()
                        || SERVER_MODEL
                                .matcher(lower(bios.textOrEmpty("smodel")))
                                .find());
        if (os.contains("android")) {
            return "phone";
        }
        if (os.contains("esxi") || os.contains("vmware esx")) {
            return "esx_server";
        }
        if (os.contains("windows")) {
            return server || os.contains("server") ? "windows_server" : "computer";
        }
        if (os.contains("darwin") || os.contains("macos") || os.contains("mac os")) {
            return "computer";
        }
        if (UNIX.matcher(os).find()) {
            return DESK_CHASSIS.matcher(chassis).find() && !virtual ? "computer" : "server";
        }
        if (!os.contains("linux") && system.text("kernel_name") != null) {
            return "computer";
        }
        boolean serves = server
                || os.contains("server")
                || virtual && !DESK_SYSTEM.matcher(os).find();
        return serves && !os.isBlank() ? "linux_server" : "computer";
    }

    /// Whether it says of itself that it runs on another machine.
    static boolean virtual(Entry hardware) {
        var machine = hardware.textOrEmpty("vmsystem");
        return !machine.isEmpty() && !machine.equalsIgnoreCase("physical");
    }

    /// Whether it is only a part of the system of its host, and shows the serial of that one.
    static boolean container(Entry hardware) {
        return CONTAINER.matcher(lower(hardware.textOrEmpty("vmsystem"))).find();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
