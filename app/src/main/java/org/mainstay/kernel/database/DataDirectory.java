package org.mainstay.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where one Mainstay keeps its own PostgreSQL: `database` is the cluster, `engine` the server's
/// programs. The lock belongs to the process that holds it and ends with it, however it ends.
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /// The directory, held; or null where another process holds it.
    static @Nullable DataDirectory open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            createPrivately(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new DataDirectory(root, channel, lock);
        } catch (IOException failure) {
            throw new StartRefused("Mainstay cannot write to its data directory " + root + ": " + failure, failure);
        }
    }

    static Path cluster(Path path) {
        return path.toAbsolutePath().normalize().resolve("database");
    }

    static String password(Path path) {
        try {
            return Files.readString(path.toAbsolutePath().normalize().resolve("database.password"))
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path cluster() {
        return cluster(root);
    }

    Path engine() {
        return root.resolve("engine");
    }

    String password() {
        return password(root);
    }

    /// A cluster is finished when its password stands at its final place. One that was killed on the way
    /// there has never held anything and is put aside.
    boolean finished() {
        return Files.exists(root.resolve("database.password"));
    }

    Path begin() {
        try {
            if (Files.exists(cluster())) {
                Files.move(
                        cluster(),
                        Files.createTempDirectory(root, "unfinished-").resolve("database"));
            }
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.deleteIfExists(draft());
            if (posix()) {
                var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(draft(), mine);
            }
            return Files.writeString(draft(), HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void finish() {
        try {
            Files.move(draft(), root.resolve("database.password"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path draft() {
        return root.resolve("database.password.draft");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void createPrivately(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        if (posix()) {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(root, mine);
        } else {
            Files.createDirectories(root);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
