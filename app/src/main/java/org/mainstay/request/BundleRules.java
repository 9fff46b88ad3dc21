package org.mainstay.request;

import java.util.Optional;
import java.util.UUID;
import org.mainstay.kernel.record.Draft;
import org.mainstay.kernel.record.Problem;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.record.Snapshot;
import org.mainstay.request.form.FormCondition;
import org.mainstay.request.form.FormType;
import org.mainstay.request.form.FormVersionType;
import org.mainstay.request.form.Forms;

/// What can be said of an item of a bundle before the bundle is published; publishing checks the rest.
record BundleRules() implements Rule {

    @Override
    public String type() {
        return BundleItemType.BUNDLE_ITEM.code();
    }

    @Override
    public void apply(Draft draft) {
        var bundle = draft.get(BundleItemType.BUNDLE);
        var item = draft.get(BundleItemType.ITEM);
        if (bundle != null && bundle.equals(item)) {
            draft.refuse(BundleItemType.ITEM, "request.bundle.itself");
        }
        if (item != null && draft.get(BundleItemType.NAME) == null) {
            draft.lookup()
                    .get(CatalogItemType.CATALOG_ITEM, item)
                    .ifPresent(it -> draft.set(BundleItemType.NAME, it.need(CatalogItemType.NAME)));
        }
        if (draft.changes(BundleItemType.ANSWERS)
                && BundledItems.answers(draft.get(BundleItemType.ANSWERS)).isEmpty()) {
            draft.refuse(BundleItemType.ANSWERS, "request.bundle.answers");
        }
        var condition = draft.get(BundleItemType.CONDITION);
        if (bundle != null && condition != null && draft.changes(BundleItemType.CONDITION)) {
            form(draft, bundle)
                    .flatMap(it -> Forms.read(it.need(FormVersionType.DOCUMENT)))
                    .map(it -> FormCondition.read(it, condition))
                    .ifPresent(it -> {
                        if (it instanceof FormCondition.Read.Bad(var reason)) {
                            draft.refuse(new Problem(BundleItemType.CONDITION.code(), reason));
                        }
                    });
        }
    }

    /// As it is published now; without one, publishing the bundle will tell.
    private static Optional<Snapshot> form(Draft draft, UUID bundle) {
        return draft.lookup()
                .get(CatalogItemType.CATALOG_ITEM, bundle)
                .map(it -> it.get(CatalogItemType.FORM))
                .flatMap(it -> draft.lookup().get(FormType.FORM, it))
                .map(it -> it.get(FormType.PUBLISHED))
                .flatMap(it -> draft.lookup().get(FormVersionType.FORM_VERSION, it));
    }
}
