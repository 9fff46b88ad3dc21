package org.mainstay.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.incident.AssignmentRuleType;
import org.mainstay.kernel.definition.CategoryType;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.GrantType;
import org.mainstay.people.GroupType;
import org.mainstay.people.LocationType;
import org.mainstay.people.OrganisationType;
import org.mainstay.people.PersonType;
import org.mainstay.people.RoleType;
import org.mainstay.people.ShippedRole;

/// The company's organisations, sites, people, groups, services, categories and assignment rules.
final class DemoPeople {

    private final RecordStore store;
    private final Installation installation;
    private final Map<String, UUID> people = new LinkedHashMap<>();
    private final Map<String, UUID> groups = new LinkedHashMap<>();
    private final Map<String, UUID> services = new LinkedHashMap<>();
    private final Map<String, UUID> categories = new LinkedHashMap<>();
    private final Map<String, UUID> sites = new LinkedHashMap<>();

    DemoPeople(RecordStore store, Installation installation) {
        this.store = store;
        this.installation = installation;
    }

    Actor.Machine system() {
        return new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
    }

    /// @param since when the infrastructure was built
    void make(Instant since, DemoInfrastructure infrastructure) {
        var plan = Plan.of(new Cause(Cause.Sort.SYSTEM, "demo", null));
        var one = store.get(system(), OrganisationType.ORGANISATION, installation.organisation())
                .orElseThrow();
        plan.edit(one).set(OrganisationType.NAME, DemoWords.COMPANY);
        var two = plan.create(OrganisationType.ORGANISATION);
        two.values().set(OrganisationType.NAME, DemoWords.DAUGHTER);
        DemoWords.SITES.forEach((name, city) -> {
            var site = plan.create(LocationType.LOCATION);
            site.values().set(LocationType.NAME, name).set(LocationType.CITY, city);
            sites.put(name, site.id());
        });
        var siteIds = List.copyOf(sites.values());
        for (var person : DemoWords.people()) {
            var organisation = person.second() ? two.id() : one.id();
            var values = new Values()
                    .set(PersonType.NAME, person.name())
                    .set(PersonType.EMAIL, person.userName() + "@example.org")
                    .set(PersonType.PHONE, "+49 30 5550 " + (1000 + people.size()))
                    .set(PersonType.TITLE, person.title())
                    .set(PersonType.DEPARTMENT, person.department())
                    .set(PersonType.LOCATION, siteIds.get(people.size() % siteIds.size()))
                    .set(
                            PersonType.MANAGER,
                            people.isEmpty() ? null : people.values().iterator().next())
                    .set(Header.ORGANISATION, organisation);
            var id = Plan.newId();
            plan.with(new Step.Create(PersonType.PERSON, id, person.userName(), values, List.of(), List.of()));
            people.put(person.userName(), id);
        }
        for (var group : DemoWords.GROUPS) {
            var organisation = group.second() ? two.id() : one.id();
            group(plan, group, organisation);
        }
        grant(plan, GrantType.PERSON, "ada", ShippedRole.ADMINISTRATOR, null);
        grant(plan, GrantType.PERSON, "mia", ShippedRole.MAJOR_INCIDENT_MANAGER, one.id());
        grant(plan, GrantType.PERSON, "carl", ShippedRole.CHANGE_MANAGER, one.id());
        grant(plan, GrantType.PERSON, "paula", ShippedRole.PROBLEM_MANAGER, one.id());
        grant(plan, GrantType.PERSON, "kim", ShippedRole.KNOWLEDGE_MANAGER, one.id());
        grant(plan, GrantType.PERSON, "amir", ShippedRole.ASSET_MANAGER, one.id());
        grant(plan, GrantType.PERSON, "elena", ShippedRole.ENTERPRISE_ARCHITECT, one.id());
        categories(plan);
        save(system(), plan);
        var items = Plan.of(plan.cause()).at(since);
        services(items, infrastructure);
        infrastructure.items(items);
        save(system(), items);
        var relations = Plan.of(plan.cause()).at(since);
        infrastructure.relations(relations);
        save(system(), relations);
        // their conditions name what has just been made
        var routes = Plan.of(plan.cause());
        routes(routes);
        DemoInfrastructure.rules(routes);
        save(system(), routes);
    }

