package org.mainstay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.cmdb.drift.DriftType;
import org.mainstay.cmdb.reconciliation.DiscoverySource;
import org.mainstay.cmdb.reconciliation.DiscoverySourceType;
import org.mainstay.cmdb.reconciliation.Reconciler;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.Client;
import org.mainstay.testing.MainstayTest;
import org.mainstay.testing.Window;
import org.mainstay.testing.Window.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every kind of page as people with and without good eyes meet it: axe finds nothing grave in either
/// theme, nothing scrolls sideways, and what is sent stays small.
@MainstayTest
class PageLookTests {

    private static final int MOST_BYTES = 60 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    RecordStore store;

    @Autowired
    Reconciler reconciler;

    private static final Fitness FITNESS = new Fitness();

    private String incident = "";
    private String service = "";

    @AfterAll
    static void end() {
        FITNESS.close();
    }

    @BeforeEach
    void thereAreIncidents() {
        cast.everybody();
        var items = Plan.of(Cause.CREATED);
        var ticketing = item(items, "Ticketing", "business_service");
        var server = item(items, "ticketing-01", "linux_server");
        store.save(cast.ada(), items);
        var relations = Plan.of(Cause.CREATED);
        relations
                .create(Relations.RELATION)
                .values()
                .set(Relations.TYPE, "depends_on")
                .set(Relations.FROM, ticketing)
                .set(Relations.TO, server);
        store.save(cast.ada(), relations);
        service = "/services/"
                + store.get(cast.ada(), ConfigurationItemType.CONFIGURATION_ITEM, ticketing)
                        .orElseThrow()
                        .number();
        var plan = Plan.of(Cause.CREATED);
        for (int i = 0; i < 60; i++) {
            plan.create(IncidentType.INCIDENT)
                    .values()
                    .set(IncidentType.TITLE, "The screen of the ticket machine stays dark " + i)
                    .set(IncidentType.CALLER, cast.max().id())
                    .set(IncidentType.GROUP, cast.serviceDesk())
                    .set(IncidentType.ASSIGNEE, cast.sam().id())
                    .set(IncidentType.SERVICE, ticketing)
                    .set(IncidentType.DESCRIPTION, "# What\n\n- it is **dark**\n- `since` morning");
        }
        store.save(cast.sam(), plan);
        incident = "/incidents/"
                + store.get(
                                cast.sam(),
                                IncidentType.INCIDENT,
                                plan.steps().getFirst().id())
                        .orElseThrow()
                        .number();
    }

    private static UUID item(Plan plan, String name, String itemClass) {
        var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
        created.values().set(ConfigurationItemType.NAME, name).set(ConfigurationItemType.CLASS, itemClass);
        return created.id();
    }

    @Test
    void pagesOfTheDeskAreFitForEverybody() {
        FITNESS.check(
                port,
                "sam",
                "/",
                "/incidents",
                "/incidents?filter=stte:new",
                "/incidents?filter=nothing-like-this",
                "/incidents?group=priority",
                "/incidents/bulk?filter=ticket",
                incident,
                incident + "/edit",
                incident + "/links",
                incident + "/history",
                incident + "/template",
                incident + "/actions/resolve",
                "/incidents/new",
                "/incidents/new?quick=yes",
                "/bulk",
                "/further",
                "/team",
                "/search?q=screen",
                "/api/docs",
                "/people",
                "/people/max",
                "/services",
                service,
                service + "/map",
                service + "/map?before=" + Instant.now().minusSeconds(60) + "&colour=class",
                service + "/state",
                incident + "/what-changed",
                "/notifications?show=all",
                "/dashboards",
                "/dashboards/DSH0000001",
                "/dashboards/DSH0000003?full=true",
                "/design",
                "/nothing/of/this/kind");
    }

