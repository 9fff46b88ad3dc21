package org.mainstay.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mainstay.incident.Incident.State;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Two people who do what only one of them can do, at the same moment.
@MainstayTest
class RaceTests {

    private static final int ROUNDS = 15;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    /// Runs both at once.
    private static List<Outcome> race(Supplier<Outcome> one, Supplier<Outcome> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = Stream.of(one, other)
                    .map(it -> threads.submit(() -> {
                        start.await();
                        return it.get();
                    }))
                    .toList();
            return List.of(runs.getFirst().get(), runs.getLast().get());
        }
    }

    private static long done(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Done.class::isInstance).count();
    }

    @Test
    void twoIncidentsDoNotBecomeDuplicatesOfEachOther() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var one = desk.report(cast.max());
            var other = desk.report(cast.max());
            var outcomes = race(
                    () -> desk.tryAct(cast.sam(), one, "merge_duplicate", "duplicate_of", other.number()),
                    () -> desk.tryAct(cast.mia(), other, "merge_duplicate", "duplicate_of", one.number()));
            assertThat(done(outcomes)).isEqualTo(1);
            assertThat(Stream.of(one, other)
                            .map(it -> desk.read(cast.sam(), it))
                            .filter(it -> it.get(IncidentType.DUPLICATE_OF) != null))
                    .hasSize(1);
        }
    }

    @Test
    void twoIncidentsDoNotBecomeChildrenOfEachOther() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var one = desk.report(cast.max());
            var other = desk.report(cast.max());
            race(
                    () -> desk.tryAct(cast.sam(), one, "link_child", "child", other.number()),
                    () -> desk.tryAct(cast.mia(), other, "link_child", "child", one.number()));
            assertThat(Stream.of(one, other)
                            .map(it -> desk.read(cast.sam(), it))
                            .filter(it -> it.get(IncidentType.PARENT_INCIDENT) != null))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsResolvedAndCancelledAtOnceIsOneOfThem() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            var incident = desk.report(cast.max());
            var outcomes = race(
                    () -> desk.tryAct(
                            cast.sam(), incident, "resolve", "resolution_code", "fixed", "resolution", "Done."),
                    () -> desk.tryAct(cast.mia(), incident, "cancel"));
            assertThat(done(outcomes)).isPositive();
            Snapshot now = desk.read(cast.sam(), incident);
            assertThat(now.get(IncidentType.STATE)).isIn(State.RESOLVED, State.CANCELLED);
            assertThat(now.get(IncidentType.STATE) == State.CANCELLED && done(outcomes) == 1)
                    .isEqualTo(outcomes.getLast() instanceof Outcome.Done && done(outcomes) == 1);
        }
    }

    @Test
    void bothTakersAreAnsweredAndTheLastOneHasIt() throws Exception {
        var incident = desk.report(cast.max());
        var outcomes =
                race(() -> desk.tryAct(cast.sam(), incident, "take"), () -> desk.tryAct(cast.mia(), incident, "take"));
        assertThat(done(outcomes)).isPositive();
        assertThat(desk.read(cast.sam(), incident).get(IncidentType.ASSIGNEE))
                .isIn(cast.sam().id(), cast.mia().id());
    }
}
