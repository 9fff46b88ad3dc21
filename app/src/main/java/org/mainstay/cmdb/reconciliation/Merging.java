package org.mainstay.cmdb.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.reconciliation.MergeQueries.Merge;
import org.mainstay.cmdb.relation.Relations;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Attribute.Trait;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Step;
import org.mainstay.kernel.store.Query;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;

/// Makes one item of two: whatever refers to the duplicate refers to the survivor, which gets what it lacks, and the
/// duplicate is retired. All of it is one operation, which can be undone for a month.
final class Merging {

    static final Duration UNDONE_WITHIN = Duration.ofDays(30);

    private static final int PAGE = 500;

    /// What a source or a person says of one thing alone.
    static final List<Attribute<?>> OWN = List.of(
            ConfigurationItemType.CLASS,
            ConfigurationItemType.STATUS,
            ConfigurationItemType.VALID_FROM,
            ConfigurationItemType.VALID_TO,
            Header.ORGANISATION);

    private final RecordStore store;
    private final RecordTypes types;
    private final ReconciliationQueries queries;
    private final MergeQueries merges;
    private final Tasks tasks;
    private final Undo undo;
    private final Transactions transactions;
    private final Clock clock;

    Merging(
            RecordStore store,
            RecordTypes types,
            ReconciliationQueries queries,
            MergeQueries merges,
            Tasks tasks,
            Undo undo,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.queries = queries;
        this.merges = merges;
        this.tasks = tasks;
        this.undo = undo;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// That it cannot be done; undoes what was done of it.
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        Refused(List<Problem> problems) {
            super("refused", null, false, false);
            this.problems = problems;
        }
    }

    /// Merges what a source takes for one thing.
    ///
    /// @return false where it cannot be done
    boolean merge(Delivery delivery, UUID survivor, UUID duplicate) {
        return merge(delivery.actor(), delivery.cause(), survivor, duplicate).isEmpty();
    }

    void propose(Delivery delivery, UUID one, UUID other) {
        var both = store.get(delivery.actor(), ConfigurationItemType.CONFIGURATION_ITEM, List.of(one, other));
        if (both.size() == 2) {
            tasks.duplicate(delivery, both.getFirst(), both.getLast());
        }
    }

    /// Whatever refers to the duplicate moves, also what the actor does not see.
    ///
    /// @param by who says so
    /// @return why not; empty when it is done
    List<Problem> merge(Actor by, Cause cause, UUID survivor, UUID duplicate) {
        var reader = new Actor.Machine(Delivery.MACHINE, "discovery", by.organisation());
        try {
            return transactions.within(() -> {
                done(by, reader, cause, survivor, duplicate);
                return List.<Problem>of();
            });
        } catch (Refused e) {
            return e.problems;
        }
    }

    private void done(Actor by, Actor reader, Cause cause, UUID survivorId, UUID duplicateId) {
        queries.hold(List.of(survivorId, duplicateId));
        var survivor = item(reader, survivorId);
        var duplicate = item(reader, duplicateId);
        var refusal = refusal(survivor, duplicate);
        if (refusal != null) {
            throw new Refused(List.of(refusal));
        }
        var operation = Plan.newId();
        for (var type : types.all()) {
            repoint(by, reader, cause, operation, type, survivor, duplicate);
        }
        var plan = new Plan(cause, operation, null, false, new ArrayList<>());
        // the duplicate first, because two active items cannot hold one serial number
        plan.edit(duplicate)
                .set(ConfigurationItemType.STATUS, Status.RETIRED)
                .set(ConfigurationItemType.MERGED_INTO, survivorId);
        fill(plan.edit(survivor), survivor, duplicate);
        saved(by, plan);
        merges.handOver(survivorId, duplicateId);
        var sources = combine(survivorId, duplicateId);
        merges.save(new Merge(operation, survivorId, duplicateId, clock.instant(), sources), by.id());
        tasks.merged(reader, survivorId, duplicateId);
    }

    private static @Nullable Problem refusal(Snapshot survivor, Snapshot duplicate) {
        if (survivor.id().equals(duplicate.id())) {
            return new Problem(
                    "duplicate", Problem.of("reconciliation.merge.itself").reason());
        }
        if (!survivor.organisation().equals(duplicate.organisation())) {
            return new Problem(
                    "duplicate",
                    Problem.of("reconciliation.merge.organisations").reason());
        }
        if (duplicate.get(ConfigurationItemType.MERGED_INTO) != null) {
            return new Problem(
                    "duplicate", Problem.of("reconciliation.merge.already").reason());
        }
        if (survivor.need(ConfigurationItemType.STATUS) == Status.RETIRED) {
            return Problem.of("reconciliation.merge.retired");
        }
        return null;
    }

    private Snapshot item(Actor reader, UUID id) {
        return store.get(reader, ConfigurationItemType.CONFIGURATION_ITEM, id)
                .orElseThrow(() -> new Refused(List.of(Problem.of("reconciliation.gone_meanwhile"))));
    }

    private void saved(Actor by, Plan plan) {
        switch (store.save(by, plan)) {
            case Saved.Done _ -> {}
            case Saved.Refused(var problems) -> throw new Refused(problems);
            case Saved.Stale _ -> throw new Refused(List.of(Problem.of("reconciliation.gone_meanwhile")));
        }
    }

