package org.mainstay.cmdb.discovery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What runs on a machine and is managed as a thing of its own: virtual machines, containers, databases.
final class Guests {

    private static final Pattern CONTAINER =
            Pattern.compile("(?i)docker|lxc|lxd|podman|jail|openvz|virtuozzo|solaris.*");

    private Guests() {}

    static void assemble(Entry content, Draft device, Assembly assembly) {
        int number = 0;
        for (var told : content.entries("virtualmachines")) {
            number++;
            boolean container = CONTAINER.matcher(told.textOrEmpty("vmtype")).matches()
                    || told.text("vmtype") == null && told.text("image") != null;
            runs(
                    container
                            ? container(told, assembly.draft("container/" + number, "container_workload"), device)
                            : machine(told, assembly.draft("vm/" + number, "virtual_machine"), device),
                    device,
                    assembly);
        }
        number = 0;
        for (var told : content.entries("databases_services")) {
            runs(database(told, assembly.draft("database/" + ++number, "database"), device), device, assembly);
        }
    }

    private static void runs(Draft draft, Draft device, Assembly assembly) {
        if (assembly.add(draft)) {
            assembly.relate("runs_on", draft.ref(), device.ref());
        }
    }

    private static Draft machine(Entry told, Draft draft, Draft device) {
        var name = told.text("name");
        draft.name(name).put("virtual", true);
        if (NormalForms.uuid(told.textOrEmpty("uuid")) != null) {
            draft.identify(Identifier.UUID, told.text("uuid"), null);
        }
        draft.put("uuid", draft.value(Identifier.UUID));
        draft.identify(Identifier.MAC, told.text("mac"), null);
        draft.put("mac_address", draft.value(Identifier.MAC));
        draft.put("memory_mb", memory(told));
        draft.whole("cpu_count", told.text("vcpu"), 1, 10_000);
        var address = Addresses.normal(told.textOrEmpty("ipaddress"));
        draft.put("ip_address", address);
        draft.shortText("os", told.entry("operatingsystem").text("full_name", "name"));
        return name == null || draft.identified() ? draft : draft.nameIn(device, name);
    }

    private static @Nullable Long memory(Entry told) {
        var megabytes = Readings.megabytes(told.text("memory"));
        return megabytes == null || megabytes <= 0 || megabytes > 1L << 30 ? null : megabytes;
    }

    /// Its number changes whenever it is started anew; its name stays.
    private static Draft container(Entry told, Draft draft, Draft device) {
        var name = told.text("name", "uuid");
        draft.name(name).shortText("image", told.text("image"));
        return name == null ? draft : draft.nameIn(device, name);
    }

    private static Draft database(Entry told, Draft draft, Draft device) {
        var name = told.text("name", "type");
        draft.name(name)
                .shortText("software_version", told.text("version"))
                .shortText("publisher", told.text("manufacturer"))
                .shortText("database_engine", told.text("type", "name"))
                .whole("port", told.text("port"), 1, 65_535);
        return name == null ? draft : draft.nameIn(device, name + " | " + told.textOrEmpty("port"));
    }
}
