package org.mainstay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.mainstay.cmdb.ConfigurationItem.Environment;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;

/// What was done to the infrastructure of the demo company in the last weeks, and what broke by it.
final class DemoItemChanges {

    private final RecordStore store;
    private final DemoPeople company;
    private final Instant now;

    DemoItemChanges(RecordStore store, DemoPeople company, Clock clock) {
        this.store = store;
        this.company = company;
        this.now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    void make() {
        var web = thirdWebServer(ago(Duration.ofDays(40)));
        relate("nina", "depends_on", company.service("lb-01"), web, "web", ago(Duration.ofDays(39)));
        moveMail(ago(Duration.ofDays(12)));
        edit("nina", "fw-01", it -> it.set(ConfigurationItemType.MODEL, "FW 4400"), ago(Duration.ofDays(5)));
        status("san-01", Status.IN_MAINTENANCE, ago(Duration.ofHours(29)));
        status("san-01", Status.OPERATIONAL, ago(Duration.ofHours(27)));
        status("web-02", Status.IN_MAINTENANCE, ago(Duration.ofHours(20)));
        edit(
                "otto",
                "db-01",
                it -> it.set(ConfigurationItemType.MODEL, "PostgreSQL host, 64 GB")
                        .set(ConfigurationItemType.FQDN, "db-01.example.org"),
                ago(Duration.ofMinutes(100)));
        relate(
                "otto",
                "depends_on",
                company.service("warehouse database"),
                company.service("san-01"),
                "",
                ago(Duration.ofMinutes(90)));
        incident(
                "Bookings in the warehouse take minutes", "Warehouse management", "warehouse database", Level.HIGH, 55);
        incident("The tunnel to the warehouse drops every hour", "Remote access", "fw-01", Level.MEDIUM, 300);
    }

    private Instant ago(Duration before) {
        return now.minus(before);
    }

    private UUID thirdWebServer(Instant at) {
        var plan = Plan.of(Cause.CREATED).at(at);
        var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
        created.values()
                .set(ConfigurationItemType.NAME, "web-03")
                .set(ConfigurationItemType.CLASS, "linux_server")
                .set(ConfigurationItemType.ENVIRONMENT, Environment.PRODUCTION)
                .set(ConfigurationItemType.SUPPORT_GROUP, company.group("Operations"));
        company.save(company.entitled("otto"), plan);
        relate("otto", "runs_on", created.id(), company.service("vm-web-02"), "", at.plusSeconds(600));
        return created.id();
    }

    /// To another host, where the firewall is nearer.
    private void moveMail(Instant at) {
        var machine = company.service("vm-mail-01");
        var of = Filter.all(Filter.is(Relations.FROM, machine), Filter.is(Relations.TO, company.service("esx-03")));
        var plan = Plan.of(Cause.EDITED).at(at);
        store.list(company.system(), Relations.RELATION, Query.of(of))
                .items()
                .forEach(it -> plan.edit(whole(it)).set(Relations.VALID_TO, at));
        company.save(company.entitled("otto"), plan);
        relate("otto", "runs_on", machine, company.service("esx-02"), "", at.plusSeconds(300));
    }

    private Snapshot whole(Snapshot listed) {
        return store.get(company.system(), listed.type(), listed.id()).orElseThrow();
    }

    private void relate(String userName, String type, UUID from, UUID to, String redundancy, Instant at) {
        var plan = Plan.of(Cause.CREATED).at(at);
        var values = plan.create(Relations.RELATION).values();
        values.set(Relations.TYPE, type).set(Relations.FROM, from).set(Relations.TO, to);
        if (!redundancy.isEmpty()) {
            values.set(Relations.REDUNDANCY, redundancy).set(Relations.NEEDED, 1L);
        }
        company.save(company.entitled(userName), plan);
    }

    private void status(String item, Status status, Instant at) {
        edit("otto", item, it -> it.set(ConfigurationItemType.STATUS, status), at);
    }

    private void edit(String userName, String item, Consumer<Step.Edit> change, Instant at) {
        var plan = Plan.of(Cause.EDITED).at(at);
        var subject = store.get(company.system(), ConfigurationItemType.CONFIGURATION_ITEM, company.service(item))
                .orElseThrow();
        change.accept(plan.edit(subject));
        company.save(company.entitled(userName), plan);
    }

    private void incident(String title, String service, String item, Level level, int minutes) {
        var opened = ago(Duration.ofMinutes(minutes));
        var plan = Plan.of(Cause.CREATED).at(opened);
        plan.create(IncidentType.INCIDENT)
                .values()
                .set(IncidentType.TITLE, title)
                .set(IncidentType.CALLER, company.person("max"))
                .set(IncidentType.SERVICE, company.service(service))
                .set(IncidentType.CONFIGURATION_ITEM, company.service(item))
                .set(IncidentType.IMPACT, level)
                .set(IncidentType.URGENCY, level)
                .set(IncidentType.OPENED_AT, opened);
        company.save(company.entitled("max"), plan);
    }
}
