package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItem.Environment;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.health.ComplianceRuleType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.RecordTypes;

/// What the services of the demo company run on, from the service down to the switch.
final class DemoInfrastructure {

    /// @param on what it runs on or depends on, by name; empty for nothing
    private record Thing(String itemClass, String name, String group, String on) {}

    private static final List<Thing> THINGS = List.of(
            new Thing("network_switch", "sw-core-01", "Network", ""),
            new Thing("network_switch", "sw-core-02", "Network", ""),
            new Thing("firewall", "fw-01", "Network", ""),
            new Thing("storage", "san-01", "Operations", ""),
            new Thing("esx_server", "esx-01", "Operations", "sw-core-01"),
            new Thing("esx_server", "esx-02", "Operations", "sw-core-02"),
            new Thing("esx_server", "esx-03", "Operations", "sw-core-02"),
            new Thing("virtual_machine", "vm-web-01", "Operations", "esx-01"),
            new Thing("virtual_machine", "vm-web-02", "Operations", "esx-02"),
            new Thing("virtual_machine", "vm-app-01", "Operations", "esx-01"),
            new Thing("virtual_machine", "vm-app-02", "Operations", "esx-02"),
            new Thing("virtual_machine", "vm-db-01", "Operations", "esx-03"),
            new Thing("virtual_machine", "vm-mail-01", "Operations", "esx-03"),
            new Thing("virtual_machine", "vm-file-01", "Operations", "esx-02"),
            new Thing("linux_server", "web-01", "Operations", "vm-web-01"),
            new Thing("linux_server", "web-02", "Operations", "vm-web-02"),
            new Thing("linux_server", "app-01", "Applications", "vm-app-01"),
            new Thing("linux_server", "app-02", "Applications", "vm-app-02"),
            new Thing("linux_server", "db-01", "Operations", "vm-db-01"),
            new Thing("linux_server", "mail-01", "Operations", "vm-mail-01"),
            new Thing("windows_server", "file-01", "Operations", "vm-file-01"),
            new Thing("load_balancer", "lb-01", "Network", "sw-core-01"),
            new Thing("database", "payroll database", "Operations", "db-01"),
            new Thing("database", "warehouse database", "Operations", "db-01"),
            new Thing("application_component", "payroll", "Applications", "app-01"),
            new Thing("application_component", "warehouse", "Applications", "app-02"),
            new Thing("middleware", "mail server", "Operations", "mail-01"),
            new Thing("middleware", "file server", "Operations", "file-01"),
            new Thing("linux_server", "legacy-ftp-01", "", ""),
            new Thing("printer", "label-printer-01", "Service Desk", ""));

    /// What depends on what besides.
    ///
    /// @param redundancy the word that those share which stand in for each other; empty for none
    private record Needs(String from, String to, String redundancy) {}

    private static final List<Needs> NEEDS = List.of(
            new Needs("vm-db-01", "san-01", ""),
            new Needs("vm-file-01", "san-01", ""),
            new Needs("payroll", "payroll database", ""),
            new Needs("warehouse", "warehouse database", ""),
            new Needs("lb-01", "web-01", "web"),
            new Needs("lb-01", "web-02", "web"),
            new Needs("mail server", "fw-01", ""),
            new Needs("Mail and calendar", "mail server", ""),
            new Needs("Warehouse management", "warehouse", ""),
            new Needs("Warehouse management", "lb-01", ""),
            new Needs("Transport planning", "app-02", ""),
            new Needs("Payroll", "payroll", ""),
            new Needs("Customer portal", "lb-01", ""),
            new Needs("Customer portal", "warehouse database", ""),
            new Needs("Corporate network", "sw-core-01", "core"),
            new Needs("Corporate network", "sw-core-02", "core"),
            new Needs("Remote access", "fw-01", ""),
            new Needs("Telephony", "sw-core-02", ""),
            new Needs("File storage", "file server", ""),
            new Needs("Printing", "file server", ""),
            new Needs("Identity and access", "app-01", ""));

