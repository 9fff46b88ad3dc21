package org.mainstay.cmdb.discovery;

import java.util.regex.Pattern;

/// Monitors and printers at a machine. A queue that only makes a file, or that leads to a printer elsewhere in the
/// network, is no printer at this machine.
final class Peripherals {

    private static final Pattern NO_PRINTER =
            Pattern.compile("(?i).*(pdf|xps|onenote|\\bfax\\b|document converter|document writer|snagit|send to).*");

    private static final Pattern NO_PORT = Pattern.compile("(?i)(portprompt|nul|file|xpsport|shrfax|ts\\d+).*");

    private static final Pattern NETWORK_PORT =
            Pattern.compile("(?i)(ip_|wsd|\\\\\\\\|ipp|http|socket|lpd|smb|dnssd|\\d+\\.\\d+\\.\\d+\\.\\d+).*");

    private Peripherals() {}

    static void assemble(Entry content, Draft device, Assembly assembly) {
        int number = 0;
        for (var told : content.entries("monitors")) {
            attach(monitor(told, assembly.draft("monitor/" + ++number, "monitor"), device), device, assembly);
        }
        number = 0;
        for (var told : content.entries("printers")) {
            var draft = assembly.draft("printer/" + ++number, "printer");
            if (atThisMachine(told)) {
                attach(printer(told, draft, device), device, assembly);
            } else {
                assembly.remark(draft.ref(), "discovery.no_printer_here", told.textOrEmpty("name"));
            }
        }
    }

    private static void attach(Draft draft, Draft device, Assembly assembly) {
        if (assembly.add(draft)) {
            assembly.relate("attached_to", draft.ref(), device.ref());
        }
    }

    private static Draft monitor(Entry told, Draft draft, Draft device) {
        var name = told.text("caption", "name", "description");
        draft.serial(told.text("serial"), told.text("manufacturer"));
        draft.name(name).shortText("manufacturer", told.text("manufacturer")).shortText("model", name);
        return name == null || draft.identified() ? draft : draft.nameIn(device, name);
    }

    private static Draft printer(Entry told, Draft draft, Draft device) {
        var name = told.text("name", "driver", "description");
        draft.serial(told.text("serial"), null);
        draft.name(name).shortText("model", told.text("driver"));
        return name == null || draft.identified() ? draft : draft.nameIn(device, name);
    }

    private static boolean atThisMachine(Entry told) {
        var port = told.textOrEmpty("port");
        if (NO_PORT.matcher(port).matches()
                || NO_PRINTER
                        .matcher(told.textOrEmpty("driver") + " " + told.textOrEmpty("name"))
                        .matches()) {
            return false;
        }
        boolean elsewhere = told.yes("network") || NETWORK_PORT.matcher(port).matches();
        return !elsewhere || told.text("serial") != null;
    }
}
