package org.mainstay.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;

/// Nothing is below itself, and no tree is deeper than twenty levels.
record TreeRules(RecordType<Snapshot> tree, Attribute<UUID> parent) implements Rule {

    private static final int DEEPEST = 20;

    @Override
    public String type() {
        return tree.code();
    }

    @Override
    public void apply(Draft draft) {
        if (!draft.changes(parent)) {
            return;
        }
        UUID above = draft.get(parent);
        for (int depth = 1; above != null; depth++) {
            if (above.equals(draft.id()) || depth > DEEPEST) {
                draft.refuse(parent, "people.tree.below_itself", DEEPEST);
                return;
            }
            above = above(draft, above);
        }
    }

    private @Nullable UUID above(Draft draft, UUID id) {
        return draft.lookup().get(tree, id).map(it -> it.get(parent)).orElse(null);
    }
}
