package org.mainstay.incident;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.map.Disturbance;
import org.mainstay.cmdb.map.Disturbances;
import org.mainstay.cmdb.map.ItemChanges;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.conversation.Conversations;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.ExternalKeys;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.PartWriter;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.text.Messages;
import org.mainstay.notification.Concern;
import org.mainstay.transfer.ImportProfile;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.mainstay.web.TeamWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/// The module's beans. Rules run in the order of their numbers: what is said first, then what follows
/// from it.
@Configuration(proxyBeanMethods = false)
@Import({IncidentQueries.class, OutageQueries.class})
@EnableConfigurationProperties(IncidentSettings.class)
class IncidentModule {

    @Bean
    RecordType<?> incidentType(IncidentSettings settings) {
        return IncidentType.with(settings);
    }

    @Bean
    RecordType<?> priorityRuleType() {
        return PriorityRuleType.PRIORITY_RULE;
    }

    @Bean
    RecordType<?> assignmentRuleType() {
        return AssignmentRuleType.ASSIGNMENT_RULE;
    }

    @Bean
    AccessRule incidentAccess() {
        return new IncidentAccess();
    }

    @Bean
    Concern incidentConcern() {
        return new Concern(
                "incident",
                IncidentType.ASSIGNEE,
                IncidentType.GROUP,
                List.of(IncidentType.CALLER, IncidentType.OPENED_BY),
                IncidentType.STATE);
    }

    @Bean
    Disturbance incidentDisturbance() {
        return new Disturbance(
                IncidentType.INCIDENT,
                List.of(IncidentType.CONFIGURATION_ITEM, IncidentType.SERVICE),
                Filter.is(IncidentType.STATE, Incident.State.NEW, Incident.State.IN_PROGRESS, Incident.State.ON_HOLD),
                IncidentType.OPENED_AT,
                IncidentType.RESOLVED_AT,
                IncidentType.PRIORITY);
    }

    @Bean
    Shipped shippedIncidentRecords() {
        return new ShippedIncidentRecords();
    }

    @Bean
    Shipped shippedIncidentDashboards() {
        return new ShippedIncidentDashboards();
    }

    @Bean
    PriorityMatrix priorityMatrix(LiveViews views) {
        return new PriorityMatrix(views);
    }

    @Bean
    Routing routing(LiveViews views, RecordTypes types, FilterParser parser, FilterMatch match, Clock clock) {
        return new Routing(views, types, parser, match, clock);
    }

    @Bean
    @Order(1)
    Rule incidentDefaults() {
        return new IncidentDefaults();
    }

    @Bean
    @Order(2)
    Rule replyRules(IncidentSettings settings) {
        return new ReplyRules(settings.reopenWindow());
    }

    @Bean
    @Order(3)
    Rule stateRules() {
        return new StateRules();
    }

    @Bean
    @Order(4)
    Rule priorityRules(PriorityMatrix matrix) {
        return new PriorityRules(matrix);
    }

    @Bean
    @Order(5)
    Rule routingRules(Routing routing, IncidentQueries queries) {
        return new RoutingRules(routing, queries);
    }

    @Bean
    @Order(6)
    Rule itemRules(ItemClasses classes) {
        return new ItemRules(classes);
    }

    @Bean
    @Order(6)
    Rule assigneeRules() {
        return new AssigneeRules();
    }

    @Bean
    Rule priorityRuleNaming() {
        return new PriorityRuleType.Naming();
    }

    @Bean
    Rule assignmentRuleChecks(Routing routing) {
        return new AssignmentRuleChecks(routing);
    }

    @Bean
    AssignmentDryRun assignmentDryRun(RecordStore store, Routing routing, Clock clock) {
        return new AssignmentDryRun(store, routing, clock);
    }

    @Bean
    AutoClose autoClose(RecordStore store, Installation installation, IncidentSettings settings, Clock clock) {
        return new AutoClose(store, installation, settings, clock);
    }

    @Bean
    Reminders reminders(
            RecordStore store,
            IncidentQueries queries,
            Messages messages,
            Installation installation,
            IncidentSettings settings,
            Clock clock) {
        return new Reminders(store, queries, messages, installation, settings, clock);
    }

