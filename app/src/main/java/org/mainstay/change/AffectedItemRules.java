package org.mainstay.change;

import org.mainstay.change.Change.State;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Values;

/// Each item is spoken of once for a change, with a reason where the graph is contradicted, until work begins.
final class AffectedItemRules implements Rule {

    @Override
    public String type() {
        return "affected_item";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()) {
            var change = Belonging.check(draft, AffectedItemType.CHANGE);
            draft.set(AffectedItemType.NAME, change.map(it -> it.number()).orElse("-"));
            once(draft);
            if (!draft.plan().asItWas()
                    && change.filter(it -> it.need(ChangeType.STATE) == State.REVIEW)
                            .isPresent()) {
                draft.refuse(AffectedItemType.CHANGE, "change.plan.sealed");
            }
        }
        var reason = draft.get(AffectedItemType.REASON);
        if (Boolean.TRUE.equals(draft.get(AffectedItemType.EXCLUDED))
                && (reason == null || reason.isBlank())
                && !draft.plan().asItWas()) {
            draft.refuse(AffectedItemType.REASON, "affected_item.reason.needed");
        }
    }

    private static void once(Draft draft) {
        var change = draft.get(AffectedItemType.CHANGE);
        var item = draft.get(AffectedItemType.ITEM);
        if (change == null || item == null) {
            return;
        }
        var values = new Values().set(AffectedItemType.CHANGE, change).set(AffectedItemType.ITEM, item);
        if (draft.lookup().having(AffectedItemType.AFFECTED_ITEM, values, 2).stream()
                .anyMatch(it -> !it.id().equals(draft.id()))) {
            draft.refuse(AffectedItemType.ITEM, "affected_item.twice");
        }
    }
}
