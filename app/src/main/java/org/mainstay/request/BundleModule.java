package org.mainstay.request;

import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.request.form.Forms;
import org.mainstay.rest.Told;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans of bundles.
@Configuration(proxyBeanMethods = false)
class BundleModule {

    @Bean
    RecordType<?> bundleItemType() {
        return BundleItemType.BUNDLE_ITEM;
    }

    @Bean
    AccessRule bundleItemAccess() {
        return new FulfilmentAccess(BundleItemType.BUNDLE_ITEM.code());
    }

    @Bean
    Rule bundleItemRules() {
        return new BundleRules();
    }

    @Bean
    Bundles bundles(RecordStore store, ItemForms forms) {
        return new Bundles(store, forms);
    }

    @Bean
    BundlePreviews bundlePreviews(Bundles bundles, Wishes wishes, Messages messages) {
        return new BundlePreviews(bundles, wishes, messages);
    }

    @Bean
    BundleViews bundleViews(RecordStore store, BundlePreviews previews, ItemForms forms, CatalogViews views) {
        return new BundleViews(store, previews, forms, views);
    }

    @Bean
    Told bundleAnswers(RecordStore store, Forms forms) {
        return GivenAnswers.ofBundles(store, forms);
    }
}
