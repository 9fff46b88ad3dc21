package org.mainstay.cmdb.classes;

import java.util.Arrays;
import java.util.List;
import org.mainstay.kernel.definition.CustomField;
import org.mainstay.kernel.definition.DefinitionCodes;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Kind;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordTypes;

/// What holds for classes and their attributes, whoever writes them.
final class ItemClassRules {

    private ItemClassRules() {}

    /// The codes of a display.
    static List<String> codes(String display) {
        return Arrays.stream(display.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    record OfClasses(RecordTypes types) implements Rule {

        @Override
        public String type() {
            return "ci_class";
        }

        @Override
        public void apply(Draft draft) {
            DefinitionCodes.coded(draft, ItemClassType.CODE, ItemClassType.LABEL);
            DefinitionCodes.fixed(draft, ItemClassType.CODE, ItemClassType.PARENT);
            displayed(draft);
            if (draft.created() && depth(draft) > ItemClasses.DEEPEST) {
                draft.refuse(ItemClassType.PARENT, "cmdb.class.too_deep", ItemClasses.DEEPEST);
            }
        }

        private void displayed(Draft draft) {
            var display = draft.get(ItemClassType.DISPLAY);
            if (display != null && draft.changes(ItemClassType.DISPLAY)) {
                codes(display).stream()
                        .filter(it -> types.need(ItemClasses.ITEM)
                                .attribute(it)
                                .filter(known -> known.kind() instanceof Kind.Text)
                                .isEmpty())
                        .forEach(it -> draft.refuse(ItemClassType.DISPLAY, "cmdb.class.no_such_text", it));
            }
        }

        private static int depth(Draft draft) {
            int depth = 1;
            var above = draft.get(ItemClassType.PARENT);
            while (above != null && depth <= ItemClasses.DEEPEST) {
                depth++;
                above = draft.lookup()
                        .get(ItemClassType.ITEM_CLASS, above)
                        .map(it -> it.get(ItemClassType.PARENT))
                        .orElse(null);
            }
            return depth;
        }
    }

    record OfAttributes(ItemClasses classes, RecordTypes types) implements Rule {

        @Override
        public String type() {
            return "ci_attribute";
        }

        @Override
        public void apply(Draft draft) {
            DefinitionCodes.coded(draft, ItemAttributeType.CODE, ItemAttributeType.LABEL);
            DefinitionCodes.fixed(
                    draft, ItemAttributeType.ITEM_CLASS, ItemAttributeType.CODE, ItemAttributeType.OPTIONS);
            var sort = draft.get(ItemAttributeType.KIND);
            var code = draft.get(ItemAttributeType.CODE);
            if (sort != null) {
                CustomField.check(draft, sort, ItemAttributeType.OPTIONS, ItemAttributeType.IS_SEARCHED, types::byCode);
            }
            if (draft.created() && code != null && sort != null) {
                alone(draft, code, sort);
            }
        }

        /// One code means one thing in the whole tree, and no item has it twice.
        private void alone(Draft draft, String code, CustomField.Sort sort) {
            if (types.need(ItemClasses.ITEM)
                    .attribute(code)
                    .filter(it -> it.only() == null)
                    .isPresent()) {
                draft.refuse(ItemAttributeType.CODE, "cmdb.attribute.shipped", code);
            }
            var itemClass = String.valueOf(draft.get(ItemAttributeType.ITEM_CLASS));
            for (var other : classes.definitions(code)) {
                var same = other.sort() == sort
                        && String.valueOf(other.options()).equals(String.valueOf(draft.get(ItemAttributeType.OPTIONS)));
                if (!same) {
                    draft.refuse(ItemAttributeType.KIND, "cmdb.attribute.other_kind", code, other.itemClass());
                    return;
                }
                if (classes.within(other.itemClass()).contains(itemClass)
                        || classes.within(itemClass).contains(other.itemClass())) {
                    draft.refuse(ItemAttributeType.CODE, "cmdb.attribute.twice", code, other.itemClass());
                    return;
                }
            }
        }
    }
}
