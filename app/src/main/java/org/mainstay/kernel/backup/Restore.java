package org.mainstay.kernel.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.store.Transactions;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import tools.jackson.core.JacksonException;
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
    public int run(List<String> arguments) {
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
    List<String> read(Path folder) {
        var file = folder.resolve(Backup.MANIFEST);
        if (!Files.exists(file)) {
            return List.of(folder + " holds no backup.");
        }
        Manifest manifest;
        try (var content = Files.newInputStream(file)) {
            manifest = MAPPER.readValue(content, Manifest.class);
        } catch (IOException | JacksonException e) {
            return List.of("The backup is damaged: " + Backup.MANIFEST + " cannot be read.");
        }
        var catalog = new BackupCatalog(db);
        if (manifest.format() > Manifest.FORMAT || !catalog.migration().equals(manifest.migration())) {
            return List.of("The backup is of version " + manifest.migration() + " and this Mainstay of "
                    + catalog.migration() + ": restore with the version that made it, then upgrade.");
        }
        if (db.fetchExists(DSL.table(DSL.name("kernel", "history")))) {
            return List.of("The database is not empty; a restore fills an empty one.");
        }
        if (!fits(manifest, catalog)) {
            return List.of("The backup is damaged: " + Backup.MANIFEST + " does not name the tables of its version.");
        }
        return fillOrNot(folder, manifest);
    }

    /// A table that is not named would stay empty, and nobody would see it.
    private static boolean fits(Manifest manifest, BackupCatalog catalog) {
        if (manifest.tables() == null || manifest.sequences() == null) {
            return false;
        }
        var named = manifest.tables().stream().map(Manifest.Table::table).collect(Collectors.toSet());
        return named.equals(Set.copyOf(catalog.tables()))
                && named.size() == manifest.tables().size()
                && manifest.sequences().keySet().equals(catalog.sequences().keySet());
    }

    private List<String> fillOrNot(Path folder, Manifest manifest) {
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
        } catch (Damaged e) {
            problems.add("The backup is damaged: " + e.getMessage() + ". Nothing was restored.");
        }
        return problems;
    }

    private void fill(Path folder, Manifest manifest) {
        BackupTable.settle(db);
        var tables = manifest.tables();
        db.execute("truncate "
                + String.join(
                        ", ", tables.stream().map(it -> it.table().quoted()).toList()) + " cascade");
        // tables that refer to each other can be filled in no order; what they refer to is looked at below
        db.execute("set constraints all deferred");
        tables.forEach(it -> db.execute("alter table " + it.table().quoted() + " disable trigger user"));
        tables.forEach(it -> copy(folder.resolve(it.file()), it.table()));
        db.execute("set constraints all immediate");
        tables.forEach(it -> db.execute("alter table " + it.table().quoted() + " enable trigger user"));
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
            } catch (NoSuchFileException e) {
                throw new Damaged(file.getFileName() + " is missing", e);
            } catch (EOFException e) {
                throw new Damaged(file.getFileName() + " ends too early", e);
            } catch (IOException e) {
                throw new Damaged(file.getFileName() + " cannot be read", e);
            } catch (PSQLException e) {
                throw new Damaged("the rows in " + file.getFileName() + " are not those of " + table.qualified(), e);
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

    private static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String how, Throwable cause) {
            super(how, cause);
        }
    }
}
