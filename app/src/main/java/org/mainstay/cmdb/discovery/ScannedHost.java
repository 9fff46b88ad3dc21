package org.mainstay.cmdb.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A host as nmap saw it.
final class ScannedHost {

    /// Below it, a guess at the system is not even shown.
    private static final int LEAST_ACCURACY = 85;

    private static final int MOST_PORTS = 50;

    private final List<ScannedClass> classes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();
    private boolean up;
    private @Nullable String address;
    private @Nullable String mac;
    private @Nullable String maker;
    private @Nullable String system;
    private int accuracy;

    private ScannedHost() {}

    /// Reads to the end of the `host` element that was just entered.
    static ScannedHost read(SafeXml xml) throws BadPayload {
        var host = new ScannedHost();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case START -> {
                    if (xml.name().equals("port")) {
                        host.port(xml);
                    } else {
                        host.element(xml);
                        depth++;
                    }
                }
                case END -> depth--;
                case DONE -> depth = 0;
                case TEXT -> {}
            }
        }
        return host;
    }

    private void element(SafeXml xml) {
        switch (xml.name()) {
            case "status" -> up = "up".equals(xml.attribute("state"));
            case "address" -> address(xml);
            case "hostname" -> named(xml);
            case "osmatch" -> matched(xml.attribute("name"), percent(xml));
            case "osclass" ->
                classes.add(new ScannedClass(
                        text(xml, "type"),
                        text(xml, "vendor"),
                        text(xml, "osfamily"),
                        text(xml, "osgen"),
                        percent(xml)));
            default -> {}
        }
    }

    private static String text(SafeXml xml, String name) {
        return Objects.requireNonNullElse(xml.attribute(name), "");
    }

    private static int percent(SafeXml xml) {
        var percent = Readings.whole(text(xml, "accuracy"));
        return percent == null || percent < 0 || percent > 100 ? 0 : percent.intValue();
    }

    private void address(SafeXml xml) {
        var said = text(xml, "addr");
        if ("mac".equals(xml.attribute("addrtype"))) {
            mac = said;
            maker = xml.attribute("vendor");
        } else if (address == null) {
            address = Addresses.normal(said);
        }
    }

    /// What the name servers say goes before what was typed.
    private void named(SafeXml xml) {
        var name = xml.attribute("name");
        if (name != null) {
            names.add("PTR".equals(xml.attribute("type")) ? 0 : names.size(), name);
        }
    }

    private void matched(@Nullable String name, int percent) {
        if (name != null && percent > accuracy) {
            system = name;
            accuracy = percent;
        }
    }

    private void port(SafeXml xml) throws BadPayload {
        var number = text(xml, "portid") + "/" + text(xml, "protocol");
        boolean open = false;
        var service = "";
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case START -> {
                    depth++;
                    if (xml.name().equals("state")) {
                        open = "open".equals(xml.attribute("state"));
                    } else if (xml.name().equals("service")) {
                        service = String.join(" ", text(xml, "name"), text(xml, "product"), text(xml, "version"));
                    }
                }
                case END -> depth--;
                case DONE -> depth = 0;
                case TEXT -> {}
            }
        }
        if (open && ports.size() < MOST_PORTS) {
            ports.add(Texts.clean(number + " " + service));
        }
    }

    boolean up() {
        return up;
    }

    Draft draft(Assembly assembly, String ref) {
        var itemClass = ScannedClass.convincing(classes);
        var draft = assembly.draft(ref, itemClass);
        draft.identify(Identifier.MAC, mac, null);
        names.stream()
                .filter(it -> NormalForms.fqdn(it) != null)
                .limit(1)
                .forEach(it -> draft.identify(Identifier.FQDN, it, null));
        draft.identify(Identifier.IP, address, null);
        draft.name(names.isEmpty() ? null : names.getFirst(), address);
        draft.put("fqdn", draft.value(Identifier.FQDN));
        draft.put("ip_address", address).put("mac_address", draft.value(Identifier.MAC));
        if (itemClass.equals(ScannedClass.UNKNOWN)) {
            draft.shortText("manufacturer", maker);
        }
        if (ScannedClass.computes(itemClass)) {
            draft.shortText("os", os(itemClass));
        }
        return ports.isEmpty() ? draft : draft.text("description", String.join(", ", ports));
    }

    /// The match that names it; where none does, the guess that decided the class.
    private @Nullable String os(String itemClass) {
        if (accuracy >= LEAST_ACCURACY) {
            return system;
        }
        return itemClass.equals(ScannedClass.UNKNOWN)
                ? null
                : classes.stream()
                        .max(Comparator.comparingInt(ScannedClass::accuracy))
                        .map(ScannedClass::words)
                        .orElse(null);
    }
}
