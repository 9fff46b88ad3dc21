package org.mainstay.web;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.filter.FilterParser;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Stats;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Permissions;
import org.mainstay.people.Surround;
import org.mainstay.web.announcement.Announcements;
import org.mainstay.web.layout.Layouts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebModule {

    @Bean
    Frames frames(Messages messages, List<MenuEntry> menu, Announcements announcements) {
        return new Frames(messages, menu, announcements);
    }

    /// Pages of modules below this one stand in the same frame.
    @Bean
    Surround surround(Frames frames, TemplateEngine templates) {
        return (request, reader, title, content) -> output -> templates.render(
                "shell/page.jte",
                Map.of("frame", frames.anybody(request, reader), "title", title, "content", content),
                output);
    }

    @Bean
    RecordLines recordLines(RecordStore store, Show show) {
        return new RecordLines(store, show);
    }

    @Bean
    Show show(Messages messages, Picks picks, RecordTypes types, Clock clock) {
        return new Show(messages, picks, types, clock);
    }

    @Bean
    Forms forms(Picks picks, RecordTypes types) {
        return new Forms(picks, types);
    }

    @Bean
    FilterCompletion filterCompletion(
            FilterParser parser, RecordTypes types, RecordStore store, Access access, Picks picks, Messages messages) {
        return new FilterCompletion(parser, types, store, access, picks, messages);
    }

    @Bean
    RecordType<?> savedViewType() {
        return SavedViewType.SAVED_VIEW;
    }

    @Bean
    AccessRule savedViewAccess(Installation installation) {
        return new SavedViewAccess(installation);
    }

    @Bean
    Rule savedViewRules(RecordTypes types, FilterParser parser, Access access, Clock clock) {
        return new SavedViewRules(types, parser, access, clock);
    }

    @Bean
    SavedViews savedViews(RecordStore store) {
        return new SavedViews(store);
    }

    @Bean
    FilterChips filterChips(FilterParser parser, RecordStore store, Show show, Clock clock) {
        return new FilterChips(parser, store, show, clock);
    }

    @Bean
    Lists lists(
            RecordTypes types,
            RecordStore store,
            FilterParser parser,
            Access access,
            SavedViews views,
            FilterChips chips,
            Layouts layouts,
            Show show,
            ObjectProvider<ListLink> links,
            Clock clock) {
        return new Lists(
                types,
                store,
                parser,
                access,
                views,
                chips,
                layouts,
                show,
                links.orderedStream().toList(),
                clock);
    }

    @Bean
    GroupTerms groupTerms(RecordStore store, RecordTypes types) {
        return new GroupTerms(store, types);
    }

    @Bean
    ListGroups listGroups(Stats stats, GroupTerms terms, Lists lists, RecordTypes types, Access access, Show show) {
        return new ListGroups(stats, terms, lists, types, access, show);
    }

    @Bean
    ViewCounts viewCounts(Lists lists, RecordStore store) {
        return new ViewCounts(lists, store);
    }

    @Bean
    MenuEntry homeEntry() {
        return new MenuEntry(0, "web.home", "/", "home", "").on("h");
    }

    /// Assets come before the pages of collections.
    @Bean
    WebMvcConfigurer pageRouting() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(80, "person.plural", "/people", "users", "").on("p");
    }

    @Bean
    MenuEntry groupsEntry() {
        return new MenuEntry(81, "group.plural", "/groups", "users-group", "").on("t");
    }

    @Bean
    MenuEntry locationsEntry() {
        return new MenuEntry(82, "location.plural", "/locations", "map-pin", "").on("l");
    }

    @Bean
    MenuEntry organisationsEntry() {
        return new MenuEntry(83, "organisation.plural", "/organisations", "building", Permissions.ADMIN);
    }

    @Bean
    MenuEntry administrationEntry() {
        return new MenuEntry(90, "web.administration", "/administration", "settings", Permissions.ADMIN);
    }

    @Bean
    MenuEntry templatesEntry() {
        return new MenuEntry(103, "template.plural", "/templates", "book-2", Permissions.ADMIN);
    }

    @Bean
    MenuEntry layoutsEntry() {
        return new MenuEntry(104, "layout.plural", "/layouts", "eye", Permissions.ADMIN);
    }

    @Bean
    MenuEntry announcementsEntry() {
        return new MenuEntry(105, "announcement.plural", "/announcements", "bell", Permissions.ADMIN);
    }

    @Bean
    FormPreview announcementPreview() {
        return new FormPreview("announcement", "/announcements/preview");
    }

    @Bean
    FormPreview layoutPreview() {
        return new FormPreview("layout", "/layouts/preview");
    }

    @Bean
    Panel templatePanel() {
        return new Panel(90, Panel.EVERY, "template.save", "template", "");
    }

    @Bean
    Panel fieldUsagePanel() {
        return new Panel(10, "custom_field", "web.usage", "usage", Permissions.ADMIN);
    }

    @Bean
    MenuEntry categoriesEntry() {
        return new MenuEntry(100, "category.plural", "/categories", "sitemap", Permissions.ADMIN).on("c");
    }

    @Bean
    MenuEntry picksEntry() {
        return new MenuEntry(101, "pick.plural", "/picks", "list", Permissions.ADMIN);
    }

    @Bean
    MenuEntry customFieldsEntry() {
        return new MenuEntry(102, "custom_field.plural", "/custom-fields", "forms", Permissions.ADMIN);
    }

    @Bean
    MenuEntry rolesEntry() {
        return new MenuEntry(120, "role.plural", "/roles", "shield", Permissions.ADMIN);
    }

    @Bean
    MenuEntry grantsEntry() {
        return new MenuEntry(121, "grant.plural", "/grants", "key", Permissions.ADMIN);
    }

    @Bean
    MenuEntry auditEntry() {
        return new MenuEntry(130, "people.audit", "/audit", "history", Permissions.AUDIT_READ).on("a");
    }

    @Bean
    Panel setUpLinkPanel() {
        return new Panel(10, "person", "people.set_up.link", "set-up-link", Permissions.ADMIN);
    }
}