    /// What nobody has confirmed for so many days; everything else was seen within days.
    private static final Map<String, Integer> SILENT = Map.of(
            "esx-02", 75, "web-02", 64, "fw-01", 92, "warehouse", 400, "Telephony", 420, "label-printer-01", 210);

    /// Whose operating system and address nobody has entered.
    private static final Set<String> BLANK = Set.of("esx-03", "mail-01", "web-02", "san-01", "legacy-ftp-01");

    private final DemoPeople company;
    private final RecordTypes types;
    private final Instant now;
    private final Map<String, UUID> made = new LinkedHashMap<>();

    /// @param now the day of the demo
    DemoInfrastructure(DemoPeople company, RecordTypes types, Instant now) {
        this.company = company;
        this.types = types;
        this.now = now;
    }

    void items(Plan plan) {
        var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
        int address = 10;
        for (var thing : THINGS) {
            address++;
            var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
            created.values()
                    .set(ConfigurationItemType.NAME, thing.name)
                    .set(ConfigurationItemType.CLASS, thing.itemClass)
                    .set(ConfigurationItemType.ENVIRONMENT, Environment.PRODUCTION)
                    .set(ConfigurationItemType.CONFIRMED_AT, confirmed(thing.name, address));
            if (!thing.group.isEmpty()) {
                created.values().set(ConfigurationItemType.SUPPORT_GROUP, company.group(thing.group));
            }
            if (!BLANK.contains(thing.name)) {
                known(type, created.values(), thing, "ip_address", "10.20.0." + address);
                known(type, created.values(), thing, "os", system(thing.itemClass));
            }
            made.put(thing.name, created.id());
        }
    }

    /// What the items are to meet.
    static void rules(Plan plan) {
        rule(plan, "Servers name their operating system", "server", "os:any");
        rule(plan, "Network devices are looked after by a group", "network_device", "support_group:any");
        rule(
                plan,
                "Machines in production are in our network",
                "computing",
                "-environment:production or ip_address~10.20.");
    }

    private static void rule(Plan plan, String name, String itemClass, String condition) {
        plan.create(ComplianceRuleType.COMPLIANCE_RULE)
                .values()
                .set(ComplianceRuleType.NAME, name)
                .set(ComplianceRuleType.ITEM_CLASS, itemClass)
                .set(ComplianceRuleType.CONDITION, condition);
    }

    Instant confirmed(String name, int hours) {
        var ago = Duration.ofDays(SILENT.getOrDefault(name, 0)).plusHours(hours);
        return now.minus(ago).truncatedTo(ChronoUnit.MICROS);
    }

    private static String system(String itemClass) {
        return switch (itemClass) {
            case "windows_server" -> "Windows Server 2025";
            case "esx_server" -> "VMware ESXi 8.0";
            default -> "Debian GNU/Linux 13";
        };
    }

    /// A value of an attribute that items of the class have.
    private static void known(RecordType<?> type, Values values, Thing thing, String code, String text) {
        type.attribute(code).filter(it -> it.applies(_ -> thing.itemClass)).ifPresent(it -> values.put(it, text));
    }

    /// Once the items are there.
    void relations(Plan plan) {
        THINGS.stream().filter(it -> !it.on.isEmpty()).forEach(it -> relate(plan, "runs_on", it.name, it.on, ""));
        NEEDS.forEach(it -> relate(plan, "depends_on", it.from, it.to, it.redundancy));
    }

    private void relate(Plan plan, String type, String from, String to, String redundancy) {
        var values = plan.create(Relations.RELATION).values();
        values.set(Relations.TYPE, type).set(Relations.FROM, id(from)).set(Relations.TO, id(to));
        if (!redundancy.isEmpty()) {
            values.set(Relations.REDUNDANCY, redundancy).set(Relations.NEEDED, 1L);
        }
    }

    private UUID id(String name) {
        var own = made.get(name);
        return own == null ? company.service(name) : own;
    }
}
