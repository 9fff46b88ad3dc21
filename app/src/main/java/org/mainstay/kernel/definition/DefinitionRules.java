package org.mainstay.kernel.definition;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// What holds for definitions, whoever writes them.
final class DefinitionRules {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_]*");
    private static final Pattern FIELD_CODE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int DEEPEST = 20;

    private DefinitionRules() {}

    record OfPicks() implements Rule {

        @Override
        public String type() {
            return "pick";
        }

        @Override
        public void apply(Draft draft) {
            DefinitionCodes.shaped(draft, PickType.LIST, CustomField.LIST);
            DefinitionCodes.shaped(draft, PickType.CODE, CODE);
            DefinitionCodes.fixed(draft, PickType.LIST, PickType.CODE);
        }
    }

    record OfCategories() implements Rule {

        @Override
        public String type() {
            return "category";
        }

        @Override
        public void apply(Draft draft) {
            if (draft.changes(CategoryType.PARENT) && below(draft)) {
                draft.refuse(CategoryType.PARENT, "kernel.definition.category_circle");
            }
        }

        /// Whether the new parent is the category itself or below it, or the tree would become too deep.
        private static boolean below(Draft draft) {
            @Nullable UUID above = draft.get(CategoryType.PARENT);
            for (int level = 0; above != null; level++) {
                if (above.equals(draft.id()) || level == DEEPEST) {
                    return true;
                }
                above = draft.lookup()
                        .get(CategoryType.CATEGORY, above)
                        .map(it -> it.get(CategoryType.PARENT))
                        .orElse(null);
            }
            return false;
        }
    }

    record OfCustomFields(RecordTypes types) implements Rule {

        @Override
        public String type() {
            return "custom_field";
        }

        @Override
        public void apply(Draft draft) {
            coded(draft);
            DefinitionCodes.shaped(draft, CustomFieldType.CODE, FIELD_CODE);
            DefinitionCodes.fixed(
                    draft,
                    CustomFieldType.RECORD_TYPE,
                    CustomFieldType.CODE,
                    CustomFieldType.KIND,
                    CustomFieldType.OPTIONS);
            var sort = draft.get(CustomFieldType.KIND);
            if (sort != null) {
                CustomField.check(draft, sort, CustomFieldType.OPTIONS, CustomFieldType.IS_SEARCHED, types::byCode);
            }
        }

        private static void coded(Draft draft) {
            var label = draft.get(CustomFieldType.LABEL);
            if (draft.created() && draft.get(CustomFieldType.CODE) == null && label != null) {
                var slug = Texts.slug(label, '_');
                draft.set(CustomFieldType.CODE, FIELD_CODE.matcher(slug).matches() ? slug : "field_" + slug);
            }
        }
    }
}
