package org.mainstay.kernel.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import org.mainstay.kernel.command.Command;
import org.mainstay.kernel.store.Transactions;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
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
        var target = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
        if (Files.exists(target)) {
            System.err.println(target + " is already there; a backup goes into a folder of its own.");
            return 2;
        }
        Manifest manifest;
        try {
            manifest = write(target);
        } catch (IOException | UncheckedIOException failure) {
            System.err.println("No backup was written to " + target + ": " + reason(failure) + ".");
            return 1;
        }
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        System.out.println("Wrote " + rows + " rows of " + manifest.tables().size() + " tables to " + target);
        return 0;
    }

    private static String reason(Exception failure) {
        var cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        return switch (cause) {
            case AccessDeniedException denied -> "there is no permission to write to " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            case FileSystemException trouble when trouble.getReason() != null -> trouble.getReason();
            case null, default -> String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        };
    }

    /// @param target a folder that does not exist yet; its name is given to what was written elsewhere only
    ///     when it is whole and on the disk
    Manifest write(Path target) throws IOException {
        var parent = Objects.requireNonNull(target.getParent(), "a folder below the root");
        Files.createDirectories(parent);
        var partial = Files.createTempDirectory(parent, target.getFileName() + ".partial-");
        try {
            var manifest = fill(partial);
            force(partial);
            Files.move(partial, target);
            force(parent);
            return manifest;
        } catch (IOException | RuntimeException failure) {
            remove(partial);
            throw failure;
        }
    }

    private Manifest fill(Path folder) throws IOException {
        var tables = new ArrayList<Manifest.Table>();
        var sequences = new LinkedHashMap<String, Long>();
        var catalog = new BackupCatalog(db);
        transactions.reading(() -> {
            BackupTable.settle(db);
            catalog.tables().forEach(it -> tables.add(copy(it, folder)));
            // Sequences know no snapshots: read last, they are not behind any row.
            sequences.putAll(catalog.sequences());
        });
        var manifest = new Manifest(
                Manifest.FORMAT,
                catalog.migration(),
                clock.instant().toString(),
                List.copyOf(tables),
                Map.copyOf(sequences));
        try (var file = Files.newOutputStream(folder.resolve(MANIFEST))) {
            MAPPER.writerWithDefaultPrettyPrinter().writeValue(file, manifest);
        } catch (JacksonException failure) {
            throw new IOException(failure.getOriginalMessage(), failure);
        }
        return manifest;
    }

    /// So that a backup that says it was written survives a power cut.
    private static void force(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
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
