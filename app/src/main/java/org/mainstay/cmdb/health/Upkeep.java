package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mainstay.cmdb.ConfigurationItem.Status;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.reconciliation.ReconciliationQueries;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.Sort;
import org.mainstay.cmdb.reconciliation.ReconciliationTaskType.State;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Header;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.Saved;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.PlainSql;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what staleness policies say: asks people about items that nobody confirmed, retires those that nobody answered
/// for, archives what has been retired for long. Each item in a transaction of its own, so a run that ends half-way is
/// gone on with by the next, and what somebody else is just changing waits for it.
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /// So many items of a policy are changed in one run, by each step.
    private static final int MOST = 500;

    /// So many are looked at for it, the others in a later run.
    private static final int MOST_LOOKED_AT = 20_000;

    private static final int TOGETHER = 100;
    private static final int LONGEST = 400;
    private static final int SUMMARY = 200;

    private final HealthDefinitions definitions;
    private final UpkeepQueries queries;
    private final Protection protection;
    private final RecordStore store;
    private final Messages messages;
    private final Clock clock;

    Upkeep(
            HealthDefinitions definitions,
            UpkeepQueries queries,
            Protection protection,
            RecordStore store,
            Messages messages,
            Clock clock) {
        this.definitions = definitions;
        this.queries = queries;
        this.protection = protection;
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        answered();
        for (var policy : definitions.policies()) {
            var classes =
                    policy.source() == null ? definitions.governed(policy) : definitions.within(policy.itemClass());
            int room = (int) Math.min(MOST, policy.atMost() - queries.open(policy.id()));
            if (room > 0) {
                queries.toAsk(policy.id(), classes, policy.verifyBefore(now), policy.source(), room)
                        .forEach(it -> ask(policy, it, now));
            }
            var retireAfter = policy.retireAfter();
            if (policy.retires() && retireAfter != null) {
                retire(policy, retireAfter, now);
            }
            var archiveAfter = policy.archiveAfter();
            if (policy.archives() && archiveAfter != null) {
                archive(policy, archiveAfter, now);
            }
        }
    }

    private static Plan plan(StalenessPolicy policy) {
        return Plan.of(new Cause(
                Cause.Sort.RULE, ReconciliationQueries.POLICY, policy.id().toString()));
    }

    private Optional<Snapshot> item(UUID id) {
        return store.get(HealthModule.HOUSE, ConfigurationItemType.CONFIGURATION_ITEM, id);
    }

    private Optional<Snapshot> task(UUID id) {
        return store.get(HealthModule.HOUSE, ReconciliationTaskType.RECONCILIATION_TASK, id);
    }

    /// Ends questions that were answered by what became of the item.
    private void answered() {
        for (var one : queries.answered(MOST)) {
            task(one.task()).ifPresent(task -> {
                var plan = Plan.of(Cause.job("upkeep"));
                plan.edit(task).set(ReconciliationTaskType.STATE, State.DONE);
                item(one.item())
                        .filter(it -> it.get(ConfigurationItemType.ASKED_AT) != null)
                        .ifPresent(it -> plan.edit(it).set(ConfigurationItemType.ASKED_AT, null));
                save(plan);
            });
        }
    }

    private void ask(StalenessPolicy policy, UUID id, Instant now) {
        item(id).filter(it -> it.get(ConfigurationItemType.ASKED_AT) == null).ifPresent(item -> {
            var plan = plan(policy);
            var values = plan.create(ReconciliationTaskType.RECONCILIATION_TASK)
                    .values()
                    .set(ReconciliationTaskType.KIND, Sort.VERIFICATION)
                    .set(ReconciliationTaskType.SUMMARY, Texts.cut(say("staleness.task", item.label()), SUMMARY))
                    .set(ReconciliationTaskType.ITEM, id)
                    .set(ReconciliationTaskType.POLICY, policy.id())
                    .set(ReconciliationTaskType.REASON, Texts.cut(say("staleness.task.reason", day(id)), LONGEST))
                    .set(Header.ORGANISATION, item.organisation());
            if (item.get(ConfigurationItemType.OWNER) instanceof UUID owner) {
                values.set(ReconciliationTaskType.ASSIGNEE, owner);
            }
            if (item.get(ConfigurationItemType.SUPPORT_GROUP) instanceof UUID group) {
                values.set(ReconciliationTaskType.GROUP, group);
            }
            plan.edit(item).set(ConfigurationItemType.ASKED_AT, now);
            save(plan);
        });
    }

    private String day(UUID item) {
        return queries.confirmed(item).toString().substring(0, 10);
    }

    private String say(String key, Object... arguments) {
        return messages.say(Locale.ENGLISH, key, arguments);
    }

    /// Only what people were asked about, for as long as the term between asking and retiring.
    private void retire(StalenessPolicy policy, long retireAfter, Instant now) {
        var before = now.minus(Duration.ofDays(retireAfter));
        var asked = now.minus(Duration.ofDays(retireAfter - policy.verifyAfter()));
        var classes = definitions.governed(policy);
        each(
                after -> queries.toRetire(classes, before, asked, after, TOGETHER),
                UpkeepQueries.Unanswered::item,
                one -> item(one.item())
                        .filter(it -> untouched(it, now) && it.get(ConfigurationItemType.ASKED_AT) != null)
                        .flatMap(item -> task(one.task())
                                .filter(it -> untouched(it, now) && it.need(ReconciliationTaskType.STATE) == State.OPEN)
                                .map(task -> retire(policy, item, task)))
                        .orElse(Done.NOTHING));
    }

    private enum Done {
        CHANGED,
        NOTHING,
        /// Nothing can be said about any item yet.
        NOT_NOW
    }

    /// Goes through what a policy is about until enough was changed, past what is kept as it is.
    private static <T> void each(Function<UUID, List<T>> next, Function<T, UUID> item, Function<T, Done> work) {
        var after = PlainSql.FIRST;
        int changed = 0;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += TOGETHER) {
            var some = next.apply(after);
            for (var one : some) {
                after = item.apply(one);
                var done = work.apply(one);
                changed += done == Done.CHANGED ? 1 : 0;
                if (done == Done.NOT_NOW || changed == MOST) {
                    return;
                }
            }
            if (some.size() < TOGETHER) {
                return;
            }
        }
    }

    /// What somebody did to a record while this runs is not looked at again before the next time.
    private static boolean untouched(Snapshot record, Instant since) {
        return !record.need(Header.UPDATED_AT).isAfter(since);
    }

    private Done retire(StalenessPolicy policy, Snapshot item, Snapshot task) {
        var plan = plan(policy);
        switch (protection.of(item)) {
            case Protection.Answer.Unknown _ -> {
                return Done.NOT_NOW;
            }
            case Protection.Answer.Kept(var why) -> {
                var reason = Texts.cut(messages.say(why, Locale.ENGLISH), LONGEST);
                if (Objects.equals(task.get(ReconciliationTaskType.REASON), reason)) {
                    return Done.NOTHING;
                }
                plan.edit(task).set(ReconciliationTaskType.REASON, reason);
            }
            case Protection.Answer.Free _ -> {
                plan.edit(item)
                        .set(ConfigurationItemType.STATUS, Status.RETIRED)
                        .set(ConfigurationItemType.ASKED_AT, null);
                plan.edit(task).set(ReconciliationTaskType.STATE, State.DONE);
            }
        }
        return save(plan);
    }

    private Done save(Plan plan) {
        return switch (store.save(HealthModule.UPKEEP, plan)) {
            case Saved.Done _ -> Done.CHANGED;
            case Saved.Stale _ -> Done.NOTHING;
            case Saved.Refused(var problems) -> {
                LOG.warn("What a staleness policy asks for is refused: {}", problems);
                yield Done.NOTHING;
            }
        };
    }

    private void archive(StalenessPolicy policy, long archiveAfter, Instant now) {
        var before = now.minus(Duration.ofDays(archiveAfter));
        var classes = definitions.governed(policy);
        var retired = retiredBefore(policy, archiveAfter, now);
        each(
                after -> queries.toArchive(classes, before, retired, after, TOGETHER),
                Function.identity(),
                id -> item(id).filter(it -> untouched(it, now)
                                && it.need(ConfigurationItemType.STATUS) == Status.RETIRED
                                && it.get(ConfigurationItemType.ARCHIVED_AT) == null)
                        .map(it -> archive(policy, it, now))
                        .orElse(Done.NOTHING));
    }

    private Done archive(StalenessPolicy policy, Snapshot item, Instant now) {
        return switch (protection.of(item)) {
            case Protection.Answer.Unknown _ -> Done.NOT_NOW;
            case Protection.Answer.Kept _ -> Done.NOTHING;
            case Protection.Answer.Free _ -> {
                var plan = plan(policy);
                plan.edit(item).set(ConfigurationItemType.ARCHIVED_AT, now);
                yield save(plan);
            }
        };
    }

    /// What was retired later stays in lists: as long as from retiring to archiving.
    static Instant retiredBefore(StalenessPolicy policy, long archiveAfter, Instant now) {
        var retireAfter = policy.retireAfter();
        return now.minus(Duration.ofDays(archiveAfter - (retireAfter == null ? policy.verifyAfter() : retireAfter)));
    }
}
