package org.mainstay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mainstay.incident.Incident.HoldReason;
import org.mainstay.incident.Incident.Level;
import org.mainstay.incident.Incident.Major;
import org.mainstay.incident.Incident.State;
import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Values;
import org.mainstay.kernel.store.BulkRecord;
import org.mainstay.kernel.store.BulkRecord.Version;

/// Makes up what happened to an incident, from its index alone: reported, taken up, perhaps put on hold or
/// given on, resolved and closed.
final class Stories {

    /// A word of one title in seven thousand.
    static final String RARE = "zugspitze";

    /// A word of one title in nine.
    static final String COMMON = "printer";

    private static final long SPAN = Duration.ofDays(730).toMinutes();
    private static final HoldReason[] REASONS = HoldReason.values();
    private static final List<String> CHANNELS = List.of("phone", "email", "self_service", "chat", "monitoring");
    private static final List<String> CODES = List.of("fixed", "workaround", "caller_fixed", "user_error");

    private final Customers customers;
    private final Instant now;
    private final int count;

    Stories(Customers customers, Instant now, int count) {
        this.customers = customers;
        this.now = now;
        this.count = count;
    }

    int count() {
        return count;
    }

    /// @param seenByAgent whether [Customers#AGENT] sees it
    record Story(BulkRecord record, boolean seenByAgent, boolean inProgress) {}

    /// @param caller null for any
    Story tell(int index, @Nullable UUID caller) {
        var random = new SplittableRandom(count * 1_000_003L + index);
        double age = 1 - (index + 0.5) / count;
        var opened = now.minus(Duration.ofMinutes((long) (age * SPAN)));
        // the youngest are mostly open, of those two years old hardly any: one in five altogether
        boolean open = random.nextDouble() < 0.6 * (1 - age) * (1 - age);
        boolean first = caller != null || random.nextInt(customers.all().size()) == 0;
        var customer = customers
                .all()
                .get(first ? 0 : random.nextInt(1, customers.all().size()));
        var versions = new Telling(random, customer, opened, index).versions(caller, open);
        var last = versions.states.getLast();
        boolean seen = first && !versions.confidential;
        return new Story(BulkRecord.of(null, List.of(), versions.all), seen, last == State.IN_PROGRESS);
    }

    /// One incident while it is told.
    private final class Telling {

        private final RandomGenerator random;
        private final Customers.Customer customer;
        private final Instant opened;
        private final int index;
        private final List<Version> all = new ArrayList<>();
        private final List<State> states = new ArrayList<>();
        private boolean confidential;
        private Instant at;
        private Customers.Group group;
        private UUID agent;

        Telling(RandomGenerator random, Customers.Customer customer, Instant opened, int index) {
            this.random = random;
            this.customer = customer;
            this.opened = opened;
            this.index = index;
            at = opened;
            group = any(customer.groups());
            agent = any(group.agents());
        }

        Telling versions(@Nullable UUID caller, boolean open) {
            report(
                    caller == null
                            ? any(customer.callers()
                                    .subList(1, customer.callers().size()))
                            : caller);
            if (open && random.nextInt(4) == 0) {
                return this;
            }
            take();
            if (random.nextInt(5) < 3) {
                then(
                        agent,
                        state(State.ON_HOLD).set(IncidentType.HOLD_REASON, REASONS[random.nextInt(REASONS.length)]));
                if (open && random.nextInt(2) == 0) {
                    return this;
                }
                then(agent, state(State.IN_PROGRESS).set(IncidentType.HOLD_REASON, null));
            }
            if (random.nextInt(4) == 0) {
                give();
            }
            if (!open) {
                end();
            }
            return this;
        }

        private void report(UUID caller) {
            var trouble = any(DemoWords.TROUBLES);
            var device = "WS-%05d".formatted(random.nextInt(100_000));
            var impact = level();
            var urgency = level();
            long priority = 1L + impact.ordinal() + urgency.ordinal();
            confidential = random.nextInt(100) == 0;
            then(
                    caller,
                    state(State.NEW)
                            .set(IncidentType.TITLE, trouble.title() + ", " + (index % 7_001 == 17 ? RARE : device))
                            .set(IncidentType.DESCRIPTION, trouble.description() + " It is device " + device + ".")
                            .set(IncidentType.CALLER, caller)
                            .set(IncidentType.OPENED_BY, caller)
                            .set(IncidentType.OPENED_AT, opened)
                            .set(IncidentType.SERVICE, customers.company().service(trouble.service()))
                            .set(IncidentType.CATEGORY, customers.company().category(trouble.category()))
                            .set(IncidentType.CHANNEL, any(CHANNELS))
                            .set(IncidentType.IMPACT, impact)
                            .set(IncidentType.URGENCY, urgency)
                            .set(IncidentType.PRIORITY, priority)
                            .set(IncidentType.PRIORITY_OVERRIDE, false)
                            .set(IncidentType.GROUP, group.id())
                            .set(IncidentType.DUE_AT, opened.plus(Duration.ofHours(4 * priority * priority)))
                            .set(IncidentType.MAJOR_INCIDENT, Major.NONE)
                            .set(IncidentType.CONFIDENTIAL, confidential)
                            .set(IncidentType.REASSIGNMENT_COUNT, 0L)
                            .set(IncidentType.REOPEN_COUNT, 0L)
                            .set(Header.ORGANISATION, customer.organisation()));
        }

        private void take() {
            later(90);
            then(
                    agent,
                    state(State.IN_PROGRESS).set(IncidentType.ASSIGNEE, agent).set(IncidentType.FIRST_RESPONSE_AT, at));
        }

        private void give() {
            group = any(customer.groups());
            var from = agent;
            agent = any(group.agents());
            then(
                    from,
                    new Values()
                            .set(IncidentType.GROUP, group.id())
                            .set(IncidentType.ASSIGNEE, agent)
                            .set(IncidentType.REASSIGNMENT_COUNT, 1L));
        }

        private void end() {
            later(2_000);
            if (random.nextInt(40) == 0) {
                then(agent, state(State.CANCELLED));
                return;
            }
            then(
                    agent,
                    state(State.RESOLVED)
                            .set(IncidentType.RESOLUTION_CODE, any(CODES))
                            .set(
                                    IncidentType.RESOLUTION,
                                    any(DemoWords.TROUBLES).fix())
                            .set(IncidentType.RESOLVED_AT, at)
                            .set(IncidentType.RESOLVED_BY, agent));
            var closed = at.plus(Duration.ofDays(3));
            if (closed.isBefore(now)) {
                at = closed;
                then(agent, state(State.CLOSED).set(IncidentType.CLOSED_AT, at));
            }
        }

        private Values state(State state) {
            states.add(state);
            return new Values().set(IncidentType.STATE, state);
        }

        private void then(UUID by, Values values) {
            all.add(new Version(at, by, values, "fill", Map.of()));
            later(240);
        }

        /// Within so many minutes, and never in the future.
        private void later(int most) {
            var then = at.plus(Duration.ofMinutes(1L + random.nextInt(most)));
            at = then.isBefore(now) ? then : at;
        }

        private Level level() {
            int chance = random.nextInt(10);
            return chance == 0 ? Level.HIGH : chance < 6 ? Level.MEDIUM : Level.LOW;
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