    private void repoint(
            Actor by,
            Actor reader,
            Cause cause,
            UUID operation,
            RecordType<?> type,
            Snapshot survivor,
            Snapshot duplicate) {
        if (type.code().equals(ReconciliationTaskType.RECONCILIATION_TASK.code())) {
            return;
        }
        for (Attribute<?> attribute : type.attributes()) {
            boolean refers = "configuration_item".equals(attribute.kind().target())
                    && attribute.recorded()
                    && attribute != ConfigurationItemType.MERGED_INTO;
            while (refers) {
                var page = store.list(
                        reader,
                        type,
                        Query.of(Filter.is(attribute, duplicate.id())).limit(PAGE));
                int moved = 0;
                for (var it : store.get(
                        reader, type, page.items().stream().map(Snapshot::id).toList())) {
                    var plan = new Plan(cause, operation, null, false, new ArrayList<>());
                    moved += repoint(plan.edit(it), reader, attribute, it, survivor, duplicate) ? 1 : 0;
                    saved(by, plan);
                }
                refers = page.items().size() == PAGE && moved > 0;
            }
        }
    }

    /// @return whether the record does not refer to the duplicate any more
    private boolean repoint(
            Step.Edit edit,
            Actor reader,
            Attribute<?> attribute,
            Snapshot record,
            Snapshot survivor,
            Snapshot duplicate) {
        if (record.type().code().equals(Relations.RELATION.code()) && !joins(reader, attribute, record, survivor)) {
            if (record.get(Relations.VALID_TO) == null) {
                edit.set(Relations.VALID_TO, clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
            return false;
        }
        switch (attribute.kind()) {
            case Kind.References _ -> {
                var ids = new LinkedHashSet<Object>((Set<?>) Objects.requireNonNull(record.get(attribute)));
                ids.remove(duplicate.id());
                ids.add(survivor.id());
                edit.values().put(attribute, ids);
            }
            default -> edit.values().put(attribute, survivor.id());
        }
        return true;
    }

    /// Whether the relation makes sense with the survivor at its end: not to itself, and not a second time.
    private boolean joins(Actor reader, Attribute<?> end, Snapshot relation, Snapshot survivor) {
        var from = end.code().equals(Relations.FROM.code()) ? survivor.id() : relation.need(Relations.FROM);
        var to = end.code().equals(Relations.TO.code()) ? survivor.id() : relation.need(Relations.TO);
        if (from.equals(to)) {
            return false;
        }
        var same = Filter.all(
                Filter.is(Relations.FROM, from),
                Filter.is(Relations.TO, to),
                Filter.is(Relations.TYPE, relation.need(Relations.TYPE)),
                new Filter.Empty(Filter.Path.of(Relations.VALID_TO)));
        return relation.get(Relations.VALID_TO) != null
                || store.count(reader, Relations.RELATION, same).value() == 0;
    }

    private void fill(Step.Edit edit, Snapshot survivor, Snapshot duplicate) {
        var itemClass = survivor.need(ConfigurationItemType.CLASS);
        for (Attribute<?> attribute : survivor.type().attributes()) {
            var value = duplicate.get(attribute);
            if (value != null
                    && survivor.get(attribute) == null
                    && attribute.recorded()
                    && !attribute.has(Trait.READ_ONLY)
                    && !OWN.contains(attribute)
                    && attribute.applies(_ -> itemClass)) {
                edit.values().put(attribute, value);
            }
        }
    }

    /// Gives the survivor what sources say of the duplicate.
    ///
    /// @return the sources that had said nothing of the survivor
    private List<UUID> combine(UUID survivor, UUID duplicate) {
        var both = queries.sightings(List.of(survivor, duplicate));
        var own = new LinkedHashMap<UUID, Sighting>();
        both.getOrDefault(survivor, List.of()).forEach(it -> own.put(it.source(), it));
        var combined = new ArrayList<Sighting>();
        var given = new ArrayList<UUID>();
        for (var other : both.getOrDefault(duplicate, List.of())) {
            var mine = own.get(other.source());
            if (mine == null) {
                given.add(other.source());
            }
            combined.add(other.joined(survivor, mine));
        }
        if (!combined.isEmpty()) {
            queries.save(combined);
        }
        return given;
    }

    /// What became of the wish to take a merge back.
    sealed interface Undoing {

        /// @param stays numbers of records that somebody changed since, which stay as they are
        record Done(List<String> stays) implements Undoing {}

        record Refused(Problem problem) implements Undoing {}
    }

    /// Takes a merge back: what it changed becomes what it was, except where somebody changed it since.
    Undoing undo(Actor by, Snapshot duplicate) {
        var merge = merges.ofDuplicate(duplicate.id()).orElse(null);
        if (merge == null) {
            return new Undoing.Refused(Problem.of("reconciliation.merge.none"));
        }
        if (merge.at().plus(UNDONE_WITHIN).isBefore(clock.instant())) {
            return new Undoing.Refused(Problem.of("reconciliation.merge.long_ago", UNDONE_WITHIN.toDays()));
        }
        return transactions.within(() -> {
            var stays = new ArrayList<String>();
            var operation = Plan.newId();
            var cause = Cause.undoing("merge", merge.id());
            merges.takeBack(merge.survivor(), merge.duplicate());
            for (var written : merges.written(merge.id())) {
                if (undo.undo(by, merge.id(), written.record(), cause, operation)
                        instanceof Undo.Undone.Refused refused) {
                    stays.add(refused.number());
                }
            }
            merge.sources().forEach(it -> queries.forget(merge.survivor(), it));
            merges.undone(merge.id(), clock.instant());
            return new Undoing.Done(List.copyOf(stays));
        });
    }
}
