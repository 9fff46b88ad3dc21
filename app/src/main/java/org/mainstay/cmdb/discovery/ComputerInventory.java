package org.mainstay.cmdb.discovery;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an agent tells of the machine it runs on, as items: the machine itself, and what is installed on it, attached
/// to it and run by it.
final class ComputerInventory {

    /// A petabyte; no machine has as much memory.
    private static final long MOST_MEGABYTES = 1L << 30;

    private static final long MOST_DISK_MEGABYTES = 1L << 40;

    private static final Pattern NO_DISK = Pattern.compile("cd|dvd|optical|floppy|removable|card ?reader|usb|tape");

    private static final Pattern NO_OWN_DRIVE =
            Pattern.compile("nfs|cifs|smb|tmpfs|network|cd|dvd|removable|fuse|iso9660|udf|squashfs|overlay");

    private static final Set<String> NOT_OF_THE_MACHINE = Set.of("loopback", "alias", "bridge", "dialup");

    private final Entry content;
    private final Entry hardware;
    private final Entry bios;
    private final Entry system;
    private final List<Entry> networks;
    private final boolean partial;
    private final Assembly assembly;

    private ComputerInventory(Entry told, Assembly assembly) {
        content = told.entry("content");
        partial = told.yes("partial");
        this.assembly = assembly;
        hardware = content.entry("hardware");
        bios = content.entry("bios");
        system = content.entry("operatingsystem");
        networks = content.entries("networks").stream()
                .filter(it -> !it.yes("management"))
                .toList();
    }

    /// @return whether anything tells the machine from others
    static boolean assemble(Entry told, Assembly assembly) {
        return new ComputerInventory(told, assembly).assemble(told.text("deviceid"), told.textOrEmpty("itemtype"));
    }

    private boolean assemble(@Nullable String agent, String itemType) {
        var itemClass = itemType.equalsIgnoreCase("phone") ? "phone" : ComputerClass.of(hardware, system, bios);
        var device = assembly.draft(Assembly.DEVICE, itemClass);
        var manufacturer = bios.text("smanufacturer", "mmanufacturer", "bmanufacturer");
        if (!ComputerClass.container(hardware)) {
            device.serial(bios.text("ssn"), manufacturer);
        }
        device.identify(Identifier.UUID, hardware.text("uuid"), null);
        if (itemClass.equals("phone")) {
            phone(device);
        } else {
            computer(device);
        }
        addresses(device);
        device.identify(Identifier.AGENT_ID, agent, null);
        device.name(hardware.text("name"), system.text("fqdn"), device.value(Identifier.SERIAL));
        device.shortText("manufacturer", manufacturer);
        device.shortText("model", bios.text("smodel", "mmodel"));
        device.shortText("asset_tag", tag(bios.text("assettag")));
        if (!assembly.add(device)) {
            return false;
        }
        if (itemClass.equals("phone")) {
            passedOver();
            return true;
        }
        InstalledSoftware.assemble(content, device, assembly);
        Peripherals.assemble(content, device, assembly);
        Guests.assemble(content, device, assembly);
        return true;
    }

    private static @Nullable String tag(@Nullable String tag) {
        return tag == null || JunkValues.reason(Identifier.SERIAL, tag).isPresent() ? null : tag;
    }

    private void phone(Draft device) {
        device.shortText("firmware", system.text("full_name", "name"));
        for (var modem : content.entries("modems")) {
            device.identify(Identifier.IMEI, modem.text("imei"), null);
        }
        device.put("imei", device.value(Identifier.IMEI));
    }

    private void passedOver() {
        int apps = content.entries("softwares").size();
        if (apps > 0) {
            assembly.remark("software", "discovery.apps_of_phones", apps);
        }
    }

    private void computer(Draft device) {
        device.shortText("os", either(system.text("full_name"), hardware.text("osname")));
        device.shortText("os_version", either(system.text("version"), hardware.text("osversion")));
        device.shortText("kernel_version", system.text("kernel_version"));
        device.put("uuid", device.value(Identifier.UUID));
        device.shortText("domain_name", either(system.text("dns_domain"), hardware.text("workgroup")));
        if (hardware.text("vmsystem") != null) {
            device.put("virtual", ComputerClass.virtual(hardware));
        }
        started(device);
        processors(device);
        device.put("memory_mb", memory());
        device.put("disk_gb", disks());
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /// To the minute: agents work it out anew each time, and it wanders with the clock.
    private void started(Draft device) {
        var said = system.text("boot_time");
        if (said != null) {
            var moment = Readings.moment(said, system.entry("timezone").text("offset"));
            device.put(
                    "last_boot_at",
                    moment == null ? null : moment.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES));
            if (moment == null) {
                assembly.remark(device.ref() + "/last_boot_at", "discovery.absurd_date", Texts.cut(said, 60));
            }
        }
    }

