package org.mainstay.kernel.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
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

    @Test
    void whateverIsDamagedIsRefusedWithASentenceAndNothingIsLeft() throws Exception {
        var whole = folder.resolve("whole");
        backup.write(whole);
        damaged(whole, it -> Files.delete(it.resolve("kernel.record.copy.gz")), "kernel.record.copy.gz is missing");
        damaged(
                whole,
                it -> {
                    var file = it.resolve("kernel.history.copy.gz");
                    var bytes = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                },
                "kernel.history.copy.gz ends too early");
        damaged(
                whole,
                it -> Files.write(it.resolve("kernel.record.copy.gz"), new byte[] {1, 2, 3}),
                "kernel.record.copy.gz");
        damaged(
                whole,
                it -> Files.copy(
                        it.resolve("kernel.installation.copy.gz"),
                        it.resolve("kernel.record.copy.gz"),
                        StandardCopyOption.REPLACE_EXISTING),
                "are not those of kernel.record");
        damaged(whole, it -> Files.writeString(it.resolve("manifest.json"), "{\"format\":"), "manifest.json");
        damaged(
                whole,
                it -> {
                    var manifest = it.resolve("manifest.json");
                    Files.writeString(
                            manifest,
                            Files.readString(manifest).replaceFirst("(?s)\\{\\s*\"schema\"[^}]*\\}\\s*,", ""));
                },
                "does not name the tables");
        damaged(
                whole,
                it -> {
                    var manifest = it.resolve("manifest.json");
                    var other = Files.readString(manifest).replaceFirst("(\"rows\" : )[1-9]", "$19");
                    Files.writeString(manifest, other);
                },
                "is not as it was");
    }

    @FunctionalInterface
    private interface Damage {

        void to(Path copy) throws IOException;
    }

    private void damaged(Path whole, Damage damage, String sentence) throws IOException {
        var copy = Files.createTempDirectory(folder, "damaged");
        try (var files = Files.list(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        damage.to(copy);
        var source = new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.USER, "");
        var elsewhere = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        var there = new Restore(elsewhere, new Transactions(new DataSourceTransactionManager(source)));
        assertThat(String.join(" ", there.read(copy))).contains(sentence).endsWith(".");
        assertThat(elsewhere.fetchCount(DSL.table("kernel.history"))).isZero();
        assertThat(elsewhere.fetchCount(DSL.table("people.person"))).isZero();
    }

    @Test
    void theZoneOfAMachineDoesNotMatter() throws Exception {
        backup.write(folder.resolve("utc"));
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            var source = new DriverManagerDataSource(TestDatabase.fresh(), TestDatabase.USER, "");
            var elsewhere = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
            var there = new Restore(elsewhere, new Transactions(new DataSourceTransactionManager(source)));
            assertThat(there.read(folder.resolve("utc"))).isEmpty();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whereNothingCanBeWrittenASentenceSaysSo() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThat(backup.run(List.of(file.toString()))).isEqualTo(2);
        assertThat(backup.run(List.of(file.resolve("backup").toString()))).isEqualTo(1);
        assertThat(backup.run(List.of("/dev/full/backup"))).isEqualTo(1);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
