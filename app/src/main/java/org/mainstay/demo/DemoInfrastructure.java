package org.mainstay.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItem.Environment;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.record.Plan;

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
            new Thing("middleware", "file server", "Operations", "file-01"));

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

    private final DemoPeople company;
    private final Map<String, UUID> made = new LinkedHashMap<>();

    DemoInfrastructure(DemoPeople company) {
        this.company = company;
    }

    void items(Plan plan) {
        for (var thing : THINGS) {
            var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
            created.values()
                    .set(ConfigurationItemType.NAME, thing.name)
                    .set(ConfigurationItemType.CLASS, thing.itemClass)
                    .set(ConfigurationItemType.ENVIRONMENT, Environment.PRODUCTION)
                    .set(ConfigurationItemType.SUPPORT_GROUP, company.group(thing.group));
            made.put(thing.name, created.id());
        }
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
