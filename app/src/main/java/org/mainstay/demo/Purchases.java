package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mainstay.approval.Approval;
import org.mainstay.approval.ApprovalType;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Money;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.BulkRecord.Version;
import org.mainstay.request.Request.State;
import org.mainstay.request.RequestItemType;
import org.mainstay.request.RequestType;
import org.mainstay.request.Task;
import org.mainstay.request.TaskType;

/// Makes up what became of a request, from its index alone: ordered, approved where it is dear, worked on, delivered
/// and closed. One in five has two items; 3 % are still open, most of them young, and as many were cancelled.
final class Purchases {

    private static final long SPAN = Duration.ofDays(730).toMinutes();
    private static final Duration CLOSED_AFTER = Duration.ofDays(3);

    private final Customers customers;
    private final List<Emporium.Offered> cheap;
    private final List<Emporium.Offered> dear;
    private final Instant now;
    private final int count;

    Purchases(Customers customers, List<Emporium.Offered> offered, Instant now, int count) {
        this.customers = customers;
        cheap = offered.stream().filter(it -> !it.article().sort().dear()).toList();
        dear = offered.stream().filter(it -> it.article().sort().dear()).toList();
        this.now = now;
        this.count = count;
    }

    /// The records of some requests, each kind for itself.
    record Told(List<BulkRecord> requests, List<BulkRecord> items, List<BulkRecord> tasks, List<BulkRecord> approvals) {

        Told() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /// @param buyer null for any
    void tell(int index, @Nullable UUID buyer, Told told) {
        var random = new SplittableRandom(count * 1_000_033L + index);
        double age = 1 - (index + 0.5) / count;
        var ordered = now.minus(Duration.ofMinutes((long) (age * SPAN)));
        boolean open = random.nextDouble() < 0.12 * (1 - age) * (1 - age) * (1 - age);
        boolean first = buyer != null || random.nextInt(customers.all().size()) == 0;
        var customer = customers
                .all()
                .get(first ? 0 : random.nextInt(1, customers.all().size()));
        int place = random.nextInt(1, customer.callers().size());
        var who = buyer == null ? customer.callers().get(place) : buyer;
        var manager = customer.manager(buyer == null ? place : 0);
        new Telling(random, customer, who, manager, ordered, open, told).tell();
    }

    /// One request while it is told.
    private final class Telling {

        private final RandomGenerator random;
        private final Customers.Customer customer;
        private final UUID buyer;
        private final UUID manager;
        private final Instant ordered;
        private final boolean open;
        private final Told told;
        private final UUID request = Plan.newId();
        private final Customers.Group group;
        private final UUID agent;
        private final Instant fulfilled;
        private final State last;

        Telling(
                RandomGenerator random,
                Customers.Customer customer,
                UUID buyer,
                UUID manager,
                Instant ordered,
                boolean open,
                Told told) {
            this.random = random;
            this.customer = customer;
            this.buyer = buyer;
            this.manager = manager;
            this.ordered = ordered;
            this.told = told;
            group = any(customer.groups());
            agent = any(group.agents());
            fulfilled = ordered.plus(Duration.ofMinutes(200L + random.nextInt(12_000)));
            this.open = open || fulfilled.isAfter(now);
            last = last();
        }

        private State last() {
            if (open) {
                return State.IN_FULFILMENT;
            }
            if (random.nextInt(33) == 0) {
                return State.CANCELLED;
            }
            return fulfilled.plus(CLOSED_AFTER).isBefore(now) ? State.CLOSED : State.FULFILLED;
        }

        void tell() {
            var offered = new ArrayList<Emporium.Offered>();
            offered.add(any(random.nextInt(10) == 0 ? dear : cheap));
            if (random.nextInt(5) == 0) {
                offered.add(any(cheap));
            }
            var names =
                    offered.stream().map(it -> it.article().name()).distinct().toList();
            var prices = offered.stream()
                    .map(it -> it.article().sort().price())
                    .filter(it -> !it.isEmpty())
                    .toList();
            var values = new Values()
                    .set(RequestType.TITLE, String.join(", ", names))
                    .set(RequestType.REQUESTER, buyer)
                    .set(RequestType.BENEFICIARY, buyer)
                    .set(RequestType.TOTAL_PRICE, prices.size() == 1 ? Money.parse(prices.getFirst()) : null)
                    .set(RequestType.ORDERED_AT, ordered)
                    .set(RequestType.EXPECTED_AT, expected(offered.getFirst()))
                    .set(Header.ORGANISATION, customer.organisation());
            var course = new ArrayList<Version>();
            course.add(version(ordered, buyer, values.set(RequestType.STATE, State.IN_FULFILMENT), "order"));
            for (var reached : reached()) {
                course.add(version(
                        at(reached),
                        by(reached),
                        new Values()
                                .set(RequestType.STATE, reached)
                                .set(moment(reached, RequestType.FULFILLED_AT, RequestType.CLOSED_AT), at(reached)),
                        "fill"));
            }
            told.requests.add(record(request, course));
            offered.forEach(this::item);
        }

        private Instant expected(Emporium.Offered offered) {
            return ordered.plus(Duration.ofDays(offered.article().sort().days()));
        }

