package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.drift.Drift;
import org.mainstay.cmdb.drift.DriftType;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// What agents found on the servers of the demo company in the last days, and what nobody had told of.
final class DemoDrift {

    private static final String DOMAIN = ".example.org";
    private static final List<String> SERVERS =
            List.of("web-01", "web-02", "web-03", "app-01", "app-02", "db-01", "mail-01");

    private static final String ADDRESS = "10.20.0.13";
    private static final Map<String, Object> FRESH =
            Map.of("os_version", "13.1", "kernel_version", "6.12.43", "cpu_cores", 8L, "memory_mb", 65_536L);

    private final RecordStore store;
    private final DemoPeople company;
    private final Reconciler reconciler;
    private final Instant now;
    private final Map<String, Map<String, Object>> known = new LinkedHashMap<>();

    DemoDrift(RecordStore store, DemoPeople company, Reconciler reconciler, Clock clock) {
        this.store = store;
        this.company = company;
        this.reconciler = reconciler;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void make() {
        name();
        var agents = agents();
        found("web-03", "ip_address", ADDRESS);
        tell(agents, 8 * 24, SERVERS);
        for (var server : List.of("web-01", "web-02", "app-01")) {
            found(server, "os_version", "13.2");
            found(server, "kernel_version", "6.12.57");
        }
        tell(agents, 26, List.of("web-01", "web-02", "app-01"));
        accept("web-02");
        found("mail-01", "cpu_cores", 4L);
        flap(agents);
        tell(agents, 9, List.of("mail-01"));
        found("mail-01", "cpu_cores", 8L);
        tell(agents, 8, List.of("mail-01"));
        found("db-01", "memory_mb", 32_768L);
        found("db-01", "cpu_cores", 4L);
        tell(agents, 2, List.of("db-01"));
        report();
    }

    /// Gives the servers full names, by which agents know them again; what is known of them already, agents find so.
    private void name() {
        var plan = Plan.of(Cause.EDITED).at(now.minus(Duration.ofDays(9)));
        for (var server : SERVERS) {
            var item = store.get(company.system(), ConfigurationItemType.CONFIGURATION_ITEM, company.service(server))
                    .orElseThrow();
            if (item.get(ConfigurationItemType.FQDN) == null) {
                plan.edit(item).set(ConfigurationItemType.FQDN, server + DOMAIN);
            }
            var found = new LinkedHashMap<String, Object>(FRESH);
            found.put("name", server);
            for (var code : List.of("os", "ip_address")) {
                var value = item.get(item.type().need(code));
                if (value != null) {
                    found.put(code, value);
                }
            }
            known.put(server, found);
        }
        company.save(company.system(), plan);
    }

    private DiscoverySource agents() {
        var plan = Plan.of(Cause.CREATED).at(now.minus(Duration.ofDays(9)));
        var step = plan.create(DiscoverySourceType.DISCOVERY_SOURCE);
        step.values()
                .set(DiscoverySourceType.NAME, "Agents on servers")
                .set(DiscoverySourceType.KIND, DiscoverySource.Sort.INVENTORY);
        company.save(company.system(), plan);
        return DiscoverySourceType.DISCOVERY_SOURCE.read(
                store.get(company.system(), DiscoverySourceType.DISCOVERY_SOURCE, step.id())
                        .orElseThrow());
    }

    private void found(String server, String attribute, Object value) {
        known.getOrDefault(server, Map.of()).put(attribute, value);
    }

    /// An address that two servers lend each other.
    private void flap(DiscoverySource agents) {
        for (int i = 0; i < 5; i++) {
            found("web-03", "ip_address", i % 2 == 0 ? "10.20.0.113" : ADDRESS);
            tell(agents, 14 - 2 * i, List.of("web-03"));
        }
    }

    private void tell(DiscoverySource agents, int hoursAgo, List<String> servers) {
        var items = new ArrayList<Discovered>();
        for (var server : servers) {
            var name = Identifier.of(Identifier.FQDN, server + DOMAIN, null).orElseThrow();
            items.add(new Discovered(server, "linux_server", known.getOrDefault(server, Map.of()), List.of(name)));
        }
        reconciler.take(
                agents,
                new Payload(items, List.of(), true, now.minus(Duration.ofHours(hoursAgo)), List.of()),
                new Reconciler.Manner(false, false, "10.20.0.1"));
    }

    private void accept(String server) {
        var of = Filter.is(DriftType.ITEM, company.service(server));
        UUID drift = store.list(company.system(), DriftType.DRIFT, Query.of(of))
                .items()
                .getFirst()
                .id();
        var plan = Plan.of(Cause.action("accept"));
        plan.edit(store.get(company.system(), DriftType.DRIFT, drift).orElseThrow())
                .set(DriftType.STATE, Drift.State.ACCEPTED)
                .set(DriftType.NOTE, "The monthly updates; the change was forgotten.")
                .set(DriftType.DECIDED_AT, now)
                .set(DriftType.DECIDED_BY, company.person("otto"));
        company.save(company.system(), plan);
    }

    /// What somebody notices of it.
    private void report() {
        var plan = Plan.of(Cause.CREATED);
        plan.create(IncidentType.INCIDENT)
                .values()
                .set(IncidentType.TITLE, "Evaluations of payroll run twice as long since noon")
                .set(IncidentType.CALLER, company.person("eve"))
                .set(IncidentType.SERVICE, company.service("Payroll"))
                .set(IncidentType.CONFIGURATION_ITEM, company.service("db-01"))
                .set(IncidentType.IMPACT, Level.MEDIUM)
                .set(IncidentType.URGENCY, Level.HIGH);
        company.save(company.system(), plan);
    }
}
