package org.mainstay.kernel.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.store.Transactions;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// `backup DIR`: every row, blobs included, from one snapshot while the system runs. The folder appears
/// under its name only once it is whole.
final class Backup implements Command {

    static final String MANIFEST = "manifest.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext db;
    private final Transactions transactions;
    private final Clock clock;

    Backup(DSLContext db, Transactions transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.size() != 1) {
            System.err.println("Say where to: backup DIR");
            return 2;
        }
        var target = Path.of(arguments.getFirst()).toAbsolutePath();
        if (Files.exists(target)) {
            System.err.println(target + " is already there; a backup goes into a folder of its own.");
            return 2;
        }
        var manifest = write(target);
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        System.out.println("Wrote " + rows + " rows of " + manifest.tables().size() + " tables to " + target);
        return 0;
    }

    /// @param target a folder that does not exist yet
    Manifest write(Path target) throws IOException {
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.createDirectories(partial);
        var tables = new ArrayList<Manifest.Table>();
        var sequences = new LinkedHashMap<String, Long>();
        var catalog = new BackupCatalog(db);
        transactions.reading(() -> {
            db.execute("set local statement_timeout = 0");
            catalog.tables().forEach(it -> tables.add(copy(it, partial)));
            sequences.putAll(catalog.sequences());
        });
        var manifest = new Manifest(
                Manifest.FORMAT,
                catalog.migration(),
                clock.instant().toString(),
                List.copyOf(tables),
                Map.copyOf(sequences));
        MAPPER.writerWithDefaultPrettyPrinter()
                .writeValue(partial.resolve(MANIFEST).toFile(), manifest);
        Files.move(partial, target);
        return manifest;
    }

    private Manifest.Table copy(BackupTable table, Path folder) {
        var hashed = db.fetchSingle(table.hash());
        var entry = new Manifest.Table(
                table.schema(), table.name(), table.columns(), hashed.get(0, Long.class), hashed.get(1, String.class));
        db.connection(connection -> {
            try (var file = new GZIPOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve(entry.file()))))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + table.selection() + ") to stdout", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return entry;
    }
}