    @Test
    void pagesOfDiscoveryAreFitForEverybody() {
        var plan = Plan.of(Cause.CREATED);
        var made = plan.create(DiscoverySourceType.DISCOVERY_SOURCE);
        made.values()
                .set(DiscoverySourceType.NAME, "Agents")
                .set(DiscoverySourceType.KIND, DiscoverySource.Sort.INVENTORY);
        store.save(cast.ada(), plan);
        var source = DiscoverySource.of(store.get(cast.ada(), DiscoverySourceType.DISCOVERY_SOURCE, made.id())
                .orElseThrow());
        var serial = Identifier.of(Identifier.SERIAL, "LOOK-1", "Fennek").orElseThrow();
        var said = new Discovered("a", "computer", Map.of("name", "dune", "os", "Debian"), List.of(serial));
        var item = reconciler
                .take(
                        source,
                        new Payload(List.of(said), List.of(), true, null, List.of()),
                        new Reconciler.Manner(true, false, "10.0.0.7"))
                .items()
                .getFirst()
                .number();
        var drift = drift(source);
        FITNESS.check(
                port,
                "ada",
                "/discovery-sources",
                "/discovery-sources/new",
                "/discovery-sources/" + source.number(),
                "/discovery-sources/" + source.number() + "/health",
                "/discovery-sources/" + source.number() + "/items",
                "/discovery-sources/" + source.number() + "/deliver",
                "/discovery-sources/" + source.number() + "/mappings",
                "/unknown-devices",
                "/configuration-items/" + item,
                "/configuration-items/" + item + "/sources",
                "/configuration-items/" + item + "/accuracy",
                "/configuration-accuracy?by=team",
                "/groups/" + cast.network() + "/accuracy",
                "/accuracy-checks",
                "/configuration-items/" + item + "/findings",
                "/configuration-health",
                "/configuration-health?by=team",
                "/configuration-health?by=service",
                "/configuration-health/why",
                "/staleness-policies/new",
                "/compliance-rules/new",
                "/configuration-items/" + item + "/drift",
                "/drifts?filter=state:open+flapping:no",
                "/drifts/" + drift,
                "/drifts/" + drift + "/lines",
                "/reconciliation-tasks",
                "/identification-rules",
                "/precedence-rules/new");
    }

    private String drift(DiscoverySource source) {
        var serial = Identifier.of(Identifier.SERIAL, "LOOK-2", "Fennek").orElseThrow();
        for (var os : List.of("Debian 12", "Debian 13 " + "long ".repeat(100))) {
            var server = new Discovered("b", "server", Map.of("name", "mast", "os", os), List.of(serial));
            reconciler.take(
                    source,
                    new Payload(List.of(server), List.of(), true, null, List.of()),
                    new Reconciler.Manner(true, false, null));
        }
        return store.list(cast.ada(), DriftType.DRIFT, Query.of(Filter.is(DriftType.SOURCE, source.id())))
                .items()
                .getFirst()
                .number();
    }

    @Test
    void pagesOfAdministratorsAreFitForEverybody() {
        FITNESS.check(
                port,
                "ada",
                "/administration",
                "/priority-matrix",
                "/priority-rules",
                "/configuration",
                "/imports",
                "/layouts/new",
                "/templates/new",
                "/announcements/new",
                "/categories",
                "/groups",
                "/roles",
                incident + "/access",
                "/priority-rules/high.low/edit",
                "/picks",
                "/picks/new",
                "/custom-fields/new",
                "/assignment-rules/new",
                "/grants",
                "/configuration-items/CI0000001/open-work",
                "/configuration-items/CI0000001/actions/reclassify",
                "/ci-attributes/computing.memory_mb/edit",
                "/audit",
                "/profile",
                "/dashboards/DSH0000004",
                "/dashboards/DSH0000004/arrange",
                "/dashboards/DSH0000004/tiles",
                "/tiles/TIL0000001/edit");
    }

    @Test
    void dialogsAreFitForEverybody() {
        try (var window = Window.of(port, "sam", Look.DESK)) {
            for (var dialog : Map.of("c", "#quick", "?", "#shortcuts").entrySet()) {
                window.open("/people").complete().page().keyboard().press(dialog.getKey());
                window.page().locator(dialog.getValue() + " button").last().waitFor();
                var axe = new AxeBuilder(window.page()).setLegacyMode(true).include(dialog.getValue());
                assertThat(Fitness.grave(axe)).as(dialog.getValue()).isEmpty();
            }
        }
    }

    @Test
    void pagesOfRequestersAreFitForEverybody() {
        var asked = incident.replace("/incidents/", "/portal/incidents/");
        FITNESS.check(
                port, "max", "/portal", "/portal/report", "/portal/incidents", "/portal/incidents?closed=true", asked);
    }

    @Test
    void theEntranceIsFitForEverybody() {
        try (var window = Window.of(port, Look.DESK)) {
            FITNESS.check(window, "/sign-in");
        }
    }

    @Test
    void listAndRecordPageAreSmall() {
        var client = new Client(port);
        var cookie = client.signIn("sam", Cast.PASSWORD);
        for (var path : List.of("/incidents", incident)) {
            var page = client.get(path, "Cookie", cookie).body();
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(MOST_BYTES);
            assertThat(page)
                    .as(path)
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContain("onclick");
        }
    }
}
