package org.mainstay.cmdb.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Message;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Values;

/// What holds for staleness policies, and what a preview says of them: how many items each step is about now.
final class PolicyChecks implements Rule {

    private final HealthDefinitions definitions;
    private final UpkeepQueries queries;
    private final Clock clock;

    PolicyChecks(HealthDefinitions definitions, UpkeepQueries queries, Clock clock) {
        this.definitions = definitions;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public String type() {
        return StalenessPolicyType.STALENESS_POLICY.code();
    }

    @Override
    public void apply(Draft draft) {
        var verify = draft.get(StalenessPolicyType.VERIFY_AFTER);
        if (verify == null) {
            return;
        }
        var retire = draft.get(StalenessPolicyType.RETIRE_AFTER);
        boolean retires = yes(draft, StalenessPolicyType.RETIRES);
        boolean archives = yes(draft, StalenessPolicyType.ARCHIVES);
        term(draft, StalenessPolicyType.RETIRE_AFTER, verify, retires);
        term(draft, StalenessPolicyType.ARCHIVE_AFTER, retire == null ? verify : Math.max(verify, retire), archives);
        if (draft.get(StalenessPolicyType.SOURCE) != null && (retires || archives)) {
            draft.refuse(
                    retires ? StalenessPolicyType.RETIRES : StalenessPolicyType.ARCHIVES, "staleness.source_only_asks");
        }
        if (yes(draft, StalenessPolicyType.ACTIVE)) {
            alone(draft);
            if (draft.problems().isEmpty() && !draft.plan().asItWas()) {
                preview(draft);
            }
        }
    }

    private static boolean yes(Draft draft, Attribute<Boolean> attribute) {
        return Boolean.TRUE.equals(draft.get(attribute));
    }

    private static void term(Draft draft, Attribute<Long> attribute, long after, boolean needed) {
        var days = draft.get(attribute);
        if (days == null && needed) {
            draft.refuse(attribute, "kernel.save.required");
        } else if (days != null && days <= after) {
            draft.refuse(attribute, "staleness.out_of_order", after);
        }
    }

    /// Of two policies for one class nobody could tell which one counts.
    private static void alone(Draft draft) {
        boolean asked = draft.created()
                || draft.changes(StalenessPolicyType.ACTIVE)
                || draft.changes(StalenessPolicyType.ITEM_CLASS)
                || draft.changes(StalenessPolicyType.SOURCE);
        var same = new Values()
                .set(StalenessPolicyType.ITEM_CLASS, draft.get(StalenessPolicyType.ITEM_CLASS))
                .set(StalenessPolicyType.SOURCE, draft.get(StalenessPolicyType.SOURCE))
                .set(StalenessPolicyType.ACTIVE, true);
        if (asked) {
            draft.lookup().having(StalenessPolicyType.STALENESS_POLICY, same, 2).stream()
                    .filter(it -> !it.id().equals(draft.id()))
                    .findFirst()
                    .ifPresent(it -> draft.refuse(
                            StalenessPolicyType.ITEM_CLASS, "staleness.another", it.need(StalenessPolicyType.NAME)));
        }
    }

    private void preview(Draft draft) {
        var after = draft.after();
        if (after.get(StalenessPolicyType.NAME) == null || after.get(StalenessPolicyType.AT_MOST) == null) {
            return;
        }
        var policy = StalenessPolicy.of(after);
        var now = clock.instant();
        var classes = policy.source() == null ? definitions.governed(policy) : definitions.within(policy.itemClass());
        remark(
                draft,
                "staleness.preview.ask",
                () -> queries.countToAsk(draft.id(), classes, policy.verifyBefore(now), policy.source()),
                policy.atMost());
        var retire = policy.retireAfter();
        if (policy.retires() && retire != null) {
            remark(
                    draft,
                    "staleness.preview.retire",
                    () -> queries.countToRetire(classes, now.minus(Duration.ofDays(retire))),
                    retire - policy.verifyAfter());
        }
        var archive = policy.archiveAfter();
        if (policy.archives() && archive != null) {
            remark(
                    draft,
                    "staleness.preview.archive",
                    () -> queries.countToArchive(
                            classes, now.minus(Duration.ofDays(archive)), Upkeep.retiredBefore(policy, archive, now)),
                    null);
        }
    }

    /// @param counted beyond which it was not counted is said as such
    private static void remark(Draft draft, String key, LongSupplier counted, @Nullable Object more) {
        draft.remark(() -> {
            long count = counted.getAsLong();
            boolean far = count > UpkeepQueries.FAR;
            return Message.of(
                    key, Math.min(count, UpkeepQueries.FAR), Objects.requireNonNullElse(more, ""), far ? 1 : 0);
        });
    }
}
