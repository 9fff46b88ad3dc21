package org.mainstay.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.GrantType;
import org.mainstay.people.GroupType;
import org.mainstay.people.OrganisationType;
import org.mainstay.people.PersonType;
import org.mainstay.people.RoleType;
import org.mainstay.people.ShippedRole;

/// Twenty customers of one service organisation, each with its groups, agents and callers. Their ids are
/// always the same, so that a second filling finds what the first one made.
final class Customers {

    static final String AGENT = "agent-01-1-1";
    static final String REQUESTER = "caller-01-0001";
    static final String ADMINISTRATOR = "ada";

    private static final int ORGANISATIONS = 20;
    private static final int AGENTS = 5;
    private static final int CALLERS = 1_000;
    private static final int TEAM = 50;
    private static final List<String> GROUPS = List.of(
            "Service desk", "Network", "Operations", "Workplace", "Applications", "Database", "Security", "Field");
    private static final Instant CREATED = Instant.parse("2024-01-01T00:00:00Z");
    private static final Cause CAUSE = new Cause(Cause.Sort.SYSTEM, "demo", null);

    private final RecordStore store;
    private final BulkDoor bulk;
    private final DemoPeople company;
    private final List<Customer> all = new ArrayList<>();

    record Customer(UUID organisation, List<Group> groups, List<UUID> callers) {

        /// Who decides for the caller at the place: the second of each fifty, for the others of them.
        UUID manager(int place) {
            return callers.get(place - place % TEAM + 1);
        }

        /// Those who decide for others.
        List<UUID> managers() {
            var managers = new ArrayList<UUID>();
            for (int place = 1; place < callers.size(); place += TEAM) {
                managers.add(callers.get(place));
            }
            return managers;
        }
    }

    record Group(UUID id, List<UUID> agents) {}

    Customers(RecordStore store, BulkDoor bulk, DemoPeople company) {
        this.store = store;
        this.bulk = bulk;
        this.company = company;
        for (int number = 1; number <= ORGANISATIONS; number++) {
            all.add(customer(number));
        }
    }

    private static Customer customer(int number) {
        var groups = new ArrayList<Group>();
        for (int group = 1; group <= GROUPS.size(); group++) {
            var agents = new ArrayList<UUID>();
            for (int agent = 1; agent <= AGENTS; agent++) {
                agents.add(id(Sort.PERSON, number * 10_000L + group * 10L + agent));
            }
            groups.add(new Group(id(Sort.GROUP, number * 10L + group), agents));
        }
        var callers = new ArrayList<UUID>();
        for (int caller = 1; caller <= CALLERS; caller++) {
            callers.add(id(Sort.PERSON, number * 10_000L + 1_000 + caller));
        }
        return new Customer(id(Sort.ORGANISATION, number), groups, callers);
    }

    enum Sort {
        ORGANISATION,
        GROUP,
        PERSON,
        CATALOG,
        CATEGORY,
        CATALOG_ITEM,
        CATALOG_VERSION
    }

    /// A UUID of version 7.
    static UUID id(Sort sort, long number) {
        return new UUID(CREATED.toEpochMilli() << 16 | 0x7000 | sort.ordinal(), 0x8000_0000_0000_0000L | number);
    }

    List<Customer> all() {
        return all;
    }

    DemoPeople company() {
        return company;
    }

    UUID agent() {
        return all.getFirst().groups.getFirst().agents.getFirst();
    }

    UUID requester() {
        return all.getFirst().callers.getFirst();
    }

    /// Whom [#AGENT] reports incidents for; not [#REQUESTER], who is to keep few.
    List<UUID> callersOfAgent() {
        return all.getFirst().callers.stream().skip(1).toList();
    }

    /// Who sees everything, as the demo company has it.
    UUID administrator() {
        return company.person(ADMINISTRATOR);
    }

    /// Numbers of the groups of the customer that [#AGENT] works for.
    List<String> groupsOfAgent() {
        var ids = all.getFirst().groups.stream().map(Group::id).toList();
        return store.get(company.system(), GroupType.GROUP, ids).stream()
                .map(Snapshot::number)
                .sorted()
                .toList();
    }