    @Bean
    PartWriter<Affected> affectedWriter(ObjectProvider<RecordStore> store, OutageQueries queries) {
        return new AffectedWriter(store::getObject, queries);
    }

    @Bean
    Outages outages(RecordStore store, OutageQueries queries, Transactions transactions, Clock clock) {
        return new Outages(store, queries, transactions, clock);
    }

    @Bean
    Panel affectedPanel() {
        return new Panel(15, "incident", "incident.affected", "affected", IncidentType.WORK);
    }

    @Bean
    MenuEntry incidentEntry() {
        return new MenuEntry(10, "incident.plural", "/incidents", "bolt", "")
                .creating("incident.report")
                .on("i");
    }

    @Bean
    MenuEntry priorityMatrixEntry() {
        return new MenuEntry(110, "incident.matrix", "/priority-matrix", "grid-4x4", Grants.ADMIN);
    }

    @Bean
    MenuEntry assignmentRulesEntry() {
        return new MenuEntry(111, "assignment_rule.plural", "/assignment-rules", "route", Grants.ADMIN);
    }

    @Bean
    Panel assignmentDryRunPanel() {
        return new Panel(10, "assignment_rule", "incident.dry_run.open", "dry-run", Grants.ADMIN);
    }

    @Bean
    WhatChanged whatChanged(
            RecordStore store, ItemChanges changes, Disturbances disturbances, Conversations conversations) {
        return new WhatChanged(store, changes, disturbances, conversations);
    }

    @Bean
    WhatChangedViews whatChangedViews(
            RecordStore store,
            RecordTypes types,
            WhatChanged whatChanged,
            KnownRelationTypes relationTypes,
            Show show) {
        return new WhatChangedViews(store, types, whatChanged, relationTypes, show);
    }

    @Bean
    Panel whatChangedPanel() {
        return new Panel(10, "incident", "incident.what_changed", "what-changed", IncidentType.WORK, true);
    }

    @Bean
    Panel itemWorkPanel() {
        return new Panel(5, "configuration_item", "incident.item_work", "open-work", "", true);
    }

    @Bean
    HomeList myIncidents() {
        return new HomeList(
                10, "incident.home.mine", "incidents", "assignee:me state:new,in_progress,on_hold", IncidentType.WORK);
    }

    @Bean
    HomeList unassignedIncidents() {
        return new HomeList(
                20,
                "incident.home.unassigned",
                "incidents",
                "group:mygroups assignee:empty state:new,in_progress,on_hold",
                IncidentType.WORK);
    }

    @Bean
    HomeList overdueIncidents() {
        return new HomeList(
                15,
                "incident.home.overdue",
                "incidents",
                "due_at<now group:mygroups state:new,in_progress,on_hold",
                IncidentType.WORK);
    }

    @Bean
    HomeList proposedMajorIncidents() {
        return new HomeList(
                5, "incident.home.proposed", "incidents", "major_incident:proposed", IncidentType.MANAGE_MAJOR);
    }

    @Bean
    TeamWork incidentsOfTeams() {
        return new TeamWork(
                10,
                "incident.plural",
                "incidents",
                "state:new,in_progress,on_hold",
                IncidentType.GROUP,
                IncidentType.ASSIGNEE,
                IncidentType.OPENED_AT);
    }

    @Bean
    HomeList reportedIncidents() {
        return new HomeList(30, "incident.home.reported", "incidents", "caller:me -state:closed,cancelled", "", true);
    }

    @Bean
    ImportProfile incidentLog(
            RecordStore store,
            RecordTypes types,
            BulkDoor bulk,
            ExternalKeys keys,
            PriorityMatrix matrix,
            Entries entries) {
        return new IncidentLog(store, types, bulk, keys, matrix, entries);
    }

    @Bean
    RecurringJob autoClosing(AutoClose autoClose) {
        return new RecurringJob("auto_close", Duration.ofMinutes(15), autoClose::run);
    }

    @Bean
    RecurringJob reminding(Reminders reminders) {
        return new RecurringJob("reminders", Duration.ofMinutes(15), reminders::run);
    }
}