    private void processors(Draft device) {
        var processors = content.entries("cpus");
        if (processors.isEmpty()) {
            device.shortText("cpu_model", hardware.text("processort"));
            device.whole("cpu_count", hardware.text("processorn"), 1, 10_000);
            return;
        }
        device.shortText("cpu_model", processors.getFirst().text("name", "model"));
        device.put("cpu_count", (long) processors.size());
        long cores = processors.stream()
                .mapToLong(it -> between(Readings.whole(it.textOrEmpty("core", "corecount")), 0, 10_000))
                .sum();
        device.put("cpu_cores", cores > 0 ? cores : null);
    }

    /// What the system sees, because partial inventories tell that too; else what is plugged in.
    private @Nullable Long memory() {
        var seen = between(Readings.megabytes(hardware.text("memory")), 1, MOST_MEGABYTES);
        long plugged = content.entries("memories").stream()
                .mapToLong(it -> between(Readings.megabytes(it.text("capacity")), 0, MOST_MEGABYTES))
                .sum();
        long memory = seen > 0 ? seen : plugged;
        return memory > 0 && memory <= MOST_MEGABYTES ? memory : null;
    }

    /// The sizes of the disks, as their makers count them; else of the volumes, unless the disks may only have been
    /// left out.
    private @Nullable Long disks() {
        long disks = content.entries("storages").stream()
                .filter(it -> !NO_DISK.matcher(kind(it, "type", "interface", "description"))
                        .find())
                .mapToLong(it -> between(Readings.megabytes(it.text("disksize")), 0, MOST_DISK_MEGABYTES))
                .sum();
        long volumes = content.entries("drives").stream()
                .filter(it -> !NO_OWN_DRIVE
                        .matcher(kind(it, "type", "filesystem", "volumn"))
                        .find())
                .mapToLong(it -> between(Readings.megabytes(it.text("total")), 0, MOST_DISK_MEGABYTES))
                .sum();
        long megabytes = disks > 0 || partial ? disks : volumes;
        return megabytes > 0 && megabytes <= MOST_DISK_MEGABYTES ? Math.max(1, Math.round(megabytes / 1000.0)) : null;
    }

    private static String kind(Entry entry, String... names) {
        var kind = new StringBuilder();
        for (var name : names) {
            kind.append(entry.textOrEmpty(name).toLowerCase(Locale.ROOT)).append(' ');
        }
        return kind.toString();
    }

    private static long between(@Nullable Long number, long least, long most) {
        return number == null || number < least || number > most ? 0 : number;
    }

    /// Of all adapters the one by which the machine is reached, and every hardware address of its own.
    private void addresses(Draft device) {
        var name = system.text("fqdn");
        if (name != null && name.indexOf('.') > 0) {
            device.identify(Identifier.FQDN, name, null);
            device.put("fqdn", device.value(Identifier.FQDN));
        }
        var own = networks.stream().filter(this::ofTheMachine).toList();
        if (own.stream().allMatch(it -> it.text("mac", "macaddr") == null)) {
            own = networks.stream()
                    .filter(it -> !NOT_OF_THE_MACHINE.contains(type(it)))
                    .toList();
        }
        own.forEach(it -> device.identify(Identifier.MAC, it.text("mac", "macaddr"), null));
        var first = own.stream()
                .filter(it -> address(it) != null)
                .max(Comparator.comparingInt(ComputerInventory::worth))
                .orElse(null);
        device.put("ip_address", first == null ? null : address(first));
        device.put("mac_address", mac(first, device));
    }

    private boolean ofTheMachine(Entry network) {
        return !NOT_OF_THE_MACHINE.contains(type(network)) && !network.yes("virtualdev");
    }

    private static String type(Entry network) {
        return network.textOrEmpty("type").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String mac(@Nullable Entry first, Draft device) {
        var mac = first == null ? null : NormalForms.mac(first.textOrEmpty("mac", "macaddr"));
        return mac == null || JunkValues.reason(Identifier.MAC, mac).isPresent() ? device.value(Identifier.MAC) : mac;
    }

    private static @Nullable String address(Entry network) {
        var v4 = Addresses.normal(network.textOrEmpty("ipaddress"));
        if (v4 != null && Addresses.reachable(v4)) {
            return v4;
        }
        var v6 = Addresses.normal(network.textOrEmpty("ipaddress6"));
        return v6 != null && Addresses.reachable(v6) ? v6 : null;
    }

    /// The first of the best: with a way out, up, with an address of the older kind.
    private static int worth(Entry network) {
        var address = Objects.requireNonNullElse(address(network), "");
        var gateway = Addresses.normal(network.textOrEmpty("ipgateway"));
        return (gateway != null && Addresses.reachable(gateway) ? 4 : 0)
                + (network.textOrEmpty("status").equalsIgnoreCase("up") ? 2 : 0)
                + (address.indexOf(':') < 0 ? 1 : 0);
    }
}