    /// Makes whoever is missing.
    void settle() {
        var organisations = new LinkedHashMap<UUID, BulkRecord>();
        var people = new LinkedHashMap<UUID, BulkRecord>();
        var groups = Plan.of(CAUSE);
        for (int i = 0; i < all.size(); i++) {
            var customer = all.get(i);
            var number = "%02d".formatted(i + 1);
            var named = new Values().set(OrganisationType.NAME, "Customer " + number);
            organisations.put(customer.organisation, record(customer.organisation, null, named));
            for (int c = 0; c < customer.callers.size(); c++) {
                var userName = "caller-%s-%04d".formatted(number, c + 1);
                var manager = customer.manager(c);
                var id = customer.callers.get(c);
                people.put(id, person(customer, id, userName, manager.equals(id) ? null : manager));
            }
            for (int g = 0; g < customer.groups.size(); g++) {
                var group = customer.groups.get(g);
                for (int a = 0; a < group.agents.size(); a++) {
                    var userName = "agent-%s-%d-%d".formatted(number, g + 1, a + 1);
                    people.put(group.agents.get(a), person(customer, group.agents.get(a), userName, null));
                }
                add(groups, customer, group, GROUPS.get(g) + " of customer " + number);
            }
        }
        write(OrganisationType.ORGANISATION, organisations);
        write(PersonType.PERSON, people);
        var ids = groups.steps().stream().map(Step::id).toList();
        if (store.get(company.system(), GroupType.GROUP, ids).isEmpty()) {
            company.save(company.system(), groups);
        }
    }

    private void add(Plan plan, Customer customer, Group group, String name) {
        var values = new Values()
                .set(GroupType.NAME, name)
                .set(GroupType.MEMBERS, new LinkedHashSet<>(group.agents))
                .set(GroupType.MANAGER, group.agents.getFirst())
                .set(Header.ORGANISATION, customer.organisation);
        plan.with(new Step.Create(GroupType.GROUP, group.id, null, values, List.of(), List.of()));
        plan.create(GrantType.GRANT)
                .values()
                .set(GrantType.GROUP, group.id)
                .set(GrantType.ROLE, agentRole())
                .set(GrantType.FOR_ORGANISATION, customer.organisation);
    }

    private UUID agentRole() {
        return store.find(company.system(), RoleType.ROLE, ShippedRole.AGENT.code())
                .orElseThrow()
                .id();
    }

    private BulkRecord person(Customer customer, UUID id, String userName, @Nullable UUID manager) {
        var words = userName.split("-", 2);
        return record(
                id,
                userName,
                new Values()
                        .set(PersonType.NAME, (words[0].equals("agent") ? "Agent " : "Caller ") + words[1])
                        .set(PersonType.EMAIL, userName + "@example.org")
                        .set(PersonType.DEPARTMENT, words[0].equals("agent") ? "IT" : "Sales")
                        .set(PersonType.MANAGER, manager)
                        .set(Header.ORGANISATION, customer.organisation));
    }

    private BulkRecord record(UUID id, @Nullable String number, Values values) {
        var version = BulkRecord.Version.of(CREATED, company.system().id(), values);
        return new BulkRecord(id, number, List.of(), List.of(version));
    }

    private void write(RecordType<?> type, Map<UUID, BulkRecord> wanted) {
        var known = new HashSet<UUID>();
        store.get(company.system(), type, wanted.keySet()).forEach(it -> known.add(it.id()));
        var missing =
                wanted.values().stream().filter(it -> !known.contains(it.id())).toList();
        for (int from = 0; from < missing.size(); from += 1_000) {
            var batch = missing.subList(from, Math.min(from + 1_000, missing.size()));
            var result = bulk.write(company.system(), type, CAUSE, true, batch);
            if (!result.refused().isEmpty()) {
                throw new IllegalStateException("customers were refused: " + result.refused());
            }
        }
    }
}
