package org.mainstay.request;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainstay.kernel.filter.Parsed;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;

/// What administrators write holds together: conditions can be read, prices have a period, trees no circles.
final class CatalogRules {

    private static final int DEEPEST = 20;

    private CatalogRules() {}

    private static void readable(Draft draft, Attribute<String> attribute, Entitlements entitlements) {
        var condition = draft.get(attribute);
        if (condition != null
                && draft.changes(attribute)
                && entitlements.parse(condition) instanceof Parsed.Bad(var errors)) {
            errors.forEach(it -> draft.refuse(new Problem(attribute.code(), it.reason())));
        }
    }

    record OfCatalogs(Supplier<Entitlements> entitlements) implements Rule {

        @Override
        public String type() {
            return CatalogType.CATALOG.code();
        }

        @Override
        public void apply(Draft draft) {
            readable(draft, CatalogType.SEEN_BY, entitlements.get());
        }
    }

    record OfItems(Supplier<Entitlements> entitlements) implements Rule {

        @Override
        public String type() {
            return CatalogItemType.CATALOG_ITEM.code();
        }

        @Override
        public void apply(Draft draft) {
            readable(draft, CatalogItemType.SEEN_BY, entitlements.get());
            readable(draft, CatalogItemType.ORDERED_BY, entitlements.get());
            for (var price : List.of(CatalogItemType.PRICE, CatalogItemType.RECURRING_PRICE)) {
                var amount = draft.get(price);
                if (amount != null && draft.changes(price) && amount.amount().signum() < 0) {
                    draft.refuse(price, "request.item.negative_price");
                }
            }
            if (draft.get(CatalogItemType.RECURRING_PRICE) != null
                    && draft.get(CatalogItemType.RECURRING_PERIOD) == null) {
                draft.refuse(CatalogItemType.RECURRING_PERIOD, "request.item.period_needed");
            }
            var from = draft.get(CatalogItemType.AVAILABLE_FROM);
            var to = draft.get(CatalogItemType.AVAILABLE_TO);
            if (from != null && to != null && !to.isAfter(from)) {
                draft.refuse(CatalogItemType.AVAILABLE_TO, "request.item.ends_before");
            }
        }
    }

    /// What undoes a task is said whole.
    record OfTemplates() implements Rule {

        @Override
        public String type() {
            return CatalogTaskTemplateType.CATALOG_TASK_TEMPLATE.code();
        }

        @Override
        public void apply(Draft draft) {
            var given = Stream.of(CatalogTaskTemplateType.COMPENSATION_DE, CatalogTaskTemplateType.COMPENSATION_GROUP);
            if (draft.get(CatalogTaskTemplateType.COMPENSATION) == null
                    && given.anyMatch(it -> draft.get(it) != null)) {
                draft.refuse(CatalogTaskTemplateType.COMPENSATION, "request.template.undone_untitled");
            }
        }
    }

    /// A category belongs to the catalogue of the one above it.
    record OfCategories() implements Rule {

        @Override
        public String type() {
            return CatalogCategoryType.CATALOG_CATEGORY.code();
        }

        @Override
        public void apply(Draft draft) {
            var parent = draft.get(CatalogCategoryType.PARENT);
            if (parent == null) {
                return;
            }
            if (draft.changes(CatalogCategoryType.PARENT) && circles(draft, parent)) {
                draft.refuse(CatalogCategoryType.PARENT, "request.category.below_itself", DEEPEST);
                return;
            }
            draft.lookup()
                    .get(CatalogCategoryType.CATALOG_CATEGORY, parent)
                    .ifPresent(it -> draft.set(CatalogCategoryType.CATALOG, it.need(CatalogCategoryType.CATALOG)));
        }

        private static boolean circles(Draft draft, UUID parent) {
            @Nullable UUID above = parent;
            for (int depth = 1; above != null; depth++) {
                if (above.equals(draft.id()) || depth > DEEPEST) {
                    return true;
                }
                above = draft.lookup()
                        .get(CatalogCategoryType.CATALOG_CATEGORY, above)
                        .map(it -> it.get(CatalogCategoryType.PARENT))
                        .orElse(null);
            }
            return false;
        }
    }
}
