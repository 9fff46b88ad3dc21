package org.mainstay.transfer.configuration;

import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.definition.Definitions;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;
import org.mainstay.people.Permissions;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The beans of the configuration as text.
@Configuration(proxyBeanMethods = false)
@Import(RunQueries.class)
class ConfigurationModule {

    @Bean
    Configuring configuring(Installation installation) {
        return new Configuring(installation);
    }

    @Bean
    Scope configurationScope(RecordTypes types) {
        return new Scope(types);
    }

    @Bean
    Reading configurationReading(
            Scope scope, RecordStore store, RecordTypes types, References references, Installation installation) {
        return new Reading(scope, store, types, references, installation);
    }

    @Bean
    Applying configurationApplying(
            Scope scope,
            Reading reading,
            References references,
            Intake intake,
            RecordStore store,
            Acts acts,
            Access access,
            RecordTypes types,
            Definitions definitions,
            Installation installation,
            Transactions transactions,
            RunQueries runs) {
        var taking = new Taking(intake, store, acts, access, types, installation, transactions);
        return new Applying(scope, reading, references, taking, definitions, transactions, runs);
    }

    @Bean
    Undoing configurationUndoing(
            Undo undo,
            Entries entries,
            RecordStore store,
            RecordTypes types,
            Access access,
            Transactions transactions,
            RunQueries runs) {
        return new Undoing(undo, entries, store, types, access, transactions, runs);
    }

    @Bean
    ConfigurationViews configurationViews(RecordTypes types, RecordStore store, RunQueries runs, Show show) {
        return new ConfigurationViews(types, store, runs, show);
    }

    @Bean
    MenuEntry configurationEntry() {
        return new MenuEntry(125, "configuration.title", "/configuration", "file-code", Permissions.ADMIN);
    }
}
