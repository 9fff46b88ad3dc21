package org.mainstay.web.form;

import java.util.List;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.text.Messages;
import org.mainstay.web.FormPreview;
import org.mainstay.web.record.Edits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormModule {

    @Bean
    Templates templates(RecordTypes types, RecordStore store, References references, Picks picks, Messages messages) {
        return new Templates(types, store, new Prefilling(store, references, picks, messages));
    }

    @Bean
    FormPreviews formPreviews(List<FormPreview> all) {
        return new FormPreviews(all);
    }

    @Bean
    NewForms newForms(Edits edits, Templates templates, FormPreviews previews) {
        return new NewForms(edits, templates, previews);
    }
}
