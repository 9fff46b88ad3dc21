package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({MeasureQueries.class, RoundQueries.class, HealthQueries.class, UpkeepQueries.class, HealthTypes.class})
class HealthModule {

    /// Conditions are meant by the house, and everything is measured whoever may see it.
    static final Actor HOUSE = Installation.ITSELF;

    /// Who asks, retires and archives.
    static final Actor UPKEEP =
            new Actor.Machine(UUID.fromString("00000000-0000-7000-8000-000000000028"), "upkeep", Installation.SYSTEM);

    /// How often somebody who wants it measured now is looked for.
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    HealthDefinitions healthDefinitions(ItemClasses classes, LiveViews views) {
        return new HealthDefinitions(classes, views);
    }

    @Bean
    Measure completeness(HealthDefinitions definitions, MeasureQueries queries, RecordTypes types, Messages messages) {
        return new Completeness(definitions, queries, types, messages);
    }

    @Bean
    Measure staleness(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
        return new Staleness(definitions, queries, messages);
    }

    @Bean
    Measure orphans(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
        return new Orphans(definitions, queries, messages);
    }

    @Bean
    Measure duplicates(HealthDefinitions definitions, MeasureQueries queries, Messages messages) {
        return new Duplicates(definitions, queries, messages);
    }

    @Bean
    Measure compliance(
            HealthDefinitions definitions,
            MeasureQueries queries,
            RecordTypes types,
            FilterParser parser,
            Messages messages) {
        return new Compliance(definitions, queries, types, parser, messages);
    }

    @Bean
    Measuring measuring(
            List<Measure> measures,
            HealthDefinitions definitions,
            RoundQueries queries,
            HealthQueries kept,
            RecordStore store,
            RecordTypes types,
            Dependencies dependencies,
            Transactions transactions,
            Clock clock) {
        types.overlay("health", Map.of(ConfigurationItemType.CONFIGURATION_ITEM.code(), Findings.ALL));
        return new Measuring(measures, definitions, queries, kept, store, dependencies, transactions, clock);
    }

    @Bean
    RecurringJob healthRounds(Measuring measuring) {
        return new RecurringJob("configuration-health", LOOK, measuring::step);
    }

    @Bean
    RecurringJob healthDays(Measuring measuring) {
        return new RecurringJob("configuration-health-days", Duration.ofHours(1), measuring::keep);
    }

    @Bean
    Protection protection(
            Disturbances disturbances,
            Impacts impacts,
            GraphQueries graph,
            UpkeepQueries queries,
            RoundQueries rounds,
            ItemClasses classes,
            RecordStore store) {
        return new Protection(disturbances, impacts, graph, queries, rounds, classes, store);
    }

    @Bean
    Upkeep upkeep(
            HealthDefinitions definitions,
            UpkeepQueries queries,
            Protection protection,
            RecordStore store,
            Messages messages,
            Clock clock) {
        return new Upkeep(definitions, queries, protection, store, messages, clock);
    }

    @Bean
    RecurringJob stalenessPolicies(Upkeep upkeep) {
        return new RecurringJob("staleness-policies", Duration.ofHours(1), upkeep::run);
    }

    @Bean
    Rule upkeepReasons(HealthDefinitions definitions) {
        return new UpkeepReasons(definitions);
    }

    @Bean
    Rule policyChecks(HealthDefinitions definitions, UpkeepQueries queries, Clock clock) {
        return new PolicyChecks(definitions, queries, clock);
    }

    @Bean
    HealthReport healthReport(
            HealthQueries queries,
            RoundQueries rounds,
            Measuring measuring,
            ItemClasses classes,
            RecordStore store,
            Messages messages,
            Clock clock) {
        return new HealthReport(queries, rounds, measuring, classes, store, messages, clock);
    }

    @Bean
    HealthViews healthViews(Show show) {
        return new HealthViews(show);
    }

    @Bean
    WhyViews whyViews(HealthQueries queries, HealthDefinitions definitions, Measuring measuring, ItemClasses classes) {
        return new WhyViews(queries, definitions, measuring, classes);
    }

    @Bean
    MenuEntry healthEntry() {
        return new MenuEntry(52, "health.menu", "/configuration-health", "activity", "cmdb:manage")
                .also(HealthReport::permits);
    }

    @Bean
    Panel findingsPanel() {
        return new Panel(35, ConfigurationItemType.CONFIGURATION_ITEM.code(), "health.findings", "findings", "");
    }

    @Bean
    HomeList askedOfMe() {
        return new HomeList(
                25,
                "reconciliation.home.asked",
                "reconciliation-tasks",
                "kind:verification state:open (assignee:me or group:mygroups)",
                "",
                true);
    }
}
