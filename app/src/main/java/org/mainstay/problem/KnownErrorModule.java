package org.mainstay.problem;

import org.mainstay.incident.IncidentType;
import org.mainstay.kernel.access.AccessRule;
import org.mainstay.kernel.record.RecordType;
import org.mainstay.kernel.record.Rule;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The beans of known errors.
@Configuration(proxyBeanMethods = false)
class KnownErrorModule {

    @Bean
    RecordType<?> knownErrorType(Links links) {
        return KnownErrorType.with(links);
    }

    @Bean
    AccessRule knownErrorAccess() {
        return new KnownErrorAccess();
    }

    @Bean
    Rule knownErrorRules() {
        return new KnownErrorRules();
    }

    @Bean
    Matches knownErrorMatches(RecordStore store, Caused caused) {
        return new Matches(store, caused);
    }

    @Bean
    MenuEntry knownErrorsEntry() {
        return new MenuEntry(23, "known_error.plural", "/known-errors", "book-2", IncidentType.WORK);
    }

    @Bean
    Panel knownErrorsOfProblems() {
        return new Panel(14, "problem", "known_error.plural", "known-errors", ProblemType.WORK, true);
    }

    @Bean
    Panel knownErrorsOfIncidents() {
        return new Panel(
                12, IncidentType.INCIDENT.code(), "known_error.offered", "known-errors", IncidentType.WORK, true);
    }
}
