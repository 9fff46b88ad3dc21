package org.mainstay.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mainstay.approval.StepTerms.Approvers;
import org.mainstay.approval.StepTerms.Overdue;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.approval.StepTerms.Rejection;
import org.mainstay.kernel.record.Message;

/// A handful of people and what tests say of them.
final class World implements Circumstances {

    static final UUID REQUESTER = id(1);
    static final UUID BENEFICIARY = id(2);
    static final UUID A = id(3);
    static final UUID B = id(4);
    static final UUID C = id(5);
    static final UUID D = id(6);
    static final UUID S = id(7);
    static final UUID STEWARDS = id(100);
    static final UUID MACHINE = id(200);
    static final List<UUID> PEOPLE = List.of(REQUESTER, BENEFICIARY, A, B, C, D, S);

    boolean ownRequests;
    boolean countsOnce = true;
    Set<UUID> stewards = Set.of(S);
    Set<UUID> escalation = Set.of();
    Instant now = Instant.parse("2026-11-30T08:00:00Z");

    private final Map<UUID, UUID> managers = new HashMap<>();
    private final Map<UUID, UUID> substitutes = new HashMap<>();
    private final Set<UUID> gone = new HashSet<>();
    private final Map<String, Sketch> sketches = new HashMap<>();

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    /// A step as a test writes it.
    final class Sketch {
        private final String name = "step " + sketches.size();
        final Set<UUID> approvers;
        private final Approvers source;
        private boolean beside;
        private boolean skipped;
        private boolean passed;
        private Quorum quorum = Quorum.ANY;
        private int needed = 1;
        private Rejection rejection = Rejection.FIRST;
        private Duration deadline;
        private Duration reminder;
        private Overdue overdue = Overdue.WAIT;

        private Sketch(Approvers source, UUID... approvers) {
            this.source = source;
            this.approvers = new LinkedHashSet<>(Arrays.asList(approvers));
            sketches.put(name, this);
        }

        Sketch beside() {
            beside = true;
            return this;
        }

        Sketch skipped() {
            skipped = true;
            return this;
        }

        Sketch passed() {
            passed = true;
            return this;
        }

        Sketch quorum(Quorum of, int some) {
            quorum = of;
            needed = some;
            return this;
        }

        Sketch rejection(Rejection when) {
            rejection = when;
            return this;
        }

        Sketch time(Duration within, Duration remind, Overdue then) {
            deadline = within;
            reminder = remind;
            overdue = then;
            return this;
        }

        StepTerms terms() {
            return new StepTerms(
                    name, beside, source, null, null, null, quorum, needed, rejection, null, null, deadline, reminder,
                    overdue, null, null);
        }
    }

    Sketch step(UUID... approvers) {
        return new Sketch(Approvers.PERSON, approvers);
    }

    Sketch group(UUID... members) {
        return new Sketch(Approvers.GROUP, members);
    }

    Running requested(Sketch... steps) {
        return new Running(Arrays.stream(steps).map(Sketch::terms).toList());
    }

    /// An approval that goes on as a test lets it, each act on what its ledger says anew.
    final class Running {
        final List<Event.Happened> ledger = new ArrayList<>();

        Running(List<StepTerms> steps) {
            var terms = new Terms(id(300), ownRequests, countsOnce, STEWARDS, steps);
            var course = course();
            course.request(new Event.Requested(terms, REQUESTER, BENEFICIARY, "thing", id(400), Map.of()), REQUESTER);
            ledger.addAll(course.happened());
        }

        Course course() {
            return new Course(Standing.of(ledger), World.this, MACHINE, now);
        }

        private String took(Course course, Message against) {
            ledger.addAll(course.happened());
            return against == null ? null : against.key();
        }

        String decide(UUID person, boolean approves) {
            var course = course();
            return took(course, course.decide(person, approves, null, false));
        }

        String delegate(UUID from, UUID to) {
            var course = course();
            return took(course, course.delegate(from, to, null));
        }

        String reassign(UUID from, UUID to) {
            var course = course();
            return took(course, course.reassign(S, from, to, null));
        }

        void tick(Duration time) {
            now = now.plus(time);
            var course = course();
            course.tick();
            took(course, null);
        }

        void question(UUID person) {
            var course = course();
            course.question(person, "Why?");
            took(course, null);
        }

        void answer(UUID person) {
            var course = course();
            course.answer(person, "Because.");
            took(course, null);
        }

        void withdraw(UUID person) {
            var course = course();
            course.withdraw(person, null);
            took(course, null);
        }

        Set<UUID> deciders() {
            return course().deciders();
        }

        Approval.State state() {
            return Standing.of(ledger).state();
        }

        <E extends Event> E last(Class<E> of) {
            return ledger.reversed().stream()
                    .map(Event.Happened::event)
                    .filter(of::isInstance)
                    .map(of::cast)
                    .findFirst()
                    .orElseThrow();
        }

        long count(Class<? extends Event> of) {
            return ledger.stream().filter(it -> of.isInstance(it.event())).count();
        }
    }

    void manager(UUID of, UUID is) {
        managers.put(of, is);
    }

    void substitute(UUID of, UUID is) {
        substitutes.put(of, is);
    }

    void back(UUID person) {
        substitutes.remove(person);
    }

    void leave(UUID person) {
        gone.add(person);
    }

    @Override
    public Event.Why skips(StepTerms step) {
        return sketches.get(step.name()).skipped ? Event.Why.of("skipped") : null;
    }

    @Override
    public Event.Why passes(StepTerms step) {
        return sketches.get(step.name()).passed ? Event.Why.of("passed") : null;
    }

    @Override
    public Set<UUID> approvers(StepTerms step) {
        return sketches.get(step.name()).approvers;
    }

    @Override
    public Set<UUID> escalation(StepTerms step) {
        return escalation;
    }

    @Override
    public Set<UUID> members(UUID group) {
        return stewards;
    }

    @Override
    public boolean active(UUID person) {
        return !gone.contains(person);
    }

    @Override
    public UUID manager(UUID person) {
        return managers.get(person);
    }

    @Override
    public UUID substitute(UUID person) {
        return substitutes.get(person);
    }
}
