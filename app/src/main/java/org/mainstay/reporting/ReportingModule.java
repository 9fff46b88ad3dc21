package org.mainstay.reporting;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.store.StatsReader;
import org.mainstay.web.FilterChips;
import org.mainstay.web.GroupTerms;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportingModule {

    /// So long a figure may be out of date.
    private static final Duration KEPT = Duration.ofSeconds(10);

    @Bean
    RecordType<?> dashboardType() {
        return DashboardType.DASHBOARD;
    }

    @Bean
    RecordType<?> tileType() {
        return TileType.TILE;
    }

    @Bean
    AccessRule dashboardAccess(Installation installation) {
        return DashboardAccess.ofDashboards(installation);
    }

    @Bean
    AccessRule tileAccess(Installation installation) {
        return DashboardAccess.ofTiles(installation);
    }

    @Bean
    Rule dashboardRules() {
        return new DashboardRules();
    }

    @Bean
    Rule tileRules(TileReader reader) {
        return new TileRules(reader);
    }

    @Bean
    TileReader tileReader(
            RecordTypes types, FilterParser parser, StatsReader reader, Stats stats, Access access, Clock clock) {
        return new TileReader(types, parser, reader, stats, access, clock);
    }

    @Bean
    TileResults tileResults(TileReader reader, Stats stats, RecordStore store, GroupTerms terms, Access access) {
        return new TileResults(reader, stats, store, terms, access);
    }

    @Bean
    TileCache tileCache() {
        return new TileCache(KEPT, System::nanoTime);
    }

    @Bean
    TileViews tileViews(FilterChips chips, Show show) {
        return new TileViews(chips, show);
    }

    @Bean
    TileForms tileForms(RecordTypes types, Access access) {
        return new TileForms(types, access);
    }

    @Bean
    Boards boards(RecordStore store, Access access) {
        return new Boards(store, access);
    }

    @Bean
    MenuEntry dashboardsEntry() {
        return new MenuEntry(16, "dashboard.plural", "/dashboards", "chart-bar", "").on("d");
    }
}
