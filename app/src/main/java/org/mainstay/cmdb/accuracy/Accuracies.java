package org.mainstay.cmdb.accuracy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.cmdb.accuracy.AccuracyQueries.Group;
import org.mainstay.cmdb.accuracy.AccuracyQueries.Measured;
import org.mainstay.cmdb.accuracy.AccuracyQueries.Value;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Source;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;

/// Knows how true items are: of all of them as measured every now and then, of some at once.
public final class Accuracies {

    /// What was confirmed longer ago says nothing any more.
    static final Duration LATELY = Duration.ofDays(90);

    private static final int AT_ONCE = 20_000;

    private final AccuracyQueries queries;
    private final RecordTypes types;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable Round round;

    Accuracies(AccuracyQueries queries, RecordTypes types, Transactions transactions, Clock clock) {
        this.queries = queries;
        this.types = types;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How true these items are, now.
    public Accuracy of(Collection<UUID> items) {
        return queries.of(items, prose(), since()).stream()
                .map(Measured::accuracy)
                .reduce(Accuracy.NONE, Accuracy::plus);
    }

    /// How true the items of each class and support group are that the actor sees, as measured last. What people
    /// checked counts at once.
    List<Measured> groups(Actor actor) {
        return queries.kept(ItemOrganisations.seen(actor), since());
    }

    Optional<Instant> measuredAt() {
        return queries.measuredAt();
    }

    Instant since() {
        return clock.instant().minus(LATELY);
    }

    /// Measures some thousand items more; what was known holds until all are measured.
    ///
    /// @return whether there are more
    synchronized boolean step() {
        var now = round == null ? new Round(since(), prose(), new LinkedHashMap<>(), null) : round;
        // a part that fails ends its round; the next one begins anew
        round = null;
        @Nullable UUID last = queries.further(now.after, AT_ONCE).orElse(null);
        queries.between(now.after, last, now.prose, now.since)
                .forEach(it -> now.sums.merge(it.group(), it, Measured::plus));
        if (last != null) {
            round = new Round(now.since, now.prose, now.sums, last);
            return true;
        }
        transactions.within(() -> {
            queries.keep(now.sums.values(), clock.instant());
            return true;
        });
        return false;
    }

    /// All of it, here and now.
    void measure() {
        while (step()) {}
    }

    /// How far the measuring has come.
    ///
    /// @param after the last item that was measured; null for none
    private record Round(
            Instant since,
            Set<String> prose,
            Map<Group, Measured> sums,
            @Nullable UUID after) {}

    /// The values of these items that sources confirm or contradict.
    Set<Value> known(Collection<UUID> items) {
        return Set.copyOf(queries.known(items, prose(), since()));
    }

    private Set<String> prose() {
        return types.need(ConfigurationItemType.CONFIGURATION_ITEM.code()).attributes().stream()
                .filter(it -> it.kind() instanceof Kind.Prose
                        && it.source() instanceof Source.Key key
                        && key.column().equals(AccuracyQueries.OF_CLASSES))
                .map(Attribute::code)
                .collect(Collectors.toSet());
    }
}
