package org.mainstay.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainstay.approval.Office.place;
import static org.mainstay.approval.Office.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mainstay.approval.Approval.State;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Outcome;
import org.mainstay.people.GroupType;
import org.mainstay.people.LocationType;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What several people do at the same moment counts once each, and the ledger obeys the policy.
@MainstayTest
class ApprovalRaceTests {

    private static final int ROUNDS = 12;

    @Autowired
    Office office;

    @Autowired
    Cast cast;

    @AfterEach
    void close() {
        office.close();
    }

    @SafeVarargs
    private static <T> List<T> race(Callable<T>... works) throws Exception {
        return race(List.of(works));
    }

    private static <T> List<T> race(List<Callable<T>> works) throws Exception {
        var start = new CyclicBarrier(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<T>>();
            for (var work : works) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var run : runs) {
                results.add(run.get());
            }
            return results;
        }
    }

    private static long done(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Done.class::isInstance).count();
    }

    private Snapshot asked(String place) {
        return office.requested(office.location(place, "owner=nina"));
    }

    @Test
    void oneWhoPressesTwiceCountsOnce() throws Exception {
        var place = place();
        office.policy(
                place, step("approvers", "group", "group", cast.serviceDesk().toString(), "quorum", "all"));
        for (int i = 0; i < ROUNDS; i++) {
            var approval = asked(place);
            var outcomes = race(
                    () -> office.tryAct(cast.sam(), approval, "approve"),
                    () -> office.tryAct(cast.sam(), approval, "approve"),
                    () -> office.tryAct(cast.sam(), approval, "reject", "why", "No."));
            assertThat(done(outcomes)).isEqualTo(1);
            assertThat(office.events(approval, Event.Decided.class)).hasSize(1);
        }
    }

    @Test
    void twoAtTheSameInstantBothCount() throws Exception {
        var place = place();
        office.policy(
                place, step("approvers", "group", "group", cast.serviceDesk().toString(), "quorum", "all"));
        for (int i = 0; i < ROUNDS; i++) {
            var approval = asked(place);
            var outcomes = race(
                    () -> office.tryAct(cast.sam(), approval, "approve"),
                    () -> office.tryAct(cast.mia(), approval, "approve"));
            assertThat(done(outcomes)).isEqualTo(2);
            assertThat(office.read(approval).get(ApprovalType.STATE)).isEqualTo(State.APPROVED);
            assertThat(office.events(approval, Event.Decided.class)).hasSize(2);
        }
    }

    @Test
    void oneOfYesAndNoIsTheFirst() throws Exception {
        var place = place();
        office.policy(
                place, step("approvers", "group", "group", cast.serviceDesk().toString()));
        for (int i = 0; i < ROUNDS; i++) {
            var location = office.location(place, "");
            var approval = office.requested(location);
            var outcomes = race(
                    () -> office.tryAct(cast.sam(), approval, "approve"),
                    () -> office.tryAct(cast.mia(), approval, "reject", "why", "No."));
            assertThat(done(outcomes)).isEqualTo(1);
            var state = office.read(approval).need(ApprovalType.STATE);
            assertThat(office.events(approval, Event.Decided.class)).hasSize(1);
            assertThat(office.read(location).get(LocationType.COUNTRY))
                    .isEqualTo(state == State.APPROVED ? "approved" : "rejected");
            assertThat(state == State.APPROVED).isEqualTo(outcomes.getFirst() instanceof Outcome.Done);
        }
    }

    @Test
    void aDecisionAndAWithdrawalAreNotBoth() throws Exception {
        var place = place();
        office.policy(place, step("approvers", "owner"));
        for (int i = 0; i < ROUNDS; i++) {
            var approval = asked(place);
            var outcomes = race(
                    () -> office.tryAct(cast.nina(), approval, "approve"),
                    () -> office.tryAct(cast.ada(), approval, "withdraw"));
            assertThat(done(outcomes)).isEqualTo(1);
            assertThat(office.read(approval).get(ApprovalType.STATE)).isIn(State.APPROVED, State.WITHDRAWN);
        }
    }

    /// Many people do anything at once; the ledger that comes of it obeys the policy in the eyes of the oracle.
    @Test
    void whateverPeopleDoAtOnceTheLedgerObeysThePolicy() throws Exception {
        var place = place();
        var group = office.create(
                cast.ada(), GroupType.GROUP, Map.of("name", "Board of " + place, "members", "sam, mia, nina, carl"));
        office.policy(
                place,
                step(
                        "approvers",
                        "group",
                        "group",
                        group.number(),
                        "quorum",
                        "some",
                        "needed",
                        "2",
                        "rejection",
                        "outvoted"),
                step("approvers", "person", "person", "paula", "beside", "true"),
                step("approvers", "group", "group", group.number(), "quorum", "all"));
        long seed = Long.getLong("mainstay.seed", new Random().nextLong());
        var people = List.of(cast.sam(), cast.mia(), cast.nina(), cast.carl(), cast.paula(), cast.kim());
        for (int i = 0; i < ROUNDS; i++) {
            var random = new Random(seed + i);
            var approval = asked(place);
            for (int wave = 0; wave < 3; wave++) {
                race(people.stream()
                        .map(it -> anything(it, approval, random.nextInt(6), people.get(random.nextInt(6))))
                        .toList());
            }
            var oracle = new Oracle(new World(), people.stream().map(Actor::id).toList());
            try {
                office.ledger(approval).forEach(oracle::take);
                var now = office.read(approval);
                assertThat(oracle.state()).isEqualTo(now.need(ApprovalType.STATE));
                assertThat(oracle.deciders())
                        .isEqualTo(Objects.requireNonNullElse(now.get(ApprovalType.WAITING_FOR), Set.of()));
                if (oracle.state() == State.APPROVED) {
                    oracle.granted();
                }
            } catch (AssertionError e) {
                throw new AssertionError("-Dmainstay.seed=" + (seed + i) + " " + office.ledger(approval), e);
            }
        }
    }

    private Callable<Outcome> anything(Actor.Person who, Snapshot approval, int what, Actor.Person whom) {
        return switch (what) {
            case 0 -> () -> office.tryAct(who, approval, "reject", "why", "No.");
            case 1 -> () -> office.tryAct(who, approval, "delegate", "to", cast.userName(whom));
            default -> () -> office.tryAct(who, approval, "approve");
        };
    }

    /// Nobody approves what they were not shown.
    @Test
    void aDecisionOnWhatIsJustChangedIsOfWhatItWas() throws Exception {
        var place = place();
        office.policy(place, step("approvers", "owner"));
        for (int i = 0; i < ROUNDS; i++) {
            var location = office.location(place, "owner=nina amount=1 EUR");
            var approval = office.requested(location);
            race(
                    () -> office.tryAct(cast.nina(), approval, "approve"),
                    () -> office.edit(location, "address", "owner=nina amount=1000000 EUR"));
            var ledger = office.ledger(approval);
            var history = office.history(location);
            if (ledger.stream().anyMatch(Event.Decided.class::isInstance)) {
                // the decision came first: what it did to the location is older than the other price
                assertThat(history.indexOf("country")).isLessThan(history.indexOf("address"));
            }
        }
    }
}
