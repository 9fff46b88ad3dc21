package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.approval.StepTerms.Overdue;
import org.mainstay.approval.StepTerms.Quorum;
import org.mainstay.approval.StepTerms.Rejection;

/// Whatever people, time and chance do to an approval, it obeys its policy.
class HistoryTests {

    private static final int HISTORIES = Integer.getInteger("mainstay.histories", 1_500);
    private static final int ACTS = 25;

    @Test
    void randomHistoriesObeyThePolicy() {
        long seed = Long.getLong("mainstay.seed", new Random().nextLong());
        var ends = new int[State.values().length];
        for (int i = 0; i < HISTORIES; i++) {
            var random = new Random(seed + i);
            try {
                ends[history(random).ordinal()]++;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dmainstay.seed=" + (seed + i), e);
            }
        }
        // were one of the ends never reached, the histories would prove little
        for (State state : List.of(State.APPROVED, State.REJECTED, State.EXPIRED, State.SKIPPED, State.WITHDRAWN)) {
            assertThat(ends[state.ordinal()])
                    .as(state + " of " + Arrays.toString(ends))
                    .isPositive();
        }
    }

    private static State history(Random random) {
        var world = world(random);
        var steps = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(_ -> step(world, random))
                .toArray(World.Sketch[]::new);
        var running = world.requested(steps);
        var oracle = new Oracle(world, World.PEOPLE);
        int taken = check(running, oracle, 0);
        for (int i = 0; i < ACTS; i++) {
            act(world, running, oracle, random);
            taken = check(running, oracle, taken);
        }
        if (running.state() == State.APPROVED) {
            oracle.granted();
        }
        return running.state();
    }

    private static World world(Random random) {
        var world = new World();
        world.ownRequests = random.nextInt(4) == 0;
        world.countsOnce = random.nextBoolean();
        world.escalation = random.nextBoolean() ? some(random, 2) : Set.of();
        world.stewards = random.nextInt(4) == 0 ? some(random, 2) : Set.of(World.S);
        World.PEOPLE.forEach(it -> {
            if (random.nextInt(3) > 0) {
                world.manager(it, person(random));
            }
        });
        return world;
    }

    private static World.Sketch step(World world, Random random) {
        var approvers = some(random, 3).toArray(UUID[]::new);
        var step = random.nextBoolean() ? world.step(approvers) : world.group(approvers);
        step.quorum(Quorum.values()[random.nextInt(3)], 1 + random.nextInt(3))
                .rejection(Rejection.values()[random.nextInt(2)]);
        if (random.nextBoolean()) {
            step.time(Duration.ofDays(3), Duration.ofDays(1), Overdue.values()[random.nextInt(3)]);
        }
        switch (random.nextInt(8)) {
            case 0 -> step.skipped();
            case 1 -> step.passed();
            case 2, 3 -> step.beside();
            default -> {}
        }
        return step;
    }

    private static UUID person(Random random) {
        return World.PEOPLE.get(random.nextInt(World.PEOPLE.size()));
    }

    private static Set<UUID> some(Random random, int most) {
        var shuffled = new ArrayList<>(World.PEOPLE);
        Collections.shuffle(shuffled, random);
        return Set.copyOf(shuffled.subList(0, random.nextInt(most + 1)));
    }

    private static void act(World world, World.Running running, Oracle oracle, Random random) {
        var person = person(random);
        switch (random.nextInt(14)) {
            case 0 -> running.delegate(person, person(random));
            case 1 -> running.reassign(random.nextBoolean() ? person : null, person(random));
            case 2 -> world.substitute(person, person(random));
            case 3 -> world.back(person);
            case 4 -> {
                // whoever is gone is replaced with the next tick of the clock
                if (random.nextInt(3) == 0) {
                    world.leave(person);
                }
                running.tick(Duration.ZERO);
                unblocked(world, running);
            }
            case 5, 6 -> {
                running.tick(Duration.ofHours(random.nextInt(40)));
                unblocked(world, running);
            }
            case 7 -> {
                if (running.state() == State.REQUESTED && random.nextInt(6) == 0) {
                    running.withdraw(World.REQUESTER);
                }
            }
            case 8 -> {
                if (running.state() == State.REQUESTED && random.nextInt(3) == 0) {
                    running.question(person);
                    assertThat(running.course().standing().next()).isNull();
                    running.answer(World.REQUESTER);
                }
            }
            default -> {
                boolean may = oracle.deciders().contains(person);
                var against = running.decide(person, random.nextInt(4) > 0);
                assertThat(against == null)
                        .as("%s decides: %s", person, against)
                        .isEqualTo(may);
            }
        }
    }

    /// Nobody who has left keeps an approval from going on, as long as a steward is there.
    private static void unblocked(World world, World.Running running) {
        boolean steward = world.stewards.stream()
                .anyMatch(it -> world.active(it)
                        && !Standing.of(running.ledger).own(it)
                        && Standing.of(running.ledger).open().noneMatch(step -> step.voted(it)));
        if (running.state() == State.REQUESTED && steward) {
            assertThat(running.deciders()).isNotEmpty();
        }
    }

    /// @return how many events of the ledger the oracle has taken
    private static int check(World.Running running, Oracle oracle, int taken) {
        for (var happened : running.ledger.subList(taken, running.ledger.size())) {
            oracle.take(happened.event());
        }
        assertThat(running.state()).isEqualTo(oracle.state());
        assertThat(running.deciders()).isEqualTo(oracle.deciders());
        return running.ledger.size();
    }
}
