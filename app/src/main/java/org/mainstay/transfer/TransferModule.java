package org.mainstay.transfer;

import java.time.Clock;
import java.util.List;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.people.Permissions;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
@Import(ImportRowQueries.class)
class TransferModule {

    @Bean
    Imports imports(
            RecordTypes types,
            Access access,
            References references,
            Messages messages,
            Blobs blobs,
            List<ImportProfile> profiles,
            ImportSettings settings) {
        return new Imports(types, access, references, messages, blobs, profiles, settings);
    }

    @Bean
    ImportJob importJob(
            Imports imports,
            Blobs blobs,
            Actors actors,
            RecordTypes types,
            Intake intake,
            ImportRowQueries rows,
            Messages messages,
            Picks picks,
            Undo undo,
            Entries entries) {
        return new ImportJob(imports, blobs, actors, types, intake, rows, messages, picks, undo, entries);
    }

    @Bean
    OwnJobs ownJobs(Jobs jobs) {
        return new OwnJobs(jobs);
    }

    @Bean
    JobAnswer jobAnswer(RecordStore store, RecordTypes types, ImportRowQueries rows, Messages messages, Clock clock) {
        return new JobAnswer(store, types, rows, messages, clock);
    }

    @Bean
    RefusedRows refusedRows(ImportRowQueries rows, Transactions transactions, Messages messages) {
        return new RefusedRows(rows, transactions, messages);
    }

    @Bean
    ImportViews importViews(RecordTypes types, Imports imports, ImportRowQueries rows, JobAnswer answer, Show show) {
        return new ImportViews(types, imports, rows, answer, show);
    }

    @Bean
    MenuEntry importsEntry() {
        return new MenuEntry(95, "transfer.imports", "/imports", "upload", Permissions.TRANSFER_IMPORT).on("m");
    }

    @Bean
    ImportCommand importCommand(Imports imports, Jobs jobs, Actors actors, ImportRowQueries rows, Messages messages) {
        return new ImportCommand(imports, jobs, actors, rows, messages);
    }
}
