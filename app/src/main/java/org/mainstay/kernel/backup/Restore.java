package org.mainstay.kernel.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.store.Transactions;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// `restore DIR`: fills an empty database with a backup, all or nothing, and proves by row counts and
/// hashes that every table is as it was.
final class Restore implements Command {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext db;
    private final Transactions transactions;

    Restore(DSLContext db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.size() != 1) {
            System.err.println("Say where from: restore DIR");
            return 2;
        }
        var problems = read(Path.of(arguments.getFirst()).toAbsolutePath());
        problems.forEach(System.err::println);
        if (problems.isEmpty()) {
            System.out.println("Restored, and every table compares equal.");
        }
        return problems.isEmpty() ? 0 : 1;
    }

    /// @return why nothing was restored; empty when everything was and compares equal
    List<String> read(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(Backup.MANIFEST))) {
            return List.of(folder + " holds no backup.");
        }
        var manifest = MAPPER.readValue(folder.resolve(Backup.MANIFEST).toFile(), Manifest.class);
        var catalog = new BackupCatalog(db);
        if (manifest.format() > Manifest.FORMAT || !manifest.migration().equals(catalog.migration())) {
            return List.of("The backup is of version " + manifest.migration() + " and this Mainstay of "
                    + catalog.migration() + ": restore with the version that made it, then upgrade.");
        }
        if (db.fetchExists(DSL.table(DSL.name("kernel", "history")))) {
            return List.of("The database is not empty; a restore fills an empty one.");
        }
        var problems = new ArrayList<String>();
        try {
            transactions.within(() -> {
                fill(folder, manifest);
                problems.addAll(compare(manifest));
                if (!problems.isEmpty()) {
                    throw new Unequal();
                }
                return true;
            });
        } catch (Unequal e) {
            problems.add("Nothing was restored.");
        }
        return problems;
    }

    private void fill(Path folder, Manifest manifest) {
        db.execute("set local statement_timeout = 0");
        db.execute("set local transaction_timeout = 0");
        var tables = manifest.tables();
        db.execute("truncate "
                + String.join(
                        ", ", tables.stream().map(it -> it.table().quoted()).toList()) + " cascade");
        for (var table : tables) {
            var quoted = table.table().quoted();
            db.execute("alter table " + quoted + " disable trigger user");
            copy(folder.resolve(table.file()), table.table());
            db.execute("alter table " + quoted + " enable trigger user");
        }
        manifest.sequences()
                .forEach((name, last) -> db.execute(
                        "select setval({0}::regclass, greatest({1}, 1), {2})",
                        DSL.val(BackupCatalog.quoted(name)), DSL.val(last), DSL.val(last > 0)));
        db.execute("select setval('kernel.history_seq', greatest((select max(seq) from kernel.history), 1))");
    }

    private void copy(Path file, BackupTable table) {
        db.connection(connection -> {
            try (var rows = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.quoted() + " (" + table.columnList() + ") from stdin", rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<String> compare(Manifest manifest) {
        var problems = new ArrayList<String>();
        for (var table : manifest.tables()) {
            var hashed = db.fetchSingle(table.table().hash());
            if (hashed.get(0, Long.class) != table.rows() || !table.hash().equals(hashed.get(1, String.class))) {
                problems.add(table.schema() + "." + table.name() + " is not as it was: " + hashed.get(0, Long.class)
                        + " rows instead of " + table.rows() + ", or other values.");
            }
        }
        return problems;
    }

    private static final class Unequal extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
