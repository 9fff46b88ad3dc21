package org.mainstay.cmdb.drift;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.map.ChangeMarks;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.cmdb.reconciliation.DeliveryFollower;
import org.mainstay.cmdb.reconciliation.Provenance;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.Follower;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.notification.Concern;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(DriftQueries.class)
class DriftModule {

    @Bean
    RecordType<?> driftType(ObjectProvider<ChangeFromDrift> maker, DriftQueries queries) {
        return DriftType.described(new MakeChange(maker::getIfAvailable, it -> queries.lines(it, DriftViews.MANY)));
    }

    @Bean
    AccessRule driftAccess() {
        return new DriftAccess();
    }

    @Bean
    Rule driftRules() {
        return new DriftRules();
    }

    @Bean
    Follower driftLines() {
        return new DriftLines();
    }

    @Bean
    Concern driftConcern() {
        return new Concern("drift", null, DriftType.GROUP, List.of(), DriftType.STATE);
    }

    @Bean
    Shipped shippedDriftViews() {
        return new ShippedDriftViews();
    }

    @Bean
    DeliveryFollower driftRecorder(
            ItemClasses classes,
            DriftQueries queries,
            RecordStore store,
            BulkDoor bulk,
            RecordTypes types,
            KnownRelationTypes relations,
            Messages messages,
            List<PlannedChanges> planned) {
        var writer = new DriftWriter(store, bulk, queries, new DriftSummaries(types, relations, messages));
        return new DriftRecorder(classes, queries, writer, planned);
    }

    @Bean
    DriftReading driftReading(
            RecordStore store, RecordTypes types, Access access, Provenance provenance, DriftQueries queries) {
        return new DriftReading(store, types, access, provenance, queries);
    }

    @Bean
    DriftViews driftViews(
            RecordStore store,
            DriftReading reading,
            Disturbances disturbances,
            ItemClasses classes,
            KnownRelationTypes relations,
            Show show) {
        return new DriftViews(store, reading, disturbances, classes, relations, show);
    }

    @Bean
    ChangeMarks unplannedChanges(RecordStore store, DriftQueries queries) {
        return new UnplannedChanges(store, queries);
    }

    @Bean
    RecurringJob driftSettling(
            RecordStore store,
            DriftQueries queries,
            Transactions transactions,
            Installation installation,
            Clock clock) {
        var settling = new DriftSettling(store, queries, transactions, installation, clock);
        return new RecurringJob("drift_settling", Duration.ofMinutes(30), settling::run);
    }

    @Bean
    Panel driftLinesPanel() {
        return new Panel(5, "drift", "drift.lines", "lines", "", true);
    }

    @Bean
    Panel itemDriftPanel() {
        return new Panel(8, ConfigurationItemType.CONFIGURATION_ITEM.code(), "drift.of_item", "drift", "", true);
    }

    @Bean
    MenuEntry driftEntry() {
        return new MenuEntry(
                51,
                "drift.menu",
                "/drifts?filter=" + ShippedDriftViews.INBOX.replace(' ', '+'),
                "arrows-diff",
                DriftAccess.WORK);
    }

    @Bean
    HomeList driftOfMyGroups() {
        return new HomeList(
                40, "drift.home.groups", "drifts", "group:mygroups " + ShippedDriftViews.INBOX, DriftAccess.WORK, true);
    }
}
