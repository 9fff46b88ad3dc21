package org.mainstay.kernel.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL in the data directory. It is started with us and stopped after the last connection is
/// closed; if we are killed it lives on, and the next start stops it first.
final class LocalPostgres implements AutoCloseable {

    static final String NAME = "mainstay";

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// The library's own defaults give up durability for the sake of tests.
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("wal_compression", "on"),
            Map.entry("min_wal_size", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("shared_preload_libraries", "pg_stat_statements"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_truncate_on_rotation", "on"));

    private final @Nullable DataDirectory directory;
    private final @Nullable EmbeddedPostgres server;
    private final int port;
    private final String password;

    private LocalPostgres(
            @Nullable DataDirectory directory, @Nullable EmbeddedPostgres server, int port, String password) {
        this.directory = directory;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    static LocalPostgres start(Path data) {
        var directory = DataDirectory.open(data);
        if (directory == null) {
            throw new StartRefused("Another Mainstay is running on the data directory "
                    + data.toAbsolutePath().normalize()
                    + "; stop it, or give this one a directory of its own with --mainstay.data=DIRECTORY.");
        }
        try {
            Postmaster.of(directory.cluster()).ifPresent(orphan -> {
                LOG.info("Stopping the PostgreSQL that a killed Mainstay left behind");
                orphan.stop();
            });
            return start(directory);
        } catch (RuntimeException | Error failure) {
            Postmaster.of(directory.cluster()).ifPresent(Postmaster::stop);
            directory.close();
            throw failure;
        }
    }

    /// For a command beside a running Mainstay: uses its PostgreSQL, and leaves it running.
    static LocalPostgres join(Path data) {
        var running = Postmaster.of(DataDirectory.cluster(data));
        return running.map(postmaster -> new LocalPostgres(null, null, postmaster.port(), DataDirectory.password(data)))
                .orElseGet(() -> start(data));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        if (directory == null || server == null) {
            return;
        }
        try (directory) {
            server.close();
            Postmaster.of(directory.cluster()).ifPresent(Postmaster::stop);
        }
    }

    private static LocalPostgres start(DataDirectory directory) {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefused("PostgreSQL refuses to run as root here; start Mainstay as an ordinary user, or name"
                    + " an external PostgreSQL with --spring.datasource.url=URL.");
        }
        try {
            if (directory.finished()) {
                var server = builder(directory, directory.password()).start();
                return new LocalPostgres(directory, server, server.getPort(), directory.password());
            }
            var draft = directory.begin();
            var password = Files.readString(draft).strip();
            // These become options of initdb: connections by TCP, the only ones there are, need the password.
            var server = builder(directory, password)
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("pwfile", draft.toString())
                    .start();
            create(server.getPort(), password);
            directory.finish();
            return new LocalPostgres(directory, server, server.getPort(), password);
        } catch (IOException | SQLException failure) {
            throw new StartRefused(
                    "The embedded PostgreSQL did not start (" + failure.getMessage() + "); its log is in "
                            + directory.cluster().resolve("log") + ".",
                    failure);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory directory, String password) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.cluster())
                .setOverrideWorkingDirectory(directory.engine().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        SERVER.forEach(builder::setServerConfig);
        return builder;
    }

    /// The application is no superuser, here as with any other PostgreSQL.
    private static void create(int port, String password) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + password + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        }
    }
}
