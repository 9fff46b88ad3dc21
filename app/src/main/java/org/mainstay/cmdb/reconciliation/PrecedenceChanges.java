package org.mainstay.cmdb.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.RowCountQuery;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.reconciliation.SettlingQueries.Scope;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.store.Follower;

/// Sees to it that values follow a precedence rule, or how much a source is believed, from the moment it changes, and
/// says before how many would.
final class PrecedenceChanges {

    private static final int LOOKED_AT = 500;

    private PrecedenceChanges() {}

    private static @Nullable Scope scope(@Nullable Snapshot rule, ItemClasses classes) {
        if (rule == null || !rule.need(PrecedenceRuleType.ACTIVE)) {
            return null;
        }
        var itemClass = rule.get(PrecedenceRuleType.ITEM_CLASS);
        return new Scope(
                itemClass == null ? null : List.copyOf(classes.within(itemClass)),
                rule.get(PrecedenceRuleType.ATTRIBUTE),
                rule.get(PrecedenceRuleType.SOURCE));
    }

    /// Orders that values are settled anew, in the transaction that changes the rule.
    record OfRules(ItemClasses classes) implements Follower {

        @Override
        public String type() {
            return PrecedenceRuleType.PRECEDENCE_RULE.code();
        }

        @Override
        public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
            var orders = new ArrayList<RowCountQuery>();
            for (var change : changes) {
                var before = scope(change.before(), classes);
                var after = scope(change.after(), classes);
                if (before != null) {
                    orders.add(SettlingQueries.order(Plan.newId(), before));
                }
                if (after != null && !after.equals(before)) {
                    orders.add(SettlingQueries.order(Plan.newId(), after));
                }
            }
            return orders;
        }
    }

    /// The same where the rank or the freshness of a source changes.
    record OfSources() implements Follower {

        @Override
        public String type() {
            return DiscoverySourceType.DISCOVERY_SOURCE.code();
        }

        @Override
        public List<RowCountQuery> follow(List<Change> changes, Cause cause) {
            var orders = new ArrayList<RowCountQuery>();
            for (var change : changes) {
                var before = change.before();
                var after = change.after();
                if (before != null && after != null && weighs(before, after)) {
                    orders.add(SettlingQueries.order(Plan.newId(), new Scope(null, null, change.id())));
                }
            }
            return orders;
        }

        private static boolean weighs(Snapshot before, Snapshot after) {
            return !Objects.equals(before.get(DiscoverySourceType.RANK), after.get(DiscoverySourceType.RANK))
                    || !Objects.equals(
                            before.get(DiscoverySourceType.FRESH_DAYS), after.get(DiscoverySourceType.FRESH_DAYS));
        }
    }

    /// Says of how many values of the first items another source would be believed.
    record Preview(Supplier<Resettling> resettling, ReconciliationRules rules, ItemClasses classes) implements Rule {

        @Override
        public String type() {
            return PrecedenceRuleType.PRECEDENCE_RULE.code();
        }

        @Override
        public void apply(Draft draft) {
            RecordType<?> type = draft.type();
            boolean changes = type.attributes().stream().anyMatch(draft::changes);
            boolean whole = draft.get(PrecedenceRuleType.RANK) != null && draft.get(PrecedenceRuleType.ACTIVE) != null;
            if (!whole || !(draft.created() || changes) || draft.plan().asItWas()) {
                return;
            }
            var after = draft.after();
            var scope = scope(after, classes);
            var precedence = rules.precedence().with(draft.id(), scope == null ? null : PrecedenceRule.of(after));
            var of = scope == null ? scope(draft.before().orElse(null), classes) : scope;
            if (of != null) {
                draft.remark(
                        "reconciliation.precedence.would",
                        resettling.get().wouldChange(of, precedence, LOOKED_AT),
                        LOOKED_AT);
            }
        }
    }
}
