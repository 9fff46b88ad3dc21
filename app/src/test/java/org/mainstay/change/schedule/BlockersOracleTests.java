package org.mainstay.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mainstay.calendar.Window;
import org.mainstay.change.Change.Type;

/// The rules of the change schedule against brute force: what stands in the way is asked of each quarter of an hour by
/// itself, and free times are looked for from each of them. `-Dmainstay.seed=` repeats a run.
class BlockersOracleTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("mainstay.rounds", 1_500);
    private static final Instant BEGIN = Instant.parse("2026-10-24T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int STEPS = 160;
    private static final int ITEMS = 7;

    private final Map<Integer, UUID> ids = new HashMap<>();

    /// Who needs whom by a relation, and whether each relation counts alone.
    private record World(boolean[][] needs, boolean[][] hits) implements Related {

        static World random(Random random) {
            var needs = new boolean[ITEMS][ITEMS];
            var hits = new boolean[ITEMS][ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                int from = random.nextInt(ITEMS);
                int to = random.nextInt(ITEMS);
                needs[from][to] = true;
                hits[from][to] |= random.nextInt(4) > 0;
            }
            close(needs);
            close(hits);
            return new World(needs, hits);
        }

        private static void close(boolean[][] leads) {
            for (int over = 0; over < ITEMS; over++) {
                for (int from = 0; from < ITEMS; from++) {
                    for (int to = 0; to < ITEMS; to++) {
                        leads[from][to] |= leads[from][over] && leads[over][to];
                    }
                }
            }
        }

        @Override
        public boolean needs(UUID item, UUID other) {
            return needs[digit(item)][digit(other)];
        }

        @Override
        public boolean hit(UUID item, UUID failing) {
            return hits[digit(item)][digit(failing)];
        }

        private static int digit(UUID id) {
            return (int) id.getLeastSignificantBits();
        }
    }

    private record Case(
            World world, Booking change, List<Booking> others, List<Period> periods, Map<UUID, List<Window>> absences) {

        Blockers blockers() {
            return new Blockers(world, others, periods, absences);
        }
    }

    private record Found(
            Blocker.Kind kind,
            @Nullable UUID change,
            @Nullable UUID item,
            @Nullable UUID otherItem,
            @Nullable UUID person,
            @Nullable UUID period) {

        static Found of(Blocker it) {
            return new Found(it.kind(), it.change(), it.item(), it.otherItem(), it.person(), it.period());
        }
    }

    private UUID id(int digit) {
        return ids.computeIfAbsent(digit, it -> new UUID(1, it));
    }

    private static Instant at(int step) {
        return BEGIN.plus(STEP.multipliedBy(step));
    }

    private static Window window(Random random) {
        int from = random.nextInt(STEPS - 1);
        return new Window(at(from), at(from + 1 + random.nextInt(Math.min(12, STEPS - from))));
    }

    private Set<UUID> some(Random random, int from, int most) {
        var some = new HashSet<UUID>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            some.add(id(from + random.nextInt(ITEMS)));
        }
        return some;
    }

    private Booking booking(Random random, int number) {
        return new Booking(
                id(1_000 + number),
                Type.values()[random.nextInt(3)],
                window(random),
                random.nextBoolean() ? null : id(200 + random.nextInt(3)),
                some(random, 0, 2),
                some(random, 0, 2),
                some(random, 100, 1));
    }

    private Case random(Random random) {
        var others = new ArrayList<Booking>();
        for (int i = random.nextInt(8); i > 0; i--) {
            others.add(booking(random, i));
        }
        var periods = new ArrayList<Period>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var kind = Period.Kind.values()[random.nextInt(3)];
            var times = new ArrayList<Window>();
            for (int n = random.nextInt(4); n > 0; n--) {
                times.add(window(random));
            }
            var groups = new HashSet<UUID>();
            if (kind != Period.Kind.MAINTENANCE && random.nextInt(3) == 0) {
                groups.add(id(200 + random.nextInt(3)));
            }
            periods.add(new Period(id(2_000 + i), kind, times, some(random, 0, 2), groups));
        }
        var absences = new HashMap<UUID, List<Window>>();
        if (random.nextBoolean()) {
            absences.put(id(100 + random.nextInt(ITEMS)), List.of(window(random), window(random)));
        }
        return new Case(World.random(random), booking(random, 0), others, periods, absences);
    }

    /// What stands in the way of the change at the moment.
    private static Set<Found> standing(Case it, Instant moment) {
        var found = new HashSet<Found>();
        var change = it.change;
        for (var other : it.others) {
            if (!in(other.window(), moment)) {
                continue;
            }
            for (UUID ours : change.items()) {
                for (UUID theirs : other.items()) {
                    var kind = kind(it.world, change, other, ours, theirs);
                    if (kind != null) {
                        found.add(new Found(kind, other.change(), ours, theirs, null, null));
                    }
                }
            }
            change.people().stream()
                    .filter(other.people()::contains)
                    .forEach(who ->
                            found.add(new Found(Blocker.Kind.ASSIGNEE_BUSY, other.change(), null, null, who, null)));
        }
        var affected = affected(it);
        for (var period : it.periods) {
            boolean about = period.items().isEmpty() && period.groups().isEmpty();
            about |= period.items().stream().anyMatch(affected::contains);
            about |= change.group() != null && period.groups().contains(change.group());
            boolean now = period.times().stream().anyMatch(time -> in(time, moment));
            if (about && now && period.kind() == Period.Kind.BLACKOUT) {
                found.add(new Found(Blocker.Kind.BLACKOUT, null, null, null, null, period.id()));
            } else if (about && now && period.kind() == Period.Kind.FREEZE && change.type() != Type.EMERGENCY) {
                found.add(new Found(Blocker.Kind.FREEZE, null, null, null, null, period.id()));
            }
        }
        for (UUID item : affected) {
            var own = it.periods.stream()
                    .filter(period -> period.kind() == Period.Kind.MAINTENANCE
                            && period.items().contains(item))
                    .toList();
            boolean open =
                    own.stream().flatMap(period -> period.times().stream()).anyMatch(time -> in(time, moment));
            if (!own.isEmpty() && !open) {
                found.add(new Found(Blocker.Kind.OUTSIDE_MAINTENANCE_WINDOW, null, item, null, null, null));
            }
        }
        it.absences.forEach((who, times) -> {
            if (change.people().contains(who) && times.stream().anyMatch(time -> in(time, moment))) {
                found.add(new Found(Blocker.Kind.ASSIGNEE_ABSENT, null, null, null, who, null));
            }
        });
        return found;
    }

    private static Blocker.@Nullable Kind kind(World world, Booking change, Booking other, UUID ours, UUID theirs) {
        if (ours.equals(theirs)) {
            return Blocker.Kind.SAME_ITEM;
        }
        boolean dependent = world.needs(theirs, ours) && !change.unaffected().contains(theirs);
        boolean needed = world.needs(ours, theirs) && !other.unaffected().contains(ours);
        return dependent ? Blocker.Kind.DEPENDENT_ITEM : needed ? Blocker.Kind.NEEDED_ITEM : null;
    }

    private static Set<UUID> affected(Case it) {
        var affected = new HashSet<UUID>(it.change.items());
        for (int item = 0; item < ITEMS; item++) {
            for (UUID changed : it.change.items()) {
                if (it.world.hits[item][World.digit(changed)]
                        && !it.change.unaffected().contains(new UUID(1, item))) {
                    affected.add(new UUID(1, item));
                }
            }
        }
        return affected;
    }

    private static boolean in(Window window, Instant moment) {
        return !moment.isBefore(window.from()) && moment.isBefore(window.to());
    }

    @Test
    void whatStandsInTheWayIsWhatStandsThereAtAnyMoment() {
        for (int i = 0; i < ROUNDS; i++) {
            var random = new Random(SEED + i);
            var it = random(random);
            var window = it.change.window();
            var expected = new HashSet<Found>();
            for (int step = 0; step < STEPS + 20; step++) {
                if (in(window, at(step))) {
                    expected.addAll(standing(it, at(step)));
                }
            }
            var found = new HashSet<Found>();
            it.blockers().within(it.change, window).forEach(blocker -> found.add(Found.of(blocker)));
            assertThat(found).as("-Dmainstay.seed=%s %s", SEED + i, it).isEqualTo(expected);
        }
    }

    @Test
    void freeTimesAreTheEarliestInWhichNothingStandsInTheWay() {
        for (int i = 0; i < ROUNDS; i++) {
            var random = new Random(SEED + i);
            var it = random(random);
            int length = 1 + random.nextInt(10);
            var blocked = new boolean[STEPS];
            for (int step = 0; step < STEPS; step++) {
                blocked[step] = !standing(it, at(step)).isEmpty();
            }
            var expected = new ArrayList<Window>();
            for (int step = 0; step + length <= STEPS && expected.size() < 3; step++) {
                if (free(blocked, step, length)) {
                    expected.add(new Window(at(step), at(step + length)));
                    step += length - 1;
                }
            }
            assertThat(it.blockers().free(it.change, STEP.multipliedBy(length), new Window(at(0), at(STEPS)), 3))
                    .as("-Dmainstay.seed=%s %s", SEED + i, it)
                    .isEqualTo(expected);
        }
    }

    private static boolean free(boolean[] blocked, int from, int length) {
        for (int step = from; step < from + length; step++) {
            if (blocked[step]) {
                return false;
            }
        }
        return true;
    }
}