    private void group(Plan plan, DemoWords.Group group, UUID organisation) {
        var created = plan.create(GroupType.GROUP);
        var members = new LinkedHashSet<UUID>();
        Arrays.stream(group.members().split(" ")).forEach(it -> members.add(person(it)));
        created.values()
                .set(GroupType.NAME, group.name())
                .set(GroupType.MEMBERS, members)
                .set(GroupType.MANAGER, members.iterator().next())
                .set(Header.ORGANISATION, organisation);
        groups.put(group.name(), created.id());
        plan.create(GrantType.GRANT)
                .values()
                .set(GrantType.GROUP, created.id())
                .set(GrantType.ROLE, role(ShippedRole.AGENT))
                .set(GrantType.FOR_ORGANISATION, organisation);
    }

    private void services(Plan plan, DemoInfrastructure infrastructure) {
        for (var service : DemoWords.SERVICES) {
            var created = plan.create(ConfigurationItemType.CONFIGURATION_ITEM);
            created.values()
                    .set(ConfigurationItemType.NAME, service.name())
                    .set(ConfigurationItemType.CLASS, "business_service")
                    .set(ConfigurationItemType.STATUS, ConfigurationItem.Status.OPERATIONAL)
                    .set(ConfigurationItemType.ENVIRONMENT, ConfigurationItem.Environment.PRODUCTION)
                    .set(ConfigurationItemType.CRITICALITY, service.criticality())
                    .set(ConfigurationItemType.OWNER, person("elena"))
                    .set(ConfigurationItemType.SUPPORT_GROUP, groups.get(service.group()))
                    .set(ConfigurationItemType.CONFIRMED_AT, infrastructure.confirmed(service.name(), 100));
            services.put(service.name(), created.id());
        }
    }

    private void categories(Plan plan) {
        DemoWords.CATEGORIES.forEach((root, children) -> {
            var parent = plan.create(CategoryType.CATEGORY);
            parent.values().set(CategoryType.NAME, root);
            for (String child : children.split(", ")) {
                plan.create(CategoryType.CATEGORY)
                        .values()
                        .set(CategoryType.NAME, child)
                        .set(CategoryType.PARENT, parent.id());
            }
        });
    }

    private void routes(Plan plan) {
        long position = 0;
        for (var route : DemoWords.ROUTES) {
            position += 10;
            plan.create(AssignmentRuleType.ASSIGNMENT_RULE)
                    .values()
                    .set(AssignmentRuleType.NAME, route.name())
                    .set(AssignmentRuleType.POSITION, position)
                    .set(AssignmentRuleType.CONDITION, route.condition())
                    .set(AssignmentRuleType.GROUP, groups.get(route.group()))
                    .set(AssignmentRuleType.METHOD, route.method())
                    .set(AssignmentRuleType.ACTIVE, true);
        }
    }

    private void grant(Plan plan, Attribute<UUID> to, String userName, ShippedRole role, @Nullable UUID organisation) {
        plan.create(GrantType.GRANT)
                .values()
                .set(to, person(userName))
                .set(GrantType.ROLE, role(role))
                .set(GrantType.FOR_ORGANISATION, organisation);
    }

    private UUID role(ShippedRole role) {
        return store.find(system(), RoleType.ROLE, role.code()).orElseThrow().id();
    }

    /// Finds everything again, as it stands.
    void read() {
        DemoWords.people()
                .forEach(it -> store.find(system(), PersonType.PERSON, it.userName())
                        .ifPresent(found -> people.put(it.userName(), found.id())));
        names(GroupType.GROUP, GroupType.NAME, groups);
        names(ConfigurationItemType.CONFIGURATION_ITEM, ConfigurationItemType.NAME, services);
        names(CategoryType.CATEGORY, CategoryType.NAME, categories);
    }

    private void names(RecordType<?> type, Attribute<String> name, Map<String, UUID> into) {
        store.list(system(), type, Query.of(Filter.EVERYTHING).limit(500))
                .items()
                .forEach(it -> into.put(it.need(name), it.id()));
    }

    /// @throws IllegalArgumentException for somebody the company does not have
    UUID person(String userName) {
        var id = people.get(userName);
        if (id == null) {
            throw new IllegalArgumentException(userName);
        }
        return id;
    }

    UUID group(String name) {
        return Objects.requireNonNull(groups.get(name), name);
    }

    UUID service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    @Nullable
    UUID category(String name) {
        return categories.get(name);
    }

    List<UUID> everybody() {
        return new ArrayList<>(people.values());
    }

    void save(Actor actor, Plan plan) {
        var saved = store.save(actor, plan);
        if (!(saved instanceof Saved.Done)) {
            throw new IllegalStateException("the demo company could not be made: " + saved);
        }
    }
}
