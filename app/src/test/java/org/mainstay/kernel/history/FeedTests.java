package org.mainstay.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.SpecimenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SpecimenTest
class FeedTests {

    @Autowired
    RecordStore store;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Installation installation;

    /// Remembers what it heard, in memory, because its transactions commit one by one.
    private static final class Counting implements FeedConsumer {

        private final String name = "counting-" + UUID.randomUUID();
        private final List<Entry> heard = new ArrayList<>();
        private boolean fails;
        private Set<String> types = Set.of();

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> types() {
            return types;
        }

        @Override
        public void accept(List<Entry> rows) {
            if (fails) {
                throw new IllegalStateException("fails");
            }
            heard.addAll(rows);
        }
    }

    @Test
    void everyRowIsHeardOnceWhileWritersAndATroubledConsumerRun() throws Exception {
        var consumer = new Counting();
        var feed = new Feed(db, transactions, List.of(consumer), Duration.ofMillis(500));
        drain(feed, consumer);
        consumer.heard.clear();
        var created = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Callable<UUID>>();
            for (int i = 0; i < 200; i++) {
                calls.add(this::create);
            }
            var futures = calls.stream().map(threads::submit).toList();
            consumer.fails = true;
            try {
                while (feed.advance(consumer) == 0) {
                    Thread.onSpinWait();
                }
            } catch (IllegalStateException expected) {
                consumer.fails = false;
            }
            drain(feed, consumer);
            for (var future : futures) {
                created.add(future.get());
            }
        }
        // rows wait for whoever else writes at the moment
        await().until(() -> {
            drain(feed, consumer);
            return consumer.heard.stream()
                    .map(Entry::record)
                    .collect(Collectors.toSet())
                    .containsAll(created);
        });
        var times = new HashMap<UUID, Integer>();
        consumer.heard.forEach(it -> times.merge(it.record(), 1, Integer::sum));
        created.forEach(it -> assertThat(times).containsEntry(it, 1));
    }

    @Test
    void aConsumerHearsItsTypesAndPassesTheRest() {
        var none = new Counting();
        none.types = Set.of("nothing_of_the_kind");
        var all = new Counting();
        var feed = new Feed(db, transactions, List.of(none, all), Duration.ofMillis(500));
        all.types = Set.of(Specimen.SPECIMEN.code());
        drain(feed, none);
        drain(feed, all);
        all.heard.clear();
        var created = create();
        drain(feed, none);
        drain(feed, all);
        assertThat(none.heard).isEmpty();
        assertThat(all.heard).extracting(Entry::record).contains(created);
        assertThat(feed.advance(none)).isZero();
    }

    private static void drain(Feed feed, Counting consumer) {
        while (feed.advance(consumer) > 0) {
            Thread.onSpinWait();
        }
    }

    private UUID create() {
        var plan = Plan.of(Cause.CREATED);
        plan.create(Specimen.SPECIMEN).values().set(Specimen.TITLE, "fed");
        var actor = new Actor.Machine(Installation.SYSTEM, "system", installation.organisation());
        return ((Saved.Done) store.save(actor, plan)).first().id();
    }
}
