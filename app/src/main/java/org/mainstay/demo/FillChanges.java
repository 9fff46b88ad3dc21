package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.change.Change.Outcome;
import org.mainstay.change.Change.State;
import org.mainstay.change.Change.Type;
import org.mainstay.change.ChangeType;
import org.mainstay.change.schedule.FreezePeriodType;
import org.mainstay.change.schedule.MaintenanceWindowType;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkDoor;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.BulkRecord.Version;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.people.DemoPassword;
import org.mainstay.people.PersonType;
import org.mainstay.people.signin.SignIn;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// `fill changes COUNT`: a thousand servers, instances and services of the first of the twenty customers, five thousand
/// changes of theirs in the next four weeks, and so many that were done in the last three years, of all customers.
final class FillChanges {

    private static final int ITEMS = 1_000;
    private static final int PLANNED = 5_000;
    private static final int ASKED = 200;
    private static final int BATCH = 500;
    private static final Duration AHEAD = Duration.ofDays(28);
    private static final Duration PAST = Duration.ofDays(1_095);
    private static final Cause CAUSE = new Cause(Cause.Sort.IMPORT, "fill", null);

    private final RecordStore store;
    private final BulkDoor bulk;
    private final SignIn signIn;
    private final DemoPassword password;

    FillChanges(RecordStore store, BulkDoor bulk, SignIn signIn, DemoPassword password) {
        this.store = store;
        this.bulk = bulk;
        this.signIn = signIn;
        this.password = password;
    }

    /// @param token makes one for a person
    /// @return a line of JSON: who may ask for what
    String run(Customers customers, int count, Instant now, Function<UUID, String> token) {
        customers.settle();
        signIn.give(List.of(customers.agent()), password.password());
        var first = customers.all().getFirst();
        var items = items(customers, first, now);
        periods(customers, first, items, now);
        for (int from = 0; from < count; from += BATCH) {
            write(customers, done(customers, items, from, Math.min(from + BATCH, count), now));
        }
        write(customers, planned(customers, first, items, now));
        var system = customers.company().system();
        var asked = store.list(
                        system,
                        ChangeType.CHANGE,
                        Query.of(Filter.all(
                                        Filter.is(Header.ORGANISATION, first.organisation()),
                                        Filter.is(ChangeType.STATE, State.NEW, State.SCHEDULED)))
                                .limit(ASKED))
                .items();
        var bench = JsonNodeFactory.instance.objectNode();
        var node = bench.putObject("bench");
        var agent = store.get(system, PersonType.PERSON, customers.agent()).orElseThrow();
        node.put("agent", agent.number()).put("token", token.apply(customers.agent()));
        var numbers = node.putArray("changes");
        asked.forEach(it -> numbers.add(it.number()));
        return JsonMapper.shared().writeValueAsString(bench);
    }

    /// Servers, what runs on them, and the services that need several of these.
    private List<UUID> items(Customers customers, Customers.Customer customer, Instant now) {
        var random = new SplittableRandom(1);
        var ids = new ArrayList<UUID>();
        var items = new ArrayList<BulkRecord>();
        var relations = new ArrayList<BulkRecord>();
        for (int i = 0; i < ITEMS; i++) {
            var id = Plan.newId();
            var itemClass = i < 600 ? "linux_server" : i < 900 ? "service_instance" : "business_service";
            items.add(record(
                    customers,
                    id,
                    now,
                    new Values()
                            .set(ConfigurationItemType.NAME, itemClass + " " + i)
                            .set(ConfigurationItemType.CLASS, itemClass)
                            .set(ConfigurationItemType.STATUS, Status.OPERATIONAL)
                            .set(Header.ORGANISATION, customer.organisation())));
            int below = i < 600 ? 0 : i < 900 ? 600 : 900;
            for (int n = 0; below > 0 && n < 3; n++) {
                relations.add(record(
                        customers,
                        Plan.newId(),
                        now,
                        new Values()
                                .set(Relations.FROM, id)
                                .set(Relations.TYPE, "depends_on")
                                .set(Relations.TO, ids.get(random.nextInt(below == 600 ? 0 : 600, below)))
                                .set(Relations.VALID_FROM, now.minus(PAST))));
            }
            ids.add(id);
        }
        write(customers, ConfigurationItemType.CONFIGURATION_ITEM, items);
        write(customers, Relations.RELATION, relations);
        return ids;
    }

