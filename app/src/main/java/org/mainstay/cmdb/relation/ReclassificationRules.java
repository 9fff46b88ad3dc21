package org.mainstay.cmdb.relation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.cmdb.ConfigurationItemType;
import org.mainstay.cmdb.ItemOrganisations;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.kernel.record.Values;

/// An item is not given a class that its relations do not join; whoever wants it ends them first.
record ReclassificationRules(KnownRelationTypes types, ClassPairs pairs) implements Rule {

    /// So many relations are looked at on either side, and so many are named.
    private static final int MANY = 1_000;

    private static final int NAMED = 20;

    @Override
    public String type() {
        return "configuration_item";
    }

    @Override
    public void apply(Draft draft) {
        boolean undone = draft.plan().cause().kind() == Cause.Sort.UNDO;
        if (draft.created() || undone || !draft.changes(ConfigurationItemType.CLASS)) {
            return;
        }
        int named = refuse(draft, Relations.FROM, Relations.TO, 0);
        refuse(draft, Relations.TO, Relations.FROM, named);
    }

    private int refuse(Draft draft, Attribute<UUID> end, Attribute<UUID> other, int before) {
        var seen = ItemOrganisations.seen(draft.actor());
        var values = new Values().set(end, draft.id()).set(Relations.VALID_TO, null);
        int named = before;
        boolean hidden = false;
        for (var relation : draft.lookup().having(Relations.RELATION, values, MANY)) {
            var at = draft.lookup()
                    .get(ConfigurationItemType.CONFIGURATION_ITEM, relation.need(other))
                    .orElse(null);
            if (at == null || allowed(draft, relation, at, end == Relations.FROM)) {
                continue;
            }
            if (!sees(seen, at)) {
                hidden = true;
            } else if (named++ < NAMED) {
                draft.refuse(
                        ConfigurationItemType.CLASS,
                        "cmdb.reclassify.relation",
                        relation.number(),
                        relation.need(Relations.TYPE),
                        at.label(),
                        at.need(ConfigurationItemType.CLASS));
            }
        }
        if (hidden) {
            draft.refuse(ConfigurationItemType.CLASS, "cmdb.reclassify.others");
        }
        return named;
    }

    private boolean allowed(Draft draft, Snapshot relation, Snapshot other, boolean from) {
        var itemClass = String.valueOf(draft.get(ConfigurationItemType.CLASS));
        var otherClass = other.need(ConfigurationItemType.CLASS);
        return types.find(relation.need(Relations.TYPE))
                .filter(it -> !pairs.allowed(it, from ? itemClass : otherClass, from ? otherClass : itemClass))
                .isEmpty();
    }

    private static boolean sees(@Nullable Set<UUID> organisations, Snapshot item) {
        return organisations == null || organisations.contains(item.organisation());
    }
}
