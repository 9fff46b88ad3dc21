package org.mainstay.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Cast;
import org.mainstay.testing.MainstayTest;
import org.springframework.beans.factory.annotation.Autowired;

@MainstayTest
class TreeTests {

    private static final int ROUNDS = 10;

    @Autowired
    RecordStore store;

    @Autowired
    Cast cast;

    @Test
    void twoThatMoveBelowEachOtherAtOnceMakeNoRing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            neverBoth(GroupType.GROUP, GroupType.NAME, GroupType.PARENT, round);
            neverBoth(LocationType.LOCATION, LocationType.NAME, LocationType.PARENT, round);
        }
    }

    private void neverBoth(RecordType<Snapshot> type, Attribute<String> name, Attribute<UUID> parent, int round)
            throws Exception {
        var plan = Plan.of(Cause.CREATED);
        var first = plan.create(type);
        var second = plan.create(type);
        first.values().set(name, "First of ring " + round);
        second.values().set(name, "Second of ring " + round);
        assertThat(store.save(cast.ada(), plan)).isInstanceOf(Saved.Done.class);
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Saved> one = () -> moved(type, parent, first.id(), second.id(), start);
            Callable<Saved> other = () -> moved(type, parent, second.id(), first.id(), start);
            var outcomes = both.invokeAll(List.of(one, other));
            var saved = List.of(outcomes.getFirst().get(), outcomes.getLast().get());
            assertThat(saved).filteredOn(Saved.Done.class::isInstance).hasSize(1);
            assertThat(saved).filteredOn(Saved.Refused.class::isInstance).hasSize(1);
        }
    }

    private Saved moved(RecordType<Snapshot> type, Attribute<UUID> parent, UUID id, UUID below, CyclicBarrier start)
            throws Exception {
        var plan = Plan.of(Cause.EDITED);
        plan.edit(store.get(cast.ada(), type, id).orElseThrow()).set(parent, below);
        start.await();
        return store.save(cast.ada(), plan);
    }
}
