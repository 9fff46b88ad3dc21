package org.mainstay.request;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mainstay.approval.Approvable;
import org.mainstay.approval.ApprovalPanels;
import org.mainstay.approval.Approvals;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Timelines;
import org.mainstay.flow.Flows;
import org.mainstay.flow.RunViews;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.LiveViews;
import org.mainstay.kernel.filter.FilterMatch;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.job.RecurringJob;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Shipped;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.notification.Concern;
import org.mainstay.web.FilterChips;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The module's beans.
@Configuration(proxyBeanMethods = false)
@Import({CartQueries.class, OrderQueries.class, OrderFileQueries.class, DemandQueries.class, UsageQueries.class})
@EnableConfigurationProperties(RequestSettings.class)
class RequestModule {

    @Bean
    RecordType<?> catalogType() {
        return CatalogType.CATALOG;
    }

    @Bean
    RecordType<?> catalogCategoryType() {
        return CatalogCategoryType.CATALOG_CATEGORY;
    }

    @Bean
    RecordType<?> catalogItemType() {
        return CatalogItemType.CATALOG_ITEM;
    }

    @Bean
    RecordType<?> catalogItemVersionType() {
        return CatalogVersionType.CATALOG_ITEM_VERSION;
    }

    @Bean
    RecordType<?> catalogTaskTemplateType() {
        return CatalogTaskTemplateType.CATALOG_TASK_TEMPLATE;
    }

    /// Asks for the store only when it acts: the store itself asks for the types.
    @Bean
    Course requestCourse(ObjectProvider<RecordStore> store, ObjectProvider<Fulfilment> fulfilment) {
        return new Course(store::getObject, fulfilment::getObject);
    }

    @Bean
    Fulfilment fulfilment(Course course, ObjectProvider<Approvals> approvals) {
        return new ApprovedFulfilment(new FlowFulfilment(new TaskLine(course), course), course, approvals::getObject);
    }

    @Bean
    RecordType<?> requestType(Course course, Fulfilment fulfilment) {
        return RequestType.with(course, fulfilment);
    }

    @Bean
    RecordType<?> requestItemType(Course course, Fulfilment fulfilment) {
        return RequestItemType.with(course, fulfilment);
    }

    @Bean
    RecordType<?> taskType(Fulfilment fulfilment) {
        return TaskType.with(fulfilment);
    }

    @Bean
    Entitlements entitlements(
            RecordStore store,
            RecordTypes types,
            FilterParser parser,
            FilterMatch match,
            LiveViews views,
            Clock clock) {
        return new Entitlements(store, types, parser, match, views, clock);
    }

    @Bean
    AccessRule catalogItemAccess(ObjectProvider<Entitlements> entitlements) {
        return new CatalogItemAccess(entitlements::getObject);
    }

    @Bean
    AccessRule catalogAccess(ObjectProvider<RecordStore> store) {
        return DefinitionAccess.of(
                CatalogType.CATALOG.code(),
                it -> ItemFormModule.refers(
                        store, CatalogCategoryType.CATALOG_CATEGORY, CatalogCategoryType.CATALOG, it.id()));
    }

    @Bean
    AccessRule catalogCategoryAccess(ObjectProvider<RecordStore> store) {
        return DefinitionAccess.of(
                CatalogCategoryType.CATALOG_CATEGORY.code(),
                it -> ItemFormModule.refers(store, CatalogItemType.CATALOG_ITEM, CatalogItemType.CATEGORY, it.id())
                        || ItemFormModule.refers(
                                store, CatalogCategoryType.CATALOG_CATEGORY, CatalogCategoryType.PARENT, it.id()));
    }

    @Bean
    AccessRule catalogItemVersionAccess() {
        return new FulfilmentAccess(CatalogVersionType.CATALOG_ITEM_VERSION.code());
    }

    @Bean
    AccessRule catalogTaskTemplateAccess() {
        return new FulfilmentAccess(CatalogTaskTemplateType.CATALOG_TASK_TEMPLATE.code());
    }

    @Bean
    AccessRule requestAccess() {
        return new WorkAccess(
                RequestType.REQUEST, List.of(RequestType.REQUESTER, RequestType.BENEFICIARY, RequestType.WATCHERS));
    }

    @Bean
    AccessRule requestItemAccess() {
        return new WorkAccess(
                RequestItemType.REQUEST_ITEM,
                List.of(RequestItemType.REQUESTER, RequestItemType.BENEFICIARY, RequestItemType.WATCHERS));
    }

    @Bean
    AccessRule taskAccess() {
        return new WorkAccess(TaskType.TASK, List.of(TaskType.ASSIGNEE));
    }

