package org.mainstay.transfer;

import java.time.Clock;
import java.util.List;
import org.mainstay.kernel.access.Access;
import org.mainstay.kernel.blob.Blobs;
import org.mainstay.kernel.filter.References;
import org.mainstay.kernel.history.Entries;
import org.mainstay.kernel.job.Jobs;
import org.mainstay.kernel.record.Picks;
import org.mainstay.kernel.store.Acts;
import org.mainstay.kernel.store.Intake;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.RecordTypes;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.kernel.store.Undo;
import org.mainstay.kernel.text.Messages;
import org.mainstay.people.Actors;
import org.mainstay.people.Permissions;
import org.mainstay.rest.Asked;
import org.mainstay.web.Forms;
import org.mainstay.web.MenuEntry;
import org.mainstay.web.Show;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
@Import({BulkQueries.class, ImportRowQueries.class})
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
            TakingBack takingBack) {
        return new ImportJob(imports, blobs, actors, types, intake, rows, messages, picks, takingBack);
    }

    @Bean
    TakingBack takingBack(Undo undo, Entries entries, ImportRowQueries rows) {
        return new TakingBack(undo, entries, rows);
    }

    @Bean
    Bulks bulks(RecordStore store, Acts acts, Asked asked, Blobs blobs, Clock clock) {
        return new Bulks(store, acts, asked, blobs, clock);
    }

    @Bean
    BulkJob bulkJob(
            Bulks bulks,
            Acts acts,
            Actors actors,
            RecordTypes types,
            ImportRowQueries rows,
            TakingBack takingBack,
            Entries entries,
            Messages messages) {
        return new BulkJob(bulks, acts, actors, types, rows, new BulkChanges(types), takingBack, entries, messages);
    }

    @Bean
    OwnJobs ownJobs(Jobs jobs, BulkQueries bulks, Clock clock) {
        return new OwnJobs(jobs, bulks, clock);
    }

    @Bean
    BulkAnswer bulkAnswer(RecordStore store, RecordTypes types, ImportRowQueries rows, OwnJobs own, Messages messages) {
        return new BulkAnswer(store, types, rows, own, messages);
    }

    @Bean
    JobAnswer jobAnswer(
            RecordStore store,
            RecordTypes types,
            ImportRowQueries rows,
            BulkAnswer bulks,
            Messages messages,
            Clock clock) {
        return new JobAnswer(store, types, rows, bulks, messages, clock);
    }

    @Bean
    JobProgress jobProgress(JobAnswer answer) {
        return new JobProgress(answer);
    }

    @Bean
    RefusedRows refusedRows(ImportRowQueries rows, Transactions transactions, Messages messages) {
        return new RefusedRows(rows, transactions, messages);
    }

    @Bean
    ImportViews importViews(
            RecordTypes types,
            Imports imports,
            ImportRowQueries rows,
            JobAnswer answer,
            JobProgress progress,
            Show show) {
        return new ImportViews(types, imports, rows, answer, progress, show);
    }

    @Bean
    BulkForms bulkForms(RecordStore store, RecordTypes types, Access access, Acts acts, Bulks bulks, Forms forms) {
        return new BulkForms(store, types, access, acts, bulks, forms);
    }

    @Bean
    BulkViews bulkViews(
            RecordTypes types,
            Bulks bulks,
            ImportRowQueries rows,
            BulkAnswer answer,
            JobProgress progress,
            OwnJobs own,
            Show show) {
        return new BulkViews(types, bulks, rows, answer, progress, own, show);
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
