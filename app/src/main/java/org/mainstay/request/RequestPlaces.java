package org.mainstay.request;

import org.mainstay.flow.FlowPanels;
import org.mainstay.kernel.record.Grants;
import org.mainstay.notification.FollowedAt;
import org.mainstay.web.HomeList;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.mainstay.web.TeamWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the module shows itself: menu, home, panels.
@Configuration(proxyBeanMethods = false)
class RequestPlaces {

    @Bean
    MenuEntry catalogEntry() {
        return new MenuEntry(17, "request.catalog", "/catalog", "apps", "");
    }

    @Bean
    MenuEntry requestsEntry() {
        return new MenuEntry(12, "request.plural", "/requests", "shopping-cart", RequestItemType.WORK);
    }

    @Bean
    MenuEntry tasksEntry() {
        return new MenuEntry(13, "task.plural", "/tasks", "list-check", RequestItemType.WORK);
    }

    @Bean
    MenuEntry catalogItemsEntry() {
        return new MenuEntry(112, "catalog_item.plural", "/catalog-items", "box", Grants.ADMIN);
    }

    @Bean
    MenuEntry catalogCategoriesEntry() {
        return new MenuEntry(113, "catalog_category.plural", "/catalog-categories", "sitemap", Grants.ADMIN);
    }

    @Bean
    MenuEntry catalogsEntry() {
        return new MenuEntry(114, "catalog.plural", "/catalogs", "book-2", Grants.ADMIN);
    }

    @Bean
    MenuEntry catalogTaskTemplatesEntry() {
        return new MenuEntry(115, "catalog_task_template.plural", "/catalog-task-templates", "list", Grants.ADMIN);
    }

    @Bean
    MenuEntry bundleItemsEntry() {
        return new MenuEntry(116, "bundle_item.plural", "/bundle-items", "apps", Grants.ADMIN);
    }

    @Bean
    Panel bundleItemsPanel() {
        return new Panel(11, CatalogItemType.CATALOG_ITEM.code(), "bundle_item.plural", "bundle", Grants.ADMIN);
    }

    @Bean
    MenuEntry catalogDemandEntry() {
        return new MenuEntry(117, "request.demand", "/catalog/demand", "search", Grants.ADMIN);
    }

    @Bean
    Panel requestItemsPanel() {
        return new Panel(10, RequestType.REQUEST.code(), "request_item.plural", "items", "", true);
    }

    @Bean
    Panel requestItemTasksPanel() {
        return new Panel(10, RequestItemType.REQUEST_ITEM.code(), "task.plural", "tasks", RequestItemType.WORK, true);
    }

    @Bean
    Panel requestItemFlowPanel() {
        return FlowPanels.of(RequestItemType.REQUEST_ITEM.code());
    }

    @Bean
    Panel entitlementPanel() {
        return new Panel(10, CatalogItemType.CATALOG_ITEM.code(), "request.entitlement", "entitlement", Grants.ADMIN);
    }

    @Bean
    FollowedAt followedRequests() {
        return new FollowedAt(RequestType.REQUEST.code(), "/catalog/requests");
    }

    @Bean
    FollowedAt followedRequestItems() {
        return new FollowedAt(RequestItemType.REQUEST_ITEM.code(), "/catalog/requests");
    }

    @Bean
    TeamWork tasksOfTeams() {
        return new TeamWork(
                20,
                "task.plural",
                "tasks",
                "state:open,in_progress",
                TaskType.GROUP,
                TaskType.ASSIGNEE,
                TaskType.READY_AT);
    }

    @Bean
    HomeList myTasks() {
        return new HomeList(
                12, "request.home.tasks", "tasks", "assignee:me state:open,in_progress", RequestItemType.WORK, true);
    }

    @Bean
    HomeList tasksOfMyGroups() {
        return new HomeList(
                13,
                "request.home.group_tasks",
                "tasks",
                "group:mygroups assignee:empty state:open,in_progress",
                RequestItemType.WORK,
                true);
    }
}
