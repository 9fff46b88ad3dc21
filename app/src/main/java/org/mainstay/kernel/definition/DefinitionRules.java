package org.mainstay.kernel.definition;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Texts;
import org.mainstay.kernel.store.RecordTypes;

/// What holds for definitions, whoever writes them.
final class DefinitionRules {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_]*");
    private static final Pattern FIELD_CODE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern LIST = Pattern.compile("[a-z][a-z0-9_:.]*");
    private static final int DEEPEST = 20;

    private DefinitionRules() {}

    record OfPicks() implements Rule {

        @Override
        public String type() {
            return "pick";
        }

        @Override
        public void apply(Draft draft) {
            shaped(draft, PickType.LIST, LIST);
            shaped(draft, PickType.CODE, CODE);
            fixed(draft, PickType.LIST);
            fixed(draft, PickType.CODE);
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
            shaped(draft, CustomFieldType.CODE, FIELD_CODE);
            fixed(draft, CustomFieldType.RECORD_TYPE);
            fixed(draft, CustomFieldType.CODE);
            fixed(draft, CustomFieldType.KIND);
            fixed(draft, CustomFieldType.OPTIONS);
            var sort = draft.get(CustomFieldType.KIND);
            if (sort != null) {
                options(draft, sort);
            }
        }

        private static void coded(Draft draft) {
            var label = draft.get(CustomFieldType.LABEL);
            if (draft.created() && draft.get(CustomFieldType.CODE) == null && label != null) {
                var slug = Texts.slug(label, '_');
                draft.set(CustomFieldType.CODE, FIELD_CODE.matcher(slug).matches() ? slug : "field_" + slug);
            }
        }

        private void options(Draft draft, CustomField.Sort sort) {
            var options = draft.get(CustomFieldType.OPTIONS);
            boolean needed = sort == CustomField.Sort.PICK || sort.pointsAtRecords();
            if (needed && options == null) {
                draft.refuse(CustomFieldType.OPTIONS, "kernel.save.required");
            } else if (!needed && options != null) {
                draft.refuse(CustomFieldType.OPTIONS, "kernel.definition.no_options");
            } else if (sort.pointsAtRecords()) {
                known(draft, CustomFieldType.OPTIONS);
            } else if (sort == CustomField.Sort.PICK) {
                shaped(draft, CustomFieldType.OPTIONS, LIST);
            }
            if (Boolean.TRUE.equals(draft.get(CustomFieldType.IS_SEARCHED)) && !sort.isText()) {
                draft.refuse(CustomFieldType.IS_SEARCHED, "kernel.definition.only_texts_are_searched");
            }
        }

        private void known(Draft draft, Attribute<String> attribute) {
            var code = draft.get(attribute);
            if (code != null && types.byCode(code).isEmpty()) {
                draft.refuse(attribute, "kernel.definition.unknown_type", code);
            }
        }
    }

    private static void shaped(Draft draft, Attribute<String> attribute, Pattern shape) {
        var value = draft.get(attribute);
        if (value != null && draft.changes(attribute) && !shape.matcher(value).matches()) {
            draft.refuse(attribute, "kernel.definition.not_a_code", value);
        }
    }

    private static void fixed(Draft draft, Attribute<?> attribute) {
        if (!draft.created() && draft.changes(attribute)) {
            draft.refuse(attribute, "kernel.definition.fixed");
        }
    }
}
