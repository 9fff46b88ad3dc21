package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.discovery.Discovered;
import org.mainstay.cmdb.discovery.Identifier;
import org.mainstay.cmdb.discovery.Payload;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;

/// The one way in for whatever any source tells: identifies the items that are meant, settles their values, and writes
/// what changed, with an explanation for each record.
///
/// The same delivery a second time changes nothing. Deliveries of the same things wait for each other, so that no thing
/// is made twice.
public final class Reconciler {

    /// So many are taken in one transaction.
    private static final int CHUNK = 1_000;

    /// A delivery of at most so many items is taken whole or not at all.
    private static final int WHOLE = 5_000;

    private final Batches batches;
    private final Mentions mentions;
    private final RecordTypes types;
    private final Transactions transactions;
    private final Clock clock;

    Reconciler(Batches batches, Mentions mentions, RecordTypes types, Transactions transactions, Clock clock) {
        this.batches = batches;
        this.mentions = mentions;
        this.types = types;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How a delivery is taken.
    ///
    /// @param strict whether a value that cannot be taken refuses its record, instead of being left out
    /// @param dry whether nothing is kept, and only told what would become of it
    /// @param origin from where it came, such as an address
    public record Manner(
            boolean strict, boolean dry, @Nullable String origin) {}

    public Report take(DiscoverySource source, Payload payload, Manner manner) {
        var delivery = delivery(source, payload, manner);
        if (manner.dry()) {
            return transactions.undone(() -> take(delivery, payload));
        }
        return payload.items().size() <= WHOLE
                ? transactions.within(() -> take(delivery, payload))
                : take(delivery, payload);
    }

    /// Takes the relations alone of a payload whose items were taken before. Of an item only what tells it from others
    /// is looked at; one that is not there is refused, and ends no relation.
    public Report relate(DiscoverySource source, Payload payload, Manner manner) {
        var delivery = delivery(source, payload, manner);
        return transactions.within(() -> {
            var began = System.nanoTime();
            var type = types.current(ConfigurationItemType.CONFIGURATION_ITEM);
            var known = batches.items(delivery).find(type, payload.items());
            var refs = new HashMap<String, UUID>();
            known.forEach(it -> {
                if (it.item() != null) {
                    refs.put(it.said().ref(), it.item());
                }
            });
            return related(delivery, payload, known, refs, began);
        });
    }

    private Delivery delivery(DiscoverySource source, Payload payload, Manner manner) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Delivery(
                source,
                Plan.newId(),
                payload.at() == null || payload.at().isAfter(now) ? now : payload.at(),
                now,
                manner.strict(),
                manner.origin());
    }

    private Report take(Delivery delivery, Payload payload) {
        var began = System.nanoTime();
        var taken = new Taken[payload.items().size()];
        var refs = new HashMap<String, UUID>();
        for (var wave : waves(payload.items())) {
            for (int from = 0; from < wave.size(); from += CHUNK) {
                chunk(delivery, payload.items(), wave.subList(from, Math.min(wave.size(), from + CHUNK)), refs, taken);
            }
        }
        return related(delivery, payload, List.of(taken), refs, began);
    }

    private Report related(Delivery delivery, Payload payload, List<Taken> taken, Map<String, UUID> refs, long began) {
        var classes = new HashMap<UUID, String>();
        for (var one : taken) {
            if (one.item() != null) {
                classes.put(one.item(), one.itemClass());
            }
        }
        var mentioned = mentions.find(delivery, payload.mentions());
        mentioned.items().forEach(refs::putIfAbsent);
        mentioned.classes().forEach(classes::putIfAbsent);
        var relations = relations(delivery, payload, refs, classes);
        relations.refused().replaceAll((index, problems) -> explained(payload, index, problems, mentioned.unknown()));
        return new Report(
                delivery.operation(),
                taken,
                relations.created(),
                relations.confirmed(),
                relations.ended(),
                relations.retired(),
                relations.refused(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private void chunk(
            Delivery delivery, List<Discovered> items, List<Integer> indices, Map<String, UUID> refs, Taken[] taken) {
        var said = indices.stream().map(items::get).toList();
        var batch = new AtomicReference<ItemBatch>();
        var outcomes = transactions.within(() -> {
            batch.set(batches.items(delivery));
            return batch.get().take(types.current(ConfigurationItemType.CONFIGURATION_ITEM), said, refs);
        });
        refs.replaceAll((_, it) -> batch.get().now(it));
        for (int i = 0; i < indices.size(); i++) {
            var one = outcomes.get(i);
            taken[indices.get(i)] = one;
            if (one.item() != null) {
                refs.put(one.said().ref(), one.item());
            }
        }
    }

    private RelationBatch.Outcome relations(
            Delivery delivery, Payload payload, Map<String, UUID> refs, Map<UUID, String> classes) {
        var said = payload.relations();
        if (said.size() <= CHUNK * 5) {
            return transactions.within(
                    () -> batches.relations().take(delivery, said, refs, classes, !payload.partial()));
        }
        int created = 0;
        int confirmed = 0;
        var refused = new HashMap<Integer, List<Problem>>();
        for (int from = 0; from < said.size(); from += CHUNK) {
            int offset = from;
            var some = said.subList(from, Math.min(said.size(), from + CHUNK));
            var outcome = transactions.within(() -> batches.relations().take(delivery, some, refs, classes, false));
            created += outcome.created();
            confirmed += outcome.confirmed();
            outcome.refused().forEach((index, problems) -> refused.put(offset + index, problems));
        }
        return new RelationBatch.Outcome(created, confirmed, 0, 0, refused);
    }

    private static List<Problem> explained(
            Payload payload, int index, List<Problem> problems, Map<String, Message> unknown) {
        var relation = payload.relations().get(index);
        return problems.stream()
                .map(it -> switch (it.attribute()) {
                    case "from" -> new Problem("from", unknown.getOrDefault(relation.from(), it.reason()));
                    case "to" -> new Problem("to", unknown.getOrDefault(relation.to(), it.reason()));
                    default -> it;
                })
                .toList();
    }

    /// The indices of the items, parents before what is only named within them; what waits for a parent that never
    /// comes stands last.
    private static List<List<Integer>> waves(List<Discovered> items) {
        var waves = new ArrayList<List<Integer>>();
        var placed = new HashSet<String>();
        var left = new ArrayList<Integer>();
        for (int i = 0; i < items.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            var wave = new ArrayList<Integer>();
            var later = new ArrayList<Integer>();
            for (var index : left) {
                (ready(items.get(index), placed) ? wave : later).add(index);
            }
            if (wave.isEmpty()) {
                waves.add(later);
                break;
            }
            waves.add(wave);
            wave.forEach(it -> placed.add(items.get(it).ref()));
            left = later;
        }
        return waves;
    }

    private static boolean ready(Discovered item, Set<String> placed) {
        return item.identifiers().stream()
                .filter(it -> it.kind().equals(Identifier.NAME_IN_PARENT))
                .allMatch(it -> placed.contains(Objects.requireNonNullElse(it.scope(), "")));
    }
}
