package org.mainstay.cmdb.accuracy;

import java.time.Clock;
import java.time.Duration;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(AccuracyQueries.class)
class AccuracyModule {

    @Bean
    RecordType<?> accuracyCheckType() {
        return AccuracyCheckType.ACCURACY_CHECK;
    }

    @Bean
    AccessRule accuracyCheckAccess() {
        return new AccuracyCheckAccess();
    }

    @Bean
    Rule accuracyCheckRules(RecordTypes types) {
        return new AccuracyCheckRules(types);
    }

    @Bean
    Accuracies accuracies(AccuracyQueries queries, RecordTypes types, Transactions transactions, Clock clock) {
        return new Accuracies(queries, types, transactions, clock);
    }

    @Bean
    Scores accuracyScores(RecordStore store, Accuracies accuracies, ItemClasses classes) {
        return new Scores(store, accuracies, classes);
    }

    @Bean
    Sampling accuracySampling(RecordStore store, AccuracyQueries queries, Accuracies accuracies, Clock clock) {
        return new Sampling(store, queries, accuracies, clock);
    }

    @Bean
    RecurringJob measureAccuracy(Accuracies accuracies) {
        return new RecurringJob("measure-accuracy", Duration.ofMinutes(15), accuracies::step);
    }

    @Bean
    MenuEntry accuracyEntry() {
        return new MenuEntry(53, "cmdb.accuracy", "/configuration-accuracy", "target", "cmdb:manage");
    }

    @Bean
    Panel itemAccuracyPanel() {
        return new Panel(60, "configuration_item", "cmdb.accuracy", "accuracy", "");
    }
}