        private List<State> reached() {
            return switch (last) {
                case CLOSED -> List.of(State.FULFILLED, State.CLOSED);
                case FULFILLED, CANCELLED -> List.of(last);
                default -> List.of();
            };
        }

        private Instant at(State state) {
            return state == State.CLOSED ? fulfilled.plus(CLOSED_AFTER) : fulfilled;
        }

        private UUID by(State state) {
            return state == State.CANCELLED ? buyer : agent;
        }

        private static <T> T moment(State state, T delivered, T ended) {
            return state == State.FULFILLED ? delivered : ended;
        }

        private void item(Emporium.Offered offered) {
            var id = Plan.newId();
            var article = offered.article();
            var price = article.sort().price().isEmpty()
                    ? null
                    : Money.parse(article.sort().price());
            var values = new Values()
                    .set(RequestItemType.TITLE, article.name())
                    .set(RequestItemType.REQUEST, request)
                    .set(RequestItemType.ITEM, offered.item())
                    .set(RequestItemType.ITEM_VERSION, offered.version())
                    .set(RequestItemType.QUANTITY, 1L)
                    .set(RequestItemType.PRICE, price)
                    .set(RequestItemType.REQUESTER, buyer)
                    .set(RequestItemType.BENEFICIARY, buyer)
                    .set(RequestItemType.GROUP, group.id())
                    .set(RequestItemType.FLOW_FAILED, false)
                    .set(RequestItemType.ORDERED_AT, ordered)
                    .set(RequestItemType.EXPECTED_AT, expected(offered))
                    .set(RequestItemType.STATE, State.IN_FULFILMENT)
                    .set(Header.ORGANISATION, customer.organisation());
            var course = new ArrayList<Version>();
            course.add(version(ordered, buyer, values, "order"));
            for (var reached : reached()) {
                course.add(version(
                        at(reached),
                        by(reached),
                        new Values()
                                .set(RequestItemType.STATE, reached)
                                .set(
                                        moment(reached, RequestItemType.FULFILLED_AT, RequestItemType.CLOSED_AT),
                                        at(reached)),
                        "fill"));
            }
            told.items.add(record(id, course));
            tasks(id, article.tasks());
            if (article.sort().dear() && price != null) {
                approval(article.name(), price);
            }
        }

        private void tasks(UUID item, int tasks) {
            @Nullable UUID before = null;
            for (int i = 0; i < tasks; i++) {
                before = task(item, i, before);
            }
        }

        private UUID task(UUID item, int place, @Nullable UUID before) {
            var id = Plan.newId();
            var values = new Values()
                    .set(TaskType.TITLE, place == 0 ? "Get it ready" : "Hand it over")
                    .set(TaskType.REQUEST_ITEM, item)
                    .set(TaskType.GROUP, group.id())
                    .set(TaskType.POSITION, 10L * (place + 1))
                    .set(TaskType.NO_RETURN, false)
                    .set(TaskType.DEPENDS_ON, before)
                    .set(TaskType.STATE, before == null ? Task.State.OPEN : Task.State.PENDING)
                    .set(TaskType.READY_AT, before == null ? ordered : null)
                    .set(Header.ORGANISATION, customer.organisation());
            var course = new ArrayList<Version>();
            course.add(version(ordered, buyer, values, "order"));
            if (!open) {
                var half = ordered.plus(Duration.between(ordered, fulfilled).dividedBy(2));
                course.add(version(
                        before == null ? half : fulfilled,
                        agent,
                        new Values()
                                .set(TaskType.ASSIGNEE, agent)
                                .set(TaskType.READY_AT, before == null ? ordered : half)
                                .set(TaskType.STATE, last == State.CANCELLED ? Task.State.CANCELLED : Task.State.DONE)
                                .set(TaskType.ENDED_AT, before == null ? half : fulfilled),
                        "complete"));
            } else if (before == null && random.nextInt(2) == 0) {
                course.add(version(
                        ordered.plusSeconds(60),
                        agent,
                        new Values().set(TaskType.ASSIGNEE, agent).set(TaskType.STATE, Task.State.IN_PROGRESS),
                        "take"));
            }
            told.tasks.add(record(id, course));
            return id;
        }

        /// What was decided long ago.
        private void approval(String name, Money price) {
            var values = new Values()
                    .set(ApprovalType.TITLE, name)
                    .set(ApprovalType.STATE, Approval.State.APPROVED)
                    .set(ApprovalType.RECORD_TYPE, RequestItemType.REQUEST_ITEM.code())
                    .set(ApprovalType.RECORD, "–")
                    .set(ApprovalType.AMOUNT, price)
                    .set(ApprovalType.REQUESTED_BY, buyer)
                    .set(ApprovalType.REQUESTED_FOR, buyer)
                    .set(ApprovalType.APPROVERS, Set.of(manager))
                    .set(ApprovalType.DECIDED_BY, manager)
                    .set(ApprovalType.DECIDED_AT, ordered.plusSeconds(600))
                    .set(Header.ORGANISATION, customer.organisation());
            told.approvals.add(record(Plan.newId(), List.of(version(ordered, buyer, values, "approve"))));
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }

    private static BulkRecord record(UUID id, List<Version> course) {
        return new BulkRecord(id, null, List.of(), course);
    }

    private static Version version(Instant at, UUID by, Values values, String cause) {
        return new Version(at, by, values, cause, Map.of());
    }
}
