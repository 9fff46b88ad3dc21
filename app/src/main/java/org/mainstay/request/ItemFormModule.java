package org.mainstay.request;

import java.time.Clock;
import java.util.UUID;
import org.mainstay.conversation.Conversations;
import org.mainstay.conversation.Mentions;
import org.mainstay.conversation.Uploads;
import org.mainstay.kernel.definition.DefinitionUse;
import org.mainstay.kernel.filter.Filter;
import org.mainstay.kernel.record.Attribute;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.request.form.FormFills;
import org.mainstay.request.form.Forms;
import org.mainstay.rest.Told;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What connects forms with what is ordered by them.
@Configuration(proxyBeanMethods = false)
class ItemFormModule {

    @Bean
    OrderFiles orderFiles(OrderFileQueries queries, Uploads uploads, Clock clock) {
        return new OrderFiles(queries, uploads, clock);
    }

    @Bean
    ItemForms itemForms(RecordStore store, Forms forms, OrderFiles files) {
        return new ItemForms(store, forms, files);
    }

    @Bean
    CartLines cartLines(ItemForms forms) {
        return new CartLines(forms);
    }

    @Bean
    AnswerViews answerViews(RecordStore store, ItemForms forms, Conversations conversations, Show show) {
        return new AnswerViews(store, forms, conversations, show);
    }

    @Bean
    OrderViews orderViews(
            RecordStore store,
            ItemForms forms,
            FormFills fills,
            OrderFiles files,
            CatalogViews views,
            BundleViews bundles,
            Mentions mentions,
            Clock clock) {
        return new OrderViews(store, forms, fills, files, views, bundles, mentions, clock);
    }

    /// Asks for the store only when it is asked: access to forms is decided by it.
    @Bean
    DefinitionUse formsOfItems(ObjectProvider<RecordStore> store) {
        return id -> refers(store, CatalogItemType.CATALOG_ITEM, CatalogItemType.FORM, id)
                || refers(store, CatalogVersionType.CATALOG_ITEM_VERSION, CatalogVersionType.FORM, id)
                || refers(store, CatalogVersionType.CATALOG_ITEM_VERSION, CatalogVersionType.FORM_VERSION, id)
                || refers(store, RequestItemType.REQUEST_ITEM, RequestItemType.FORM_VERSION, id);
    }

    static boolean refers(ObjectProvider<RecordStore> store, RecordType<?> type, Attribute<UUID> attribute, UUID to) {
        return store.getObject()
                        .count(Installation.ITSELF, type, Filter.is(attribute, to))
                        .value()
                > 0;
    }

    @Bean
    Told offeredForms(RecordStore store, Forms forms, Clock clock) {
        return new OfferedForms(store, forms, clock);
    }

    @Bean
    Told givenAnswers(RecordStore store, Forms forms) {
        return GivenAnswers.ofItems(store, forms);
    }

    @Bean
    Panel requestItemAnswersPanel() {
        return new Panel(5, RequestItemType.REQUEST_ITEM.code(), "request.answers", "answers", "", true);
    }
}