    @Bean
    Rule catalogRules(ObjectProvider<Entitlements> entitlements) {
        return new CatalogRules.OfCatalogs(entitlements::getObject);
    }

    @Bean
    Rule catalogCategoryRules() {
        return new CatalogRules.OfCategories();
    }

    @Bean
    Rule catalogItemRules(ObjectProvider<Entitlements> entitlements) {
        return new CatalogRules.OfItems(entitlements::getObject);
    }

    @Bean
    Rule catalogTaskTemplateRules() {
        return new CatalogRules.OfTemplates();
    }

    @Bean
    Rule requestRules() {
        return new WorkRules.OfRequests();
    }

    @Bean
    Rule requestItemRules() {
        return new WorkRules.OfItems();
    }

    @Bean
    Rule taskRules() {
        return new WorkRules.OfTasks();
    }

    @Bean
    Wishes wishes(RecordStore store, Entitlements entitlements, ItemForms forms, Bundles bundles, Clock clock) {
        return new Wishes(store, entitlements, forms, bundles, clock);
    }

    @Bean
    Orders orders(
            RecordStore store,
            Wishes wishes,
            OrderQueries queries,
            UsageQueries usage,
            Fulfilment fulfilment,
            Course course,
            Approvals approvals,
            Transactions transactions,
            Clock clock) {
        return new Orders(store, wishes, queries, usage, fulfilment, course, approvals, transactions, clock);
    }

    @Bean
    Approvable itemApproval(Course course, ObjectProvider<Flows> flows, ObjectProvider<AnswerViews> answers) {
        return new ItemApproval(course, flows::getObject, answers::getObject);
    }

    @Bean
    Panel approvalsOfItems() {
        return ApprovalPanels.of(RequestItemType.REQUEST_ITEM.code());
    }

    @Bean
    Carts carts(
            CartQueries queries,
            UsageQueries usage,
            Wishes wishes,
            Orders orders,
            Transactions transactions,
            Clock clock) {
        return new Carts(queries, usage, wishes, orders, transactions, clock);
    }

    @Bean
    CatalogViews catalogViews(
            RecordStore store, Entitlements entitlements, ItemForms forms, FilterChips chips, LiveViews views) {
        return new CatalogViews(store, entitlements, forms, chips, views);
    }

    @Bean
    ParcelViews parcelViews(
            RecordStore store,
            Course course,
            Acts acts,
            Timelines timelines,
            Troubles troubles,
            Mentions mentions,
            Approvals approvals,
            AnswerViews answers,
            RunViews runs,
            Show show,
            Clock clock) {
        return new ParcelViews(
                store, course, acts, timelines, troubles, mentions, approvals, answers, runs, show, clock);
    }

    @Bean
    CatalogSearch catalogSearch(LiveViews views) {
        return new CatalogSearch(views);
    }

    @Bean
    Storefront storefront(
            RecordStore store,
            Entitlements entitlements,
            CatalogSearch search,
            CatalogViews catalog,
            ParcelViews parcels,
            DemandQueries demand,
            Clock clock) {
        return new Storefront(store, entitlements, search, catalog, parcels, demand, clock);
    }

    @Bean
    Upkeep requestUpkeep(
            RecordStore store,
            Course course,
            Installation installation,
            OrderQueries orders,
            OrderFileQueries files,
            DemandQueries demand,
            UsageQueries usage,
            Transactions transactions,
            RequestSettings settings,
            Clock clock) {
        return new Upkeep(store, course, installation, orders, files, demand, usage, transactions, settings, clock);
    }

    @Bean
    RecurringJob closingOfRequests(Upkeep upkeep) {
        return new RecurringJob("request_close", Duration.ofMinutes(15), upkeep::close);
    }

    @Bean
    RecurringJob countingOfRequests(Upkeep upkeep) {
        return new RecurringJob("request_count", Duration.ofMinutes(30), upkeep::count);
    }

    @Bean
    Shipped shippedRequestRecords() {
        return new ShippedRequestRecords();
    }

    @Bean
    Concern requestConcern() {
        return new Concern(RequestType.REQUEST.code(), null, null, List.of(RequestType.REQUESTER), null);
    }

    @Bean
    Concern requestItemConcern() {
        return new Concern(
                RequestItemType.REQUEST_ITEM.code(),
                RequestItemType.ASSIGNEE,
                RequestItemType.GROUP,
                List.of(RequestItemType.REQUESTER, RequestItemType.BENEFICIARY),
                RequestItemType.STATE);
    }

    @Bean
    Concern taskConcern() {
        return new Concern(TaskType.TASK.code(), TaskType.ASSIGNEE, TaskType.GROUP, List.of(), null);
    }
}
