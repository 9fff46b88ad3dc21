package org.mainstay.change;

import java.util.List;
import org.mainstay.approval.Approvable;
import org.mainstay.approval.ApprovalPanels;
import org.mainstay.approval.Approvals;
import org.mainstay.cmdb.drift.ChangeFromDrift;
import org.mainstay.cmdb.impact.Dependencies;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.record.Action;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.notification.Concern;
import org.mainstay.people.Permissions;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.TeamWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/// The beans of changes, their models, tasks and affected items.
@Configuration(proxyBeanMethods = false)
@Import(ChangeQueries.class)
class ChangeModule {

    @Bean
    Clearance changeClearance(ObjectProvider<Approvals> approvals, ObjectProvider<RiskAssessor> risks) {
        return new AskedClearance(approvals::getObject, risks::getObject);
    }

    @Bean
    RecordType<?> changeType(Clearance clearance, ObjectProvider<Action<Change>> contributed) {
        return ChangeType.with(clearance, contributed.orderedStream().toList());
    }

    @Bean
    RecordType<?> changeTaskType() {
        return ChangeTaskType.CHANGE_TASK;
    }

    @Bean
    RecordType<?> changeModelType() {
        return ChangeModelType.CHANGE_MODEL;
    }

    @Bean
    RecordType<?> affectedItemType() {
        return AffectedItemType.AFFECTED_ITEM;
    }

    @Bean
    AccessRule changeAccess() {
        return new ChangeAccess(ChangeType.CHANGE);
    }

    @Bean
    AccessRule changeTaskAccess() {
        return new ChangeAccess(ChangeTaskType.CHANGE_TASK);
    }

    @Bean
    AccessRule affectedItemAccess() {
        return new ChangeAccess(AffectedItemType.AFFECTED_ITEM);
    }

    @Bean
    AccessRule changeModelAccess(ChangeQueries queries) {
        return DefinitionAccess.of(ChangeModelType.CHANGE_MODEL.code(), it -> queries.uses(it.id()));
    }

    @Bean
    @Order(1)
    Rule changeRules() {
        return new ChangeRules();
    }

    @Bean
    Rule changeTaskRules() {
        return new ChangeTaskRules();
    }

    @Bean
    Rule changeModelRules() {
        return new ChangeModelRules();
    }

    @Bean
    Rule affectedItemRules() {
        return new AffectedItemRules();
    }

    @Bean
    Approvable changeApproval(ObjectProvider<RecordStore> store) {
        return new ChangeApproval(store::getObject);
    }

    @Bean
    Panel approvalsOfChanges() {
        return ApprovalPanels.of(ChangeType.CHANGE.code());
    }

    @Bean
    ChangeFromDrift changeFromDrift() {
        return new RetrospectiveChange();
    }

    @Bean
    AffectedItems affectedItems(RecordStore store, Dependencies dependencies) {
        return new AffectedItems(store, dependencies);
    }

    @Bean
    Shipped shippedChangeRecords() {
        return new ShippedChangeRecords();
    }

    @Bean
    Concern changeConcern() {
        return new Concern(
                "change", ChangeType.ASSIGNEE, ChangeType.GROUP, List.of(ChangeType.REQUESTED_BY), ChangeType.STATE);
    }

    @Bean
    Concern changeTaskConcern() {
        return new Concern(
                "change_task", ChangeTaskType.ASSIGNEE, ChangeTaskType.GROUP, List.of(), ChangeTaskType.STATE);
    }

    @Bean
    MenuEntry changesEntry() {
        return new MenuEntry(30, "change.plural", "/changes", "refresh", ChangeType.WORK);
    }

    @Bean
    MenuEntry changeTasksEntry() {
        return new MenuEntry(31, "change_task.plural", "/change-tasks", "list-check", ChangeType.WORK);
    }

    @Bean
    MenuEntry changeModelsEntry() {
        return new MenuEntry(118, "change_model.plural", "/change-models", "sitemap", Permissions.ADMIN);
    }

    @Bean
    HomeList myChanges() {
        return new HomeList(
                42, "change.home.mine", "changes", "assignee:me " + ShippedChangeRecords.OPEN, ChangeType.WORK, true);
    }

    @Bean
    HomeList myChangeTasks() {
        return new HomeList(
                43,
                "change_task.home.mine",
                "change-tasks",
                "assignee:me state:open,in_progress",
                ChangeType.WORK,
                true);
    }

    @Bean
    TeamWork changesOfTeams() {
        return new TeamWork(
                40,
                "change.plural",
                "changes",
                ShippedChangeRecords.OPEN,
                ChangeType.GROUP,
                ChangeType.ASSIGNEE,
                ChangeType.OPENED_AT);
    }

    @Bean
    Panel tasksOfChanges() {
        return new Panel(10, "change", "change_task.plural", "tasks", ChangeType.WORK, true);
    }

    @Bean
    Panel affectedByChanges() {
        return new Panel(12, "change", "affected_item.plural", "affected", ChangeType.WORK, true);
    }

    @Bean
    Panel changesOfItems() {
        return new Panel(30, "configuration_item", "change.of_item", "changes", ChangeType.WORK, true);
    }
}
