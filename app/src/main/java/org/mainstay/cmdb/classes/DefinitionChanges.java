package org.mainstay.cmdb.classes;

import java.util.Set;
import org.mainstay.cmdb.classes.ItemClass.Phase;
import org.mainstay.kernel.definition.CustomField.Sort;
import org.mainstay.kernel.definition.DefinitionQueries.Uses;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;

/// What a changed definition means to the items that are there: a preview tells it, and what would lose something is
/// refused.
final class DefinitionChanges {

    private DefinitionChanges() {}

    record OfAttributes(ClassUses uses) implements Rule {

        /// Kinds whose values are values of another, too.
        private record Widening(Sort from, Sort to) {}

        private static final Set<Widening> WIDER =
                Set.of(new Widening(Sort.TEXT, Sort.PROSE), new Widening(Sort.WHOLE, Sort.DECIMAL));

        @Override
        public String type() {
            return "ci_attribute";
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()) {
                return;
            }
            if (draft.changes(ItemAttributeType.KIND)) {
                kind(draft);
            }
            if (draft.changes(ItemAttributeType.UNIT)) {
                remark(draft, "cmdb.attribute.other_unit", items(draft, true));
            }
            if (draft.changes(ItemAttributeType.IS_REQUIRED)
                    && Boolean.TRUE.equals(draft.get(ItemAttributeType.IS_REQUIRED))) {
                remark(draft, "cmdb.attribute.becomes_required", items(draft, false));
            }
        }

        private void kind(Draft draft) {
            var old = draft.old(ItemAttributeType.KIND);
            var now = draft.get(ItemAttributeType.KIND);
            if (old == null || now == null) {
                return;
            }
            var with = items(draft, true);
            if (!WIDER.contains(new Widening(old, now))) {
                draft.refuse(ItemAttributeType.KIND, "cmdb.attribute.kind_stays", with.count(), with.examples());
            } else if (uses.classes()
                            .definitions(String.valueOf(draft.get(ItemAttributeType.CODE)))
                            .size()
                    > 1) {
                draft.refuse(ItemAttributeType.KIND, "cmdb.attribute.shared");
            } else {
                remark(draft, "cmdb.attribute.wider", with);
            }
        }

        private Uses items(Draft draft, boolean present) {
            return uses.items(
                    String.valueOf(draft.get(ItemAttributeType.ITEM_CLASS)),
                    String.valueOf(draft.get(ItemAttributeType.CODE)),
                    present);
        }
    }

    record OfClasses(ClassUses uses) implements Rule {

        @Override
        public String type() {
            return "ci_class";
        }

        @Override
        public void apply(Draft draft) {
            if (draft.created()) {
                return;
            }
            var code = String.valueOf(draft.get(ItemClassType.CODE));
            if (draft.changes(ItemClassType.ABSTRACT) && Boolean.TRUE.equals(draft.get(ItemClassType.ABSTRACT))) {
                var items = uses.items(code);
                if (!items.none()) {
                    draft.refuse(ItemClassType.ABSTRACT, "cmdb.class.has_items", items.count(), items.examples());
                }
            }
            if (draft.changes(ItemClassType.ACTIVE) && Boolean.FALSE.equals(draft.get(ItemClassType.ACTIVE))) {
                remark(draft, "cmdb.class.keeps_items", uses.items(code));
            }
            if (draft.changes(ItemClassType.PHASE) && draft.get(ItemClassType.PHASE) == Phase.DESIGN_TIME) {
                remark(draft, "cmdb.class.becomes_design_time", uses.items(code));
            }
        }
    }

    private static void remark(Draft draft, String key, Uses of) {
        draft.remark(of.none() ? "cmdb.definition.none" : key, of.count(), of.examples());
    }
}