    private void periods(Customers customers, Customers.Customer customer, List<UUID> items, Instant now) {
        var plan = Plan.of(Cause.CREATED);
        plan.create(FreezePeriodType.FREEZE_PERIOD)
                .values()
                .set(FreezePeriodType.NAME, "Closing")
                .set(FreezePeriodType.STARTS_AT, now.plus(Duration.ofDays(20)))
                .set(FreezePeriodType.ENDS_AT, now.plus(Duration.ofDays(23)))
                .set(Header.ORGANISATION, customer.organisation());
        for (int i = 0; i < 20; i++) {
            plan.create(MaintenanceWindowType.MAINTENANCE_WINDOW)
                    .values()
                    .set(MaintenanceWindowType.NAME, "Nights " + i)
                    .set(MaintenanceWindowType.ITEMS, Set.of(items.get(i * 10)))
                    .set(MaintenanceWindowType.STARTS_AT, now.minus(Duration.ofDays(30)))
                    .set(
                            MaintenanceWindowType.ENDS_AT,
                            now.minus(Duration.ofDays(30)).plus(Duration.ofHours(8)))
                    .set(MaintenanceWindowType.RECURRENCE_RULE, "FREQ=DAILY")
                    .set(Header.ORGANISATION, customer.organisation());
        }
        customers.company().save(customers.company().system(), plan);
    }

    /// @return open changes
    private List<BulkRecord> planned(Customers customers, Customers.Customer customer, List<UUID> items, Instant now) {
        var random = new SplittableRandom(2);
        var changes = new ArrayList<BulkRecord>();
        for (int i = 0; i < PLANNED; i++) {
            var start = now.plus(Duration.ofMinutes(15L * random.nextInt((int) AHEAD.toMinutes() / 15)));
            var group = customer.groups().get(random.nextInt(customer.groups().size()));
            var values = values(i, customer, group, random, start)
                    .set(ChangeType.CONFIGURATION_ITEM, items.get(random.nextInt(items.size())))
                    .set(ChangeType.STATE, random.nextBoolean() ? State.NEW : State.SCHEDULED);
            changes.add(record(customers, Plan.newId(), now.minus(Duration.ofDays(1)), values));
        }
        return changes;
    }

    private List<BulkRecord> done(Customers customers, List<UUID> items, int from, int until, Instant now) {
        var random = new SplittableRandom(from);
        var changes = new ArrayList<BulkRecord>();
        for (int i = from; i < until; i++) {
            var start = now.minus(Duration.ofMinutes(60 + random.nextLong(PAST.toMinutes())));
            var customer = customers.all().get(random.nextInt(customers.all().size()));
            boolean first = customer.equals(customers.all().getFirst());
            var group = customer.groups().get(random.nextInt(customer.groups().size()));
            var values = values(i, customer, group, random, start)
                    .set(ChangeType.CONFIGURATION_ITEM, first ? items.get(random.nextInt(items.size())) : null)
                    .set(ChangeType.STATE, State.CLOSED)
                    .set(ChangeType.ACTUAL_START, start)
                    .set(ChangeType.ACTUAL_END, start.plus(Duration.ofMinutes(50)))
                    .set(ChangeType.OUTCOME, random.nextInt(10) == 0 ? Outcome.FAILED : Outcome.SUCCESSFUL)
                    .set(ChangeType.CLOSED_AT, start.plus(Duration.ofHours(2)));
            changes.add(record(customers, Plan.newId(), start.minus(Duration.ofDays(3)), values));
        }
        return changes;
    }

    private static Values values(
            int index, Customers.Customer customer, Customers.Group group, SplittableRandom random, Instant start) {
        return new Values()
                .set(ChangeType.TITLE, "Change " + index)
                .set(ChangeType.TYPE, Type.values()[random.nextInt(3)])
                .set(ChangeType.UNPLANNED, false)
                .set(ChangeType.GROUP, group.id())
                .set(
                        ChangeType.ASSIGNEE,
                        group.agents().get(random.nextInt(group.agents().size())))
                .set(ChangeType.OPENED_AT, start.minus(Duration.ofDays(3)))
                .set(ChangeType.PLANNED_START, start)
                .set(ChangeType.PLANNED_END, start.plus(Duration.ofMinutes(30L * (1 + random.nextInt(6)))))
                .set(Header.ORGANISATION, customer.organisation());
    }

    private static BulkRecord record(Customers customers, UUID id, Instant at, Values values) {
        var by = customers.company().system().id();
        return new BulkRecord(id, null, List.of(), List.of(Version.of(at, by, values)));
    }

    private void write(Customers customers, List<BulkRecord> changes) {
        write(customers, ChangeType.CHANGE, changes);
    }

    private void write(Customers customers, RecordType<?> type, List<BulkRecord> records) {
        for (int from = 0; from < records.size(); from += BATCH) {
            var part = records.subList(from, Math.min(from + BATCH, records.size()));
            var result = bulk.write(customers.company().system(), type, CAUSE, false, part);
            if (!result.refused().isEmpty()) {
                throw new IllegalStateException("changes were refused: " + result.refused());
            }
        }
    }
}
