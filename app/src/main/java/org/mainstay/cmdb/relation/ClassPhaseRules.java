package org.mainstay.cmdb.relation;

import org.mainstay.cmdb.classes.ItemClass.Phase;
import org.mainstay.cmdb.classes.ItemClassType;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// A class does not become one of design time while failure travels through its items.
record ClassPhaseRules(KnownRelationTypes types, RelationQueries queries) implements Rule {

    @Override
    public String type() {
        return "ci_class";
    }

    @Override
    public void apply(Draft draft) {
        if (draft.created()
                || !draft.changes(ItemClassType.PHASE)
                || draft.get(ItemClassType.PHASE) != Phase.DESIGN_TIME) {
            return;
        }
        var carrying = types.all().stream()
                .filter(it -> it.failure() != RelationType.Failure.NONE)
                .map(RelationType::code)
                .toList();
        var some = queries.ofClass(String.valueOf(draft.get(ItemClassType.CODE)), carrying);
        if (!some.isEmpty()) {
            draft.refuse(ItemClassType.PHASE, "cmdb.class.has_relations", String.join(", ", some));
        }
    }
}
