package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.Follower;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.mainstay.web.ValueNotes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({
    ReconciliationQueries.class,
    RelationQueries.class,
    MentionQueries.class,
    MergeQueries.class,
    PinQueries.class,
    SettlingQueries.class,
    SimulationQueries.class
})
class ReconciliationModule {

    @Bean
    RecordType<?> discoverySourceType() {
        return DiscoverySourceType.DISCOVERY_SOURCE;
    }

    @Bean
    RecordType<?> identificationRuleType() {
        return IdentificationRuleType.IDENTIFICATION_RULE;
    }

    @Bean
    RecordType<?> classificationRuleType() {
        return ClassificationRuleType.CLASSIFICATION_RULE;
    }

    @Bean
    AccessRule classificationRuleAccess() {
        return new DefinitionAccess(ClassificationRuleType.CLASSIFICATION_RULE.code(), _ -> Optional.empty());
    }

    @Bean
    Classification classification(
            LiveViews views, RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        return new Classification(views, types, parser, match, clock);
    }

    @Bean
    RecordType<?> precedenceRuleType() {
        return PrecedenceRuleType.PRECEDENCE_RULE;
    }

    @Bean
    RecordType<?> reconciliationTaskType() {
        return ReconciliationTaskType.RECONCILIATION_TASK;
    }

    @Bean
    AccessRule discoverySourceAccess() {
        return new DiscoveryAccess(DiscoverySourceType.DISCOVERY_SOURCE.code(), true);
    }

    @Bean
    AccessRule reconciliationTaskAccess() {
        return new ReconciliationTaskAccess();
    }

    @Bean
    AccessRule identificationRuleAccess() {
        return new DefinitionAccess(IdentificationRuleType.IDENTIFICATION_RULE.code(), _ -> Optional.empty());
    }

    @Bean
    AccessRule precedenceRuleAccess() {
        return new DefinitionAccess(PrecedenceRuleType.PRECEDENCE_RULE.code(), _ -> Optional.empty());
    }

    @Bean
    Rule discoverySourceRules() {
        return new DiscoverySourceRules();
    }

    @Bean
    Rule identificationRuleChecks(SimulationQueries queries, ItemClasses classes) {
        return new IdentificationRuleChecks(queries, classes);
    }

    @Bean
    Shipped shippedIdentificationRules() {
        return new ShippedIdentificationRules();
    }

    @Bean
    ReconciliationRules reconciliationRules(ItemClasses classes, LiveViews views) {
        return new ReconciliationRules(classes, views);
    }

    @Bean
    Follower itemIdentifiers(ReconciliationRules rules) {
        return new ItemIdentifiers(rules);
    }

    @Bean
    Tasks reconciliationTasks(RecordStore store, ItemClasses classes, Messages messages) {
        return new Tasks(store, classes, messages);
    }

    @Bean
    Merging merging(
            RecordStore store,
            RecordTypes types,
            ReconciliationQueries queries,
            MergeQueries merges,
            Tasks tasks,
            Undo undo,
            Transactions transactions,
            Clock clock) {
        return new Merging(store, types, queries, merges, tasks, undo, transactions, clock);
    }

    @Bean
    Reconciler reconciler(
            RecordStore store,
            RecordTypes types,
            BulkDoor bulk,
            References references,
            Picks picks,
            ItemClasses classes,
            KnownRelationTypes relationTypes,
            ReconciliationQueries queries,
            RelationQueries relations,
            MentionQueries mentions,
            ReconciliationRules rules,
            Classification classification,
            Merging merging,
            Tasks tasks,
            Transactions transactions,
            Clock clock,
            List<DeliveryFollower> followers) {
        var batches = new Batches(
                queries,
                new ObservedValues(references, picks),
                merging,
                new ItemWriter(store, bulk, queries, tasks, followers),
                new RelationBatch(store, types, bulk, relations, relationTypes, followers),
                classes,
                types,
                rules,
                classification);
        return new Reconciler(batches, new Mentions(mentions, classes), types, transactions, clock);
    }

    @Bean
    Resettling resettling(
            SettlingQueries settling,
            ReconciliationQueries queries,
            ReconciliationRules rules,
            ItemClasses classes,
            Classification classification,
            RecordStore store,
            RecordTypes types,
            Transactions transactions,
            Clock clock) {
        return new Resettling(settling, queries, rules, classes, classification, store, types, transactions, clock);
    }

    @Bean
    Follower precedenceRuleChanges(ItemClasses classes) {
        return new PrecedenceChanges.OfRules(classes);
    }

    @Bean
    Follower precedenceSourceChanges() {
        return new PrecedenceChanges.OfSources();
    }

    @Bean
    Rule precedencePreview(ObjectProvider<Resettling> resettling, ReconciliationRules rules, ItemClasses classes) {
        return new PrecedenceChanges.Preview(resettling::getObject, rules, classes);
    }

    @Bean
    Ownership ownership(
            SettlingQueries settling,
            ReconciliationQueries queries,
            ReconciliationRules rules,
            RecordStore store,
            Transactions transactions,
            Clock clock) {
        return new Ownership(settling, queries, rules, store, transactions, clock);
    }

    @Bean
    RecurringJob settlingAnew(Resettling resettling) {
        return new RecurringJob("settle_anew", Duration.ofMinutes(1), resettling::batch);
    }

    @Bean
    RecurringJob countOfOwned(Ownership ownership) {
        return new RecurringJob("source_ownership", Duration.ofMinutes(10), ownership::batch);
    }

    @Bean
    Explanations explanations(ReconciliationQueries queries, Messages messages) {
        return new Explanations(queries, messages);
    }

    @Bean
    Provenance provenance(
            ReconciliationQueries queries, PinQueries pins, ReconciliationRules rules, Access access, Clock clock) {
        return new Provenance(queries, pins, rules, access, clock);
    }

    @Bean
    ValueNotes provenanceNotes(Provenance provenance, Show show, Messages messages) {
        return new ProvenanceNotes(provenance, show, messages);
    }

    @Bean
    Panel comparePanel() {
        return new Panel(5, ReconciliationTaskType.RECONCILIATION_TASK.code(), "reconciliation.compare", "compare", "");
    }

    @Bean
    Panel sourcesPanel() {
        return new Panel(30, ConfigurationItemType.CONFIGURATION_ITEM.code(), "reconciliation.sources", "sources", "");
    }
}
