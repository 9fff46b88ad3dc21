package org.mainstay.request.form;

import java.time.Clock;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.definition.DefinitionAccess;
import org.mainstay.kernel.definition.DefinitionUse;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.record.Grants;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(FormQueries.class)
class RequestFormModule {

    @Bean
    RecordType<?> questionSetType() {
        return QuestionSetType.QUESTION_SET;
    }

    @Bean
    RecordType<?> formType() {
        return FormType.FORM;
    }

    @Bean
    RecordType<?> formVersionType() {
        return FormVersionType.FORM_VERSION;
    }

    @Bean
    AccessRule questionSetAccess(FormQueries queries) {
        return DefinitionAccess.of(QuestionSetType.QUESTION_SET.code(), it -> queries.uses(it.id()));
    }

    @Bean
    AccessRule formAccess(ObjectProvider<DefinitionUse> uses) {
        return DefinitionAccess.of(FormType.FORM.code(), it -> uses.stream().anyMatch(use -> use.of(it.id())));
    }

    @Bean
    AccessRule formVersionAccess(FormQueries queries, ObjectProvider<DefinitionUse> uses) {
        return DefinitionAccess.of(
                FormVersionType.FORM_VERSION.code(),
                it -> queries.inForce(it.id()) || uses.stream().anyMatch(use -> use.of(it.id())));
    }

    @Bean
    Rule formDocumentRules() {
        return new DocumentRules.OfForms();
    }

    @Bean
    Rule questionSetDocumentRules() {
        return new DocumentRules.OfSets();
    }

    @Bean
    Rule formVersionRules() {
        return new DocumentRules.OfVersions();
    }

    @Bean
    Forms requestForms(RecordStore store, References references, Actors actors, Clock clock) {
        return new Forms(store, references, new Requesters(store, actors, clock));
    }

    @Bean
    FormFills formFills(Forms requestForms, RecordStore store, Messages messages) {
        return new FormFills(requestForms, store, messages);
    }

    @Bean
    Designs formDesigns(RecordStore store) {
        return new Designs(store);
    }

    @Bean
    Panel formDesignerPanel() {
        return Panel.designer(FormType.FORM.code(), "form.design.open", "design", Grants.ADMIN);
    }

    @Bean
    Panel questionSetDesignerPanel() {
        return Panel.designer(QuestionSetType.QUESTION_SET.code(), "form.design.open", "design", Grants.ADMIN);
    }

    @Bean
    MenuEntry formsMenu() {
        return new MenuEntry(106, "form.plural", "/forms", "file-text", Grants.ADMIN);
    }

    @Bean
    MenuEntry questionSetsMenu() {
        return new MenuEntry(107, "question_set.plural", "/question-sets", "stack-2", Grants.ADMIN);
    }
}
