package org.mainstay.kernel.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainstay.kernel.record.Actor;
import org.mainstay.kernel.record.Cause;
import org.mainstay.kernel.record.Plan;
import org.mainstay.kernel.store.Installation;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.kernel.store.Transactions;
import org.mainstay.testing.Specimen;
import org.mainstay.testing.SpecimenTest;
import org.mainstay.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@SpecimenTest
class BackupTests {

    @Autowired
    RecordStore store;

    @Autowired
    Backup backup;

    @Autowired
    Restore restore;

    @Autowired
    Installation installation;

    @TempDir
    Path folder;

    @Test
    void anotherDatabaseIsFilledAndComparesEqual() throws Exception {
        var plan = Plan.of(Cause.CREATED);
        plan.create(Specimen.SPECIMEN).values().set(Specimen.TITLE, "back \\ Ä").set(Specimen.NOTES, "tab\tline\nnext");
        store.save(new Actor.Machine(Installation.SYSTEM, "system", installation.organisation()), plan);
        var manifest = backup.write(folder.resolve("backup"));
        assertThat(manifest.tables()).extracting(Manifest.Table::name).contains("history", "specimen", "record");

        var source = new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.USER, "");
        var elsewhere = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        var there = new Restore(elsewhere, new Transactions(new DataSourceTransactionManager(source)));
        assertThat(there.read(folder.resolve("backup"))).isEmpty();
        assertThat(there.read(folder.resolve("backup")))
                .containsExactly("The database is not empty; a restore fills an empty one.");
        assertThat(elsewhere.fetchCount(DSL.table("specimen.specimen"))).isPositive();
        assertThat(elsewhere.fetchCount(DSL.selectOne().from("kernel.history").where("xid > '0'")))
                .isZero();
    }

    @Test
    void aDatabaseInUseIsNotTouched() throws Exception {
        backup.write(folder.resolve("backup"));
        assertThat(restore.read(folder.resolve("backup"))).hasSize(1);
        assertThat(restore.read(folder)).hasSize(1);
    }
}
